"""At the papers gate: what those affected say, putting off what they do not agree to, how it stood at the beginning.

The ledger is for everybody. An event that named who answered would tell who needs what, so it names nobody, does not
say what they answered, and there is one for each item however many were asked.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.ledger.queries import events_about
from equalterms.meetings.actions.papers import version_of
from equalterms.meetings.models import AgendaItem, GateAnswer, GateOutcome, Meeting
from equalterms.meetings.rules.gate import (
    Gate,
    check_may_answer_gate,
    gate_of,
    gates_of,
    may_take_item,
    why_put_off,
)
from equalterms.meetings.rules.leading import check_may_plan
from equalterms.meetings.vocabulary import ItemState
from equalterms.people.models import Person

ASKED = "gate.asked"


@action
def answer_gate(*, item: AgendaItem, by: Person, agrees: bool) -> None:
    """Say whether the item may go ahead though its papers are not there for me. It can be changed until it begins."""
    check_may_answer_gate(by, item)
    now = timezone.now()
    for missing in gate_of(item).missing:
        if by.pk in missing.affected:
            version = version_of(missing.paper, missing.format)
            said = {"agrees": agrees, "answered_at": now}
            GateAnswer.objects.update_or_create(version=version, person=by, defaults=said)
    if events_about(item.ledger_kind, item.key).filter(verb=ASKED).exists():
        return unchanged(None)
    record(ASKED, item, by=None)
    return None


@action
def put_off_at_gate(*, item: AgendaItem, by: Person, until: date) -> AgendaItem:
    """Put off an item that the gate stops, to a day on which it comes back. The reason tells nothing about anybody."""
    check_may_plan(by, item.group)
    if item.state != ItemState.ON_AGENDA or item.meeting is None:
        return unchanged(item)
    if may_take_item(item):
        raise ValidationError(_("The gate does not stop this item."))
    if until <= timezone.localdate():
        raise ValidationError({"until": _("Choose a day to come.")})
    keep_outcome(item, item.meeting, gate_of(item))
    AgendaItem.objects.filter(pk=item.pk).update(
        state=ItemState.DEFERRED,
        meeting=None,
        position=None,
        times_deferred=F("times_deferred") + 1,
        deferred_until=until,
        deferred_because=why_put_off(),
        deferred_at=timezone.now(),
        deferred_by=by,
    )
    item.refresh_from_db()
    record("item.put_off_at_gate", item, by=by, facts={"until": until.isoformat()})
    return item


def close_gates(meeting: Meeting) -> None:
    """Keep how every gate stands, inside the action by which the meeting begins: from now on no answer moves it."""
    items = {item.pk: item for item in meeting.items.filter(state=ItemState.ON_AGENDA)}
    for number, gate in gates_of(meeting).items():
        if number in items:
            keep_outcome(items[number], meeting, gate)


def keep_outcome(item: AgendaItem, meeting: Meeting, gate: Gate) -> None:
    """Write down how a gate stands, inside the caller's action."""
    missing = [{"version": version_of(each.paper, each.format).key, "late_by": each.late_by} for each in gate.missing]
    said = {"agreed": gate.is_agreed, "missing": missing, "closed_at": timezone.now()}
    GateOutcome.objects.update_or_create(item=item, meeting=meeting, defaults=said)
