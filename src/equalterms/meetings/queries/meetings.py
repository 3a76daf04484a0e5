"""Meetings that a person may see: those of the groups that they see. The way in is for members alone."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from equalterms.groups.models import Group
from equalterms.groups.queries.groups import group_for, groups_visible_to
from equalterms.groups.rules import is_member
from equalterms.meetings.models import Meeting, ShortNote
from equalterms.meetings.rules.clock import clear_days_between, note_due_on
from equalterms.meetings.rules.leading import check_may_plan, may_plan
from equalterms.meetings.vocabulary import TO_COME, MeetingState
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


@dataclass(frozen=True)
class GroupMeetings:
    """The meetings of one group, for one person. `to_come` begins with the next one."""

    group: Group
    to_come: list[Meeting]
    past: QuerySet[Meeting]
    is_member: bool
    may_plan: bool
    notes_overdue: list[Meeting]


def meetings_visible_to(person: Person | None) -> QuerySet[Meeting]:
    """Return the meetings that a person, or anybody at all (None), may know of."""
    groups = groups_visible_to(person).order_by().values("pk")
    return Meeting.objects.filter(group__in=groups).select_related("group__organisation", "venue")


def meeting_for(person: Person | None, key: str) -> Meeting:
    """Return one meeting, or raise NotVisible: one of a private group and one that is not there look the same."""
    meeting = meetings_visible_to(person).filter(key=key).first()
    if meeting is None:
        raise NotVisible
    return meeting


def meeting_to_lead(person: Person | None, key: str) -> Meeting:
    """Return a meeting for somebody who runs it. Raises NotVisible, or NotAllowed for others who see it."""
    meeting = meeting_for(person, key)
    check_may_plan(person, meeting.group)
    return meeting


def meeting_as_member(person: Person | None, key: str) -> Meeting:
    """Return a meeting for a member of its group; for anybody else its inner pages do not exist."""
    meeting = meeting_for(person, key)
    if not is_member(person, meeting.group):
        raise NotVisible
    return meeting


def group_as_member(person: Person | None, key: str) -> Group:
    """Return a group for one of its members; for anybody else what only members see does not exist."""
    group = group_for(person, key)
    if not is_member(person, group):
        raise NotVisible
    return group


def group_to_plan_for(person: Person | None, key: str) -> Group:
    group = group_for(person, key)
    check_may_plan(person, group)
    return group


def meetings_of(person: Person | None, key: str) -> GroupMeetings:
    """Return the meetings of a group that a person may see."""
    group = group_for(person, key)
    meetings = group.meetings.select_related("venue")
    ahead = Q(state__in=TO_COME) | Q(state=MeetingState.UNDER_WAY)
    return GroupMeetings(
        group=group,
        to_come=list(meetings.filter(ahead).order_by("starts_at", "pk")),
        past=meetings.exclude(ahead),
        is_member=is_member(person, group),
        may_plan=may_plan(person, group),
        notes_overdue=notes_overdue(group),
    )


def notes_overdue(group: Group) -> list[Meeting]:
    """Return the meetings whose note of attendance and decisions should be public by now, and is not."""
    written = ShortNote.objects.filter(meeting__group=group).values("meeting")
    held = group.meetings.filter(state=MeetingState.HELD).exclude(pk__in=written)
    return [meeting for meeting in held if note_due_on(held_on(meeting), meeting.nation) < timezone.localdate()]


def held_on(meeting: Meeting) -> object:
    """Return the day on which a meeting took place, as people there count days."""
    return timezone.localtime(meeting.began_at or meeting.starts_at).date()


def clear_days_given(meeting: Meeting) -> int | None:
    """Return how many clear working days lay between calling a meeting and its day; None before it is called."""
    if meeting.called_at is None:
        return None
    called, day = timezone.localtime(meeting.called_at).date(), timezone.localtime(meeting.starts_at).date()
    return clear_days_between(called, day, meeting.nation)
