"""Who plans and runs a group's meetings: its chair, co-chair and facilitator, never an administrator from outside."""

from django.utils.translation import gettext as _

from equalterms.groups.models import Group
from equalterms.groups.rules import leads, may_lead
from equalterms.meetings.models import Meeting
from equalterms.meetings.vocabulary import TO_COME, MeetingState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


def may_plan(person: Person | None, group: Group) -> bool:
    """Whether a person may plan meetings of a group: somebody who leads it from within."""
    return may_lead(person, group)


def check_may_plan(person: Person | None, group: Group) -> None:
    if may_plan(person, group):
        return
    if group.ended_on is not None:
        raise NotAllowed(_("This group has ended. It meets no more."))
    if leads(person, group):
        raise NotAllowed(_("The members control this group. People who work for a public body cannot run it."))
    raise NotAllowed(_("Only the chair, the co-chair and the facilitator of this group can do this."))


def check_to_come(person: Person | None, meeting: Meeting) -> None:
    """Refuse where the meeting is not led by this person, or has begun, was held or is cancelled."""
    check_may_plan(person, meeting.group)
    if meeting.state not in TO_COME:
        raise NotAllowed(_("This meeting has begun, was held or was cancelled. It stays as it is."))


def check_under_way(person: Person | None, meeting: Meeting) -> None:
    """Refuse where the meeting is not led by this person, or does not go on now."""
    check_may_plan(person, meeting.group)
    if meeting.state != MeetingState.UNDER_WAY:
        raise NotAllowed(_("This can be done while the meeting goes on."))
