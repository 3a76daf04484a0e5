"""A chair changes an agenda; it takes effect when somebody else agrees, and shows to the group until then."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.actions.planning import to_come
from equalterms.meetings.actions.telling import tell_change_waits, tell_put_off
from equalterms.meetings.models import AgendaChange, AgendaItem, Meeting
from equalterms.meetings.queries.agenda import is_back
from equalterms.meetings.rules.agenda import check_may_agree, check_may_order
from equalterms.meetings.vocabulary import LONGEST_ITEM, WAITING_ITEMS, ItemState, OrderState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

Line = Mapping[str, Any]  # {"item": key, "minutes": 20}
PutOff = Mapping[str, Any]  # {"item": key, "because": words, "until": "2027-01-15"}


@action
def change_agenda(
    *, meeting: Meeting, by: Person, lines: Iterable[Line], put_off: Iterable[PutOff] = (), words: str = ""
) -> AgendaChange | None:
    """Wish for another agenda: these items in this order, and those put off. Returns None where nothing would change.

    A change that waits is replaced by the newer one. Raises ValidationError for an agenda that cannot be.
    """
    meeting = to_come(meeting)
    check_may_order(by, meeting)
    lines = [{"item": each["item"], "minutes": int(each["minutes"])} for each in lines]
    put_off = [{name: each[name] for name in ("item", "because", "until")} for each in put_off]
    check_agenda(meeting, lines, put_off)
    still_open = meeting.agenda_changes.filter(state=OrderState.OPEN)
    now_open = still_open.first()
    if now_open is not None and now_open.made_by_id == by.pk and (now_open.lines, now_open.put_off) == (lines, put_off):
        return unchanged(now_open)
    if not put_off and lines == lines_of(meeting):
        return unchanged(None)
    moment = timezone.now()
    still_open.update(state=OrderState.REPLACED, answered_at=moment, answered_by=by)
    change = AgendaChange.objects.create(
        meeting=meeting,
        lines=lines,
        put_off=put_off,
        words=words,
        made_at=moment,
        made_by=by,
        made_typed_by=by.entered_by,
    )
    record("agenda.change_wished", change, by=by, facts={"meeting": meeting.key, "items": len(lines)})
    tell_change_waits(change, by=by)
    return change


@action
def agree_to_change(*, change: AgendaChange, by: Person) -> AgendaChange:
    """Agree to another person's change: from now on it is the agenda."""
    meeting = to_come(change.meeting)
    check_may_agree(by, change)
    if not answer(change, OrderState.AGREED, by, ""):
        return unchanged(change)
    carry_out(change, meeting)
    facts = {"meeting": meeting.key, "change": change.key, "items": len(change.lines), "put_off": len(change.put_off)}
    record("agenda.agreed", meeting, by=by, facts=facts, seals={"lines": change.lines, "put_off": change.put_off})
    return change


@action
def decline_change(*, change: AgendaChange, by: Person, why: str) -> AgendaChange:
    """Say why not. The agenda stays as it was."""
    check_may_agree(by, change)
    if not why.strip():
        raise NotAllowed(_("Say why not, so that the other chair can think of something else."))
    if not answer(change, OrderState.NOT_AGREED, by, why):
        return unchanged(change)
    record("agenda.change_not_agreed", change, by=by, facts={"meeting": change.meeting.key}, seals={"answer": why})
    return change


@action
def withdraw_change(*, change: AgendaChange, by: Person) -> AgendaChange:
    """Take one's own change back while it waits."""
    if change.made_by_id != by.pk:
        raise NotAllowed(_("Only the person who made this change can take it back."))
    if not answer(change, OrderState.WITHDRAWN, by, ""):
        return unchanged(change)
    record("agenda.change_withdrawn", change, by=by, facts={"meeting": change.meeting.key})
    return change


def answer(change: AgendaChange, state: str, by: Person, words: str) -> bool:
    """Answer a change inside the caller's action, if it still waits; say whether it did."""
    still = AgendaChange.objects.filter(pk=change.pk, state=OrderState.OPEN)
    answered = still.update(state=state, answered_at=timezone.now(), answered_by=by, answer=words)
    change.refresh_from_db()
    return bool(answered)


def lines_of(meeting: Meeting) -> list[dict[str, Any]]:
    """Return the agenda as it stands, in the shape of a change."""
    items = meeting.items.filter(state=ItemState.ON_AGENDA).order_by("position", "pk")
    return [{"item": item.key, "minutes": item.minutes} for item in items]


def check_agenda(meeting: Meeting, lines: list[dict[str, Any]], put_off: list[dict[str, Any]]) -> None:
    """Raise ValidationError for items that are not here, twice, without time, or left out without a word."""
    keys = [each["item"] for each in (*lines, *put_off)]
    if len(set(keys)) != len(keys):
        raise ValidationError(_("An item can stand on the agenda once."))
    on_it = set(meeting.items.filter(state=ItemState.ON_AGENDA).values_list("key", flat=True))
    waiting = set(AgendaItem.objects.filter(is_back(), group=meeting.group_id).values_list("key", flat=True))
    if not set(keys) <= on_it | waiting:
        raise ValidationError(
            _("One of the items was taken back or is on another agenda by now. Look at the list again.")
        )
    if on_it - set(keys):
        raise ValidationError(_("Items stay on the agenda, or are put off with a reason and a day."))
    if any(not 1 <= each["minutes"] <= LONGEST_ITEM for each in lines):
        raise ValidationError(_("Give each item between 1 and %(most)s minutes.") % {"most": LONGEST_ITEM})
    for each in put_off:
        if not str(each["because"]).strip():
            raise ValidationError(_("Say why the item is put off. Its proposer reads it."))
        if date.fromisoformat(each["until"]) <= timezone.localdate():
            raise ValidationError(_("Choose a day after today on which the item comes back."))


def carry_out(change: AgendaChange, meeting: Meeting) -> None:
    """Make a change the agenda, inside the caller's action. What was taken back in the meantime is left out."""
    meeting.items.filter(state=ItemState.ON_AGENDA).update(position=None)  # numbers are free before they are given
    number = 0
    for line in change.lines:
        free = AgendaItem.objects.filter(key=line["item"], group=meeting.group_id)
        free = free.filter(state__in=WAITING_ITEMS) | free.filter(state=ItemState.ON_AGENDA, meeting=meeting)
        placed = {"state": ItemState.ON_AGENDA, "meeting": meeting, "position": number + 1, "minutes": line["minutes"]}
        number += free.update(**placed)
    for each in change.put_off:
        put_off_item(each, change)


def put_off_item(wish: PutOff, change: AgendaChange) -> None:
    """Put one item off inside the caller's action; its proposer hears of it."""
    meeting = change.meeting
    item = AgendaItem.objects.filter(key=wish["item"], group=meeting.group_id).first()
    if item is None or item.state not in (*WAITING_ITEMS, ItemState.ON_AGENDA):
        return
    item.state, item.meeting, item.position, item.minutes = ItemState.DEFERRED, None, None, None
    item.deferred_until, item.deferred_because = date.fromisoformat(wish["until"]), wish["because"]
    item.deferred_at, item.deferred_by, item.times_deferred = timezone.now(), change.made_by, item.times_deferred + 1
    item.save()
    facts = {"group": meeting.group.key, "until": wish["until"], "times": item.times_deferred}
    record("item.put_off", item, by=change.made_by, for_whom=item.proposed_by, facts=facts)
    tell_put_off(item, by=change.made_by)
