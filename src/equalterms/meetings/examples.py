"""Example addresses of this room's pages, found in the example data."""

from typing import Any

from django.utils import timezone

from equalterms.groups.models import Group, Membership, Referral
from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import LEADING_ROLES, OPEN_REFERRALS, Visibility
from equalterms.meetings.models import (
    AgendaChange,
    AgendaItem,
    AgreedAction,
    CarryProposal,
    Correction,
    Meeting,
    Paper,
    PaperVersion,
    PreparationNote,
    Venue,
)
from equalterms.meetings.row_security import seen_by
from equalterms.meetings.vocabulary import (
    TO_COME,
    CorrectionState,
    ItemState,
    MeetingState,
    MinutesState,
    OrderState,
)
from equalterms.people.models import Person

Kwargs = list[dict[str, Any]]


def examples() -> dict[str, Kwargs]:
    """Return arguments for every address of this room that needs some."""
    return {**_papers(), **_preparing(), **_planned(), **_held()}


def _keys(things: Any, most: int = 3) -> Kwargs:
    return [{"key": key} for key in dict.fromkeys(things.values_list("key", flat=True))][:most]


def _papers() -> dict[str, Kwargs]:
    panel = Group.objects.filter(meetings__items__papers__isnull=False, memberships__person__try_as="member")
    to_come = Paper.objects.filter(item__meeting__state__in=TO_COME, item__state=ItemState.ON_AGENDA)
    open_ones = to_come.filter(item__group__in=panel.filter(kind="panel"))
    versions = PaperVersion.objects.filter(paper__in=open_ones)
    ready = [{"key": each.paper.key, "format": each.format} for each in versions.filter(ready_at__isnull=False)[:3]]
    missing = versions.filter(ready_at__isnull=True).select_related("paper")
    to_bring = [{"key": each.paper.key, "format": each.format} for each in missing[:2]] or ready[:1]
    items = AgendaItem.objects.filter(papers__in=open_ones)
    at_gate = items.filter(papers__versions__format="easy_read", papers__versions__ready_at__isnull=True)
    meetings = Meeting.objects.filter(items__papers__isnull=False)
    return {
        "meetings:papers": _keys(meetings.distinct(), 4),
        "meetings:pack": [
            {**key, "format": format}
            for key, format in zip(_keys(meetings.distinct(), 3), ("page", "pdf", "text"), strict=False)
        ],
        "meetings:paper": _keys(Paper.objects.filter(item__meeting__in=meetings), 4),
        "meetings:paper_text": ready,
        "meetings:paper_file": _keys(versions.exclude(file=""), 1),
        "meetings:describe_paper": _keys(open_ones, 1),
        "meetings:paper_format": to_bring,
        "meetings:paper_not_possible": to_bring[:1],
        "meetings:hand_over_format": to_bring[:1],
        "meetings:add_paper": _keys(items, 1),
        "meetings:gate": _keys(at_gate, 1),
        "meetings:put_off_at_gate": _keys(at_gate, 1),
        "meetings:papers_record": _keys(panel.filter(kind="panel"), 1),
        "meetings:format_times": _keys(panel.filter(kind="panel"), 1),
    }


def _preparing() -> dict[str, Kwargs]:
    member = Person.objects.filter(try_as="member").first()
    if member is None:
        return {}
    with seen_by(member):
        shared = PreparationNote.objects.filter(shared=True, answers=None).order_by("pk")
        own = _keys(shared.filter(author=member), 1)
        to_answer = _keys(shared, 1)
        meetings = [{"key": key} for key in dict.fromkeys(shared.values_list("meeting__key", flat=True))]
        words = _keys(CarryProposal.objects.filter(carried_at=None, withdrawn_at=None), 1)
    return {
        "meetings:preparing": meetings,
        "meetings:write_note": meetings[:1],
        "meetings:carry": meetings[:1],
        "meetings:change_note": own,
        "meetings:remove_note": own,
        "meetings:answer_note": to_answer,
        "meetings:answer_carrying": words,
    }


def _led(**meeting: Any) -> Any:
    """Return the meetings of public groups that the example chair leads, the panel's first."""
    seats = Membership.objects.filter(seats_on(), person__try_as="chair", role__in=LEADING_ROLES)
    groups = Group.objects.filter(pk__in=seats.values("group"), visibility=Visibility.PUBLIC)
    return Meeting.objects.filter(group__in=groups, **meeting).order_by("group__pk", "starts_at", "pk")


def _planned() -> dict[str, Kwargs]:
    """Return arguments for planning, venues and the agenda."""
    led = _led(state__in=TO_COME, starts_at__gt=timezone.now())
    groups = [{"key": key} for key in dict.fromkeys(_led().values_list("group__key", flat=True))]
    settled = led.filter(agenda_changes__state=OrderState.OPEN)
    own = AgendaItem.objects.filter(proposed_by__try_as="member", state=ItemState.ON_AGENDA, meeting__in=led)
    on_agenda = AgendaItem.objects.filter(state=ItemState.ON_AGENDA, meeting__in=led).order_by(
        "meeting__group__pk", "pk"
    )
    referrals = Referral.objects.filter(to_group__key__in=[each["key"] for each in groups], state__in=OPEN_REFERRALS)
    changes = AgendaChange.objects.filter(state=OrderState.OPEN, meeting__in=led).order_by("meeting__group__pk")
    venues = Venue.objects.filter(meetings__in=_led()).distinct().order_by("pk")
    first = on_agenda.select_related("meeting").first()
    off = [{"key": first.meeting.key, "item_key": first.key}] if first is not None else []
    return {
        **{f"meetings:{route}": groups for route in ("of_group", "waiting", "power")},
        **{f"meetings:{route}": groups[:1] for route in ("plan", "propose")},
        "meetings:propose_referral": _keys(referrals.order_by("pk"), 1),
        "meetings:venue": _keys(venues, 2),
        "meetings:describe_venue": _keys(venues, 1),
        "meetings:meeting": [*_keys(_led(), 30), *_keys(Meeting.objects.exclude(pk__in=_led()).order_by("pk"), 2)],
        **{f"meetings:{route}": _keys(led, 1) for route in ("move", "call", "cancel")},
        "meetings:settle": _keys(settled, 2),
        "meetings:put_off": off,
        "meetings:item": [*_keys(on_agenda, 3), *_keys(AgendaItem.objects.filter(state=ItemState.DEFERRED), 1)],
        "meetings:withdraw_item": _keys(own, 1),
        "meetings:close_item": _keys(on_agenda, 1),
        "meetings:change": _keys(changes, 2),
        "meetings:take_change_back": _keys(changes.filter(made_by__try_as="chair"), 1),
    }


def _held() -> dict[str, Kwargs]:
    """Return arguments for a meeting that goes on, and for what stays of those that were held."""
    going_on = _led(state=MeetingState.UNDER_WAY)
    begins = _led(state__in=TO_COME, starts_at__lte=timezone.now())
    items = AgendaItem.objects.filter(meeting__in=going_on, state=ItemState.ON_AGENDA).order_by("position")
    held = _led(state=MeetingState.HELD)
    of_shared = held.filter(minutes__state=MinutesState.SHARED)
    waiting = Correction.objects.filter(state=CorrectionState.OPEN, minutes__meeting__in=held)
    ready = of_shared.exclude(pk__in=waiting.values("minutes__meeting"))
    with_versions = held.filter(minutes__approved_version__gt=1)
    return {
        "meetings:begin": _keys(begins, 1),
        "meetings:room": _keys(going_on, 1) + _keys(held, 1),
        **{f"meetings:{route}": _keys(going_on, 1) for route in ("attendance", "end")},
        **{f"meetings:{route}": _keys(items, 1) for route in ("note", "finish_item", "take_decision", "agree_action")},
        "meetings:action": _keys(AgreedAction.objects.filter(item__meeting__in=held).order_by("pk"), 2),
        "meetings:publish_note": _keys(held.filter(short_note__isnull=True), 1),
        "meetings:minutes": _keys(held.filter(minutes__isnull=False), 3),
        "meetings:minutes_version": [{**each, "number": 1} for each in _keys(with_versions, 1)],
        "meetings:write_minutes": _keys(of_shared, 1),
        "meetings:share_minutes": _keys(of_shared, 1),
        "meetings:correct_minutes": _keys(of_shared, 1),
        "meetings:correction": _keys(waiting.exclude(proposed_by__try_as="chair").order_by("pk"), 1),
        **{f"meetings:{route}": _keys(ready, 1) for route in ("put_minutes", "approve_minutes")},
    }
