"""Example addresses of this room's pages, found in the example data."""

from typing import Any

from equalterms.groups.models import Group
from equalterms.meetings.models import AgendaItem, CarryProposal, Meeting, Paper, PaperVersion, PreparationNote
from equalterms.meetings.row_security import seen_by
from equalterms.meetings.vocabulary import TO_COME, ItemState
from equalterms.people.models import Person

Kwargs = list[dict[str, Any]]


def examples() -> dict[str, Kwargs]:
    """Return arguments for every address of this room that needs some."""
    return {**_papers(), **_preparing()}


def _keys(things: Any, most: int = 3) -> Kwargs:
    return [{"key": key} for key in dict.fromkeys(things.values_list("key", flat=True))][:most]


def _papers() -> dict[str, Kwargs]:
    panel = Group.objects.filter(meetings__items__papers__isnull=False, memberships__person__try_as="member")
    to_come = Paper.objects.filter(item__meeting__state__in=TO_COME, item__state=ItemState.ON_AGENDA)
    open_ones = to_come.filter(item__group__in=panel)
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
