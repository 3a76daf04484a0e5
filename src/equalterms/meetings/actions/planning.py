"""A meeting is planned, called, moved or cancelled. Each change that a calendar must hear of counts up `sequence`."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.actions.reasons import public_reason
from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Visibility
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.actions.telling import tell_called, tell_cancelled, tell_changed
from equalterms.meetings.models import AgendaItem, Meeting
from equalterms.meetings.rules.leading import check_may_plan, check_to_come
from equalterms.meetings.vocabulary import TO_COME, ItemState, MeetingState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

# What somebody who plans may say of a meeting.
FACTS = (
    *("title", "starts_at", "ends_at", "manner", "venue", "room", "link", "phone", "phone_code"),
    *("arrive_minutes", "breaks", "nation", "clear_days"),
)


@action
def plan_meeting(*, group: Group, by: Person, **facts: Any) -> Meeting:
    """Plan a meeting of a group: when, how, and where one comes in. `facts` are those named in FACTS."""
    check_may_plan(by, group)
    check_known(facts)
    meeting = Meeting.objects.create(group=group, planned_by=by, **facts)
    record("meeting.planned", meeting, by=by, facts={"group": group.key, **when(meeting)})
    return meeting


@action
def move_meeting(*, meeting: Meeting, by: Person, because: str, **facts: Any) -> Meeting:
    """Change when, where or how a meeting takes place, for a reason that members read."""
    check_to_come(by, meeting)
    check_known(facts)
    changed = [name for name, value in facts.items() if value != getattr(meeting, name)]
    if not changed:
        return unchanged(meeting)
    values = {name: facts[name] for name in changed} | {"moved_because": because, "changed_at": timezone.now()}
    meeting = to_come(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(**values, sequence=meeting.sequence + 1)
    meeting.refresh_from_db()
    reason = public_reason(meeting.group, because)
    said = {"changed": sorted(changed), "sequence": meeting.sequence, **when(meeting)}
    record("meeting.moved", meeting, by=by, reason=reason, facts=said)
    if meeting.state == MeetingState.CALLED:  # before that nobody was asked to come
        tell_changed(meeting, by=by)
    return meeting


@action
def call_meeting(*, meeting: Meeting, by: Person) -> Meeting:
    """Call a meeting: from now on its day counts, and everybody in the group is asked to come."""
    check_to_come(by, meeting)
    called = Meeting.objects.filter(pk=meeting.pk, state=MeetingState.PLANNED)
    moved = called.update(state=MeetingState.CALLED, called_at=timezone.now(), called_by=by)
    meeting.refresh_from_db()
    if not moved:
        return unchanged(meeting)
    record("meeting.called", meeting, by=by, facts=when(meeting))
    tell_called(meeting, by=by)
    return meeting


@action
def cancel_meeting(*, meeting: Meeting, by: Person, because: str) -> Meeting:
    """Cancel a meeting, for a reason. What was on its agenda waits for the next one as if newly proposed."""
    check_may_plan(by, meeting.group)
    if meeting.state == MeetingState.CANCELLED:
        return unchanged(meeting)
    meeting = to_come(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(
        state=MeetingState.CANCELLED,
        cancelled_at=timezone.now(),
        cancelled_by=by,
        cancelled_because=because,
        sequence=meeting.sequence + 1,
    )
    on_it = AgendaItem.objects.filter(meeting=meeting, state=ItemState.ON_AGENDA)
    on_it.update(state=ItemState.PROPOSED, meeting=None, position=None, minutes=None)
    meeting.refresh_from_db()
    reason = public_reason(meeting.group, because)
    record("meeting.cancelled", meeting, by=by, reason=reason, facts={"sequence": meeting.sequence})
    tell_cancelled(meeting, by=by)
    return meeting


def to_come(meeting: Meeting) -> Meeting:
    """Return a meeting that has not begun, locked inside the caller's action; refuse where it has."""
    found = Meeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    if found.state not in TO_COME:
        raise NotAllowed(_("This meeting has begun, was held or was cancelled. It stays as it is."))
    return found


def when(meeting: Meeting) -> dict[str, str]:
    """Return the times for the ledger, which everybody reads: only where everybody may see the group."""
    if meeting.group.visibility != Visibility.PUBLIC:
        return {}
    return {"starts_at": meeting.starts_at.isoformat(), "ends_at": meeting.ends_at.isoformat()}


def check_known(facts: dict[str, Any]) -> None:
    """Raise TypeError for a fact that nobody may say in this way."""
    if strange := set(facts) - set(FACTS):
        raise TypeError(f"A meeting is not planned with {', '.join(sorted(strange))}.")
