"""While a meeting goes on: it begins, who is there is noted, items are dealt with, and it ends."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.rules import is_member, seats_on
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.actions.gate import close_gates
from equalterms.meetings.actions.planning import to_come
from equalterms.meetings.models import AgendaItem, AgreedAction, Attendance, Meeting, TakenDecision
from equalterms.meetings.rules.holding import check_may_begin, check_may_take
from equalterms.meetings.rules.leading import check_may_plan, check_under_way
from equalterms.meetings.vocabulary import Attending, ItemState, MeetingState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def begin_meeting(*, meeting: Meeting, by: Person) -> Meeting:
    """Begin a meeting on its day. From now on its agenda and the gates of its papers stay as they are."""
    if meeting.state == MeetingState.UNDER_WAY:
        check_may_plan(by, meeting.group)
        return unchanged(meeting)
    check_may_begin(by, meeting)
    close_gates(to_come(meeting))
    begun = {"state": MeetingState.UNDER_WAY, "began_at": timezone.now(), "began_by": by}
    Meeting.objects.filter(pk=meeting.pk).update(**begun)
    meeting.refresh_from_db()
    record("meeting.begun", meeting, by=by, facts={"group": meeting.group.key})
    return meeting


@action
def note_attendance(*, meeting: Meeting, by: Person, how: Mapping[str, str]) -> int:
    """Note how members take part, by their keys; return how many notes are new or changed.

    The ledger says how many were noted, never who came: that is for the members.
    """
    check_may_plan(by, meeting.group)
    if meeting.state not in (MeetingState.UNDER_WAY, MeetingState.HELD):
        raise NotAllowed(_("Attendance is noted from the beginning of the meeting on."))
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)  # two who note at once note one after the other
    day = timezone.localtime(meeting.began_at).date()
    seats = {seat.person.key: seat for seat in meeting.group.memberships.filter(seats_on(day)).select_related("person")}
    noted = {each.person.key: each for each in meeting.attendances.select_related("person")}
    new, changed = [], 0
    for key, said in how.items():
        if key not in seats or said not in Attending.values:
            raise NotAllowed(_("Attendance is noted for members of the group, in one of the ways of the list."))
        before = noted.get(key)
        if before is not None and before.how == said:
            continue
        values = {"how": said, "capacity": seats[key].capacity, "noted_at": timezone.now(), "noted_by": by}
        if before is None:
            new.append(Attendance(meeting=meeting, person=seats[key].person, **values))
        else:
            Attendance.objects.filter(pk=before.pk).update(**values)
        changed += 1
    Attendance.objects.bulk_create(new)
    if not changed:
        return unchanged(0)
    record("meeting.attendance_noted", meeting, by=by, facts={"noted": changed})
    return changed


@action
def finish_item(*, item: AgendaItem, by: Person, spent_minutes: int) -> AgendaItem:
    """Say that an item has been dealt with, and how many minutes it took. The minutes can be put right later."""
    check_may_take(by, item)
    if (item.state, item.spent_minutes) == (ItemState.DONE, spent_minutes):
        return unchanged(item)
    item.state, item.spent_minutes = ItemState.DONE, spent_minutes
    item.save(update_fields=["state", "spent_minutes"])
    record("item.dealt_with", item, by=by, facts={"meeting": item.meeting.key, "minutes": spent_minutes})
    return item


@action
def take_decision(*, item: AgendaItem, by: Person, words: str, decision: str = "") -> TakenDecision:
    """Write down what the group decided; `decision` is the key of the vote, where there was one."""
    check_may_take(by, item)
    if not words.strip():
        raise NotAllowed(_("Write down what was decided."))
    taken = TakenDecision.objects.create(
        item=item, words=words, decision=decision, taken_at=timezone.now(), taken_by=by
    )
    facts = {"meeting": item.meeting.key, "item": item.key, "decision": decision}
    record("meeting_decision.taken", taken, by=by, facts=facts, seals={"words": words})
    return taken


@action
def agree_action(*, item: AgendaItem, by: Person, words: str, owner: Person, due_on: date) -> AgreedAction:
    """Write down what somebody is to do by a day. Whoever owns it is a member of the group."""
    check_may_take(by, item)
    if not is_member(owner, item.group):
        raise NotAllowed(_("Choose a member of the group. Somebody from outside is asked by one of the members."))
    agreed = AgreedAction.objects.create(
        item=item, words=words, owner=owner, due_on=due_on, agreed_at=timezone.now(), agreed_by=by
    )
    facts = {"meeting": item.meeting.key, "item": item.key, "due_on": due_on.isoformat()}
    record("agreed_action.agreed", agreed, by=by, for_whom=owner, facts=facts, seals={"words": words})
    return agreed


@action
def end_meeting(*, meeting: Meeting, by: Person) -> Meeting:
    """End a meeting. What it did not reach waits for the next one, counted as put off."""
    if meeting.state == MeetingState.HELD:
        check_may_plan(by, meeting.group)
        return unchanged(meeting)
    check_under_way(by, meeting)
    moment = timezone.now()
    ended = Meeting.objects.filter(pk=meeting.pk, state=MeetingState.UNDER_WAY)
    if not ended.update(state=MeetingState.HELD, held_at=moment, held_by=by):
        return unchanged(meeting)
    meeting.refresh_from_db()
    for item in meeting.items.filter(state=ItemState.ON_AGENDA):
        leave_unreached(item, meeting, by=by)
    record("meeting.held", meeting, by=by, facts={"group": meeting.group.key})
    return meeting


def leave_unreached(item: AgendaItem, meeting: Meeting, *, by: Person) -> None:
    """Let an item wait that the meeting did not reach, inside the action that ends the meeting."""
    item.state, item.meeting, item.position, item.minutes = ItemState.PROPOSED, None, None, None
    item.times_deferred += 1
    item.deferred_at, item.deferred_by = meeting.held_at, by
    item.deferred_because = _("%(meeting)s did not reach it.") % {"meeting": meeting.title}
    item.save()
    record("item.not_reached", item, by=by, for_whom=item.proposed_by, facts={"meeting": meeting.key})
