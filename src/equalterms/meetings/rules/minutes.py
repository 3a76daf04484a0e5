"""Minutes: who writes them, who says what is not right, and that nobody changes them once they are approved."""

from django.utils.translation import gettext as _

from equalterms.groups.rules import seat_of
from equalterms.groups.vocabulary import BESIDE_THE_TABLE
from equalterms.meetings.models import Correction, Meeting, Minutes, ShortNote
from equalterms.meetings.rules.leading import check_may_plan, may_plan
from equalterms.meetings.vocabulary import CorrectionState, MeetingState, MinutesState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


def minutes_of(meeting: Meeting) -> Minutes | None:
    return Minutes.objects.filter(meeting=meeting).select_related("meeting__group").first()


def may_write_minutes(person: Person | None, meeting: Meeting) -> bool:
    """Whether a person may write the minutes: who runs the meetings, after it was held, until they are approved."""
    if meeting.state != MeetingState.HELD or not may_plan(person, meeting.group):
        return False
    minutes = minutes_of(meeting)
    return minutes is None or minutes.state != MinutesState.APPROVED


def check_may_write_minutes(person: Person | None, meeting: Meeting) -> None:
    if may_write_minutes(person, meeting):
        return
    check_may_plan(person, meeting.group)
    if meeting.state != MeetingState.HELD:
        raise NotAllowed(_("Minutes are written after the meeting."))
    raise NotAllowed(_("These minutes are approved. They stay as they are."))


def check_may_publish_note(person: Person | None, meeting: Meeting) -> None:
    check_may_plan(person, meeting.group)
    if meeting.state != MeetingState.HELD:
        raise NotAllowed(_("The note of attendance and decisions comes after the meeting."))
    if ShortNote.objects.filter(meeting=meeting).exists():
        raise NotAllowed(_("The note is public already. It stays as it is."))


def may_correct(person: Person | None, minutes: Minutes) -> bool:
    """Whether a person may say what is not right: each member at the table, while the minutes are with the members."""
    seat = seat_of(person, minutes.meeting.group)
    if seat is None or seat.capacity in BESIDE_THE_TABLE:
        return False
    return minutes.state == MinutesState.SHARED


def check_may_correct(person: Person | None, minutes: Minutes) -> None:
    if not may_correct(person, minutes):
        raise NotAllowed(_("Members say what is not right while the minutes are with them and not approved."))


def may_answer_correction(person: Person | None, correction: Correction) -> bool:
    """Whether a person may answer: who runs the meetings, and not the member who proposed it."""
    if correction.state != CorrectionState.OPEN or person is None or correction.proposed_by_id == person.pk:
        return False
    return may_write_minutes(person, correction.minutes.meeting)


def check_may_answer_correction(person: Person | None, correction: Correction) -> None:
    if may_answer_correction(person, correction):
        return
    check_may_plan(person, correction.minutes.meeting.group)
    raise NotAllowed(_("This correction is answered already, or is your own. Somebody else who leads answers that."))


def check_may_approve(minutes: Minutes) -> None:
    """Refuse to approve what members have not had, or while a correction waits for an answer."""
    if minutes.state == MinutesState.APPROVED:
        raise NotAllowed(_("These minutes are approved already."))
    if minutes.state != MinutesState.SHARED:
        raise NotAllowed(_("Share the minutes with the members first."))
    if minutes.corrections.filter(state=CorrectionState.OPEN).exists():
        raise NotAllowed(_("A correction waits for an answer. Answer it before the minutes are approved."))
