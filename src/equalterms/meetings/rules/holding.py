"""The meeting itself: when it may begin, what may be written while it goes on, and when enough people are there."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.rules import is_member, seats_on
from equalterms.groups.rules.deciding import deciding_terms
from equalterms.groups.vocabulary import BESIDE_THE_TABLE, LIVED_EXPERIENCE
from equalterms.meetings.models import AgendaItem, AgreedAction, Meeting, Minutes
from equalterms.meetings.rules.gate import may_take_item
from equalterms.meetings.rules.leading import check_may_plan, check_to_come, check_under_way, may_plan
from equalterms.meetings.vocabulary import PRESENT, AgreedActionState, ItemState, MeetingState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

WRITTEN_IN = (MeetingState.UNDER_WAY, MeetingState.HELD)


@dataclass(frozen=True)
class Quorum:
    """How many of the seats at the table are there, and how many the group's terms ask for. Shares are in percent."""

    present: int
    seats: int
    lived_present: int
    lived_seats: int
    share: int
    lived_share: int

    @property
    def needed(self) -> int:
        return -(-self.seats * self.share // 100)

    @property
    def lived_needed(self) -> int:
        return -(-self.lived_seats * self.lived_share // 100)

    @property
    def is_met(self) -> bool:
        return self.present >= max(1, self.needed) and self.lived_present >= self.lived_needed

    @property
    def in_words(self) -> str:
        facts = {"present": self.present, "seats": self.seats, "lived": self.lived_present, "of": self.lived_seats}
        said = _("%(present)s of %(seats)s members at the table, %(lived)s of %(of)s with lived experience.") % facts
        return f"{said} {_('That is enough.') if self.is_met else self.too_few}"

    @property
    def too_few(self) -> str:
        needed = {"needed": self.needed, "lived": self.lived_needed}
        return _("Too few: the terms ask for %(needed)s, %(lived)s of them with lived experience.") % needed


def quorum_of(meeting: Meeting) -> Quorum:
    """Count who is there now, or was, against the seats of that day. Views in writing and apologies do not count."""
    day = timezone.localtime(meeting.began_at or meeting.starts_at).date()
    seats = meeting.group.memberships.filter(seats_on(day)).exclude(capacity__in=BESIDE_THE_TABLE)
    there = meeting.attendances.filter(how__in=PRESENT).exclude(capacity__in=BESIDE_THE_TABLE)
    terms = deciding_terms(meeting.group)
    return Quorum(
        present=there.count(),
        seats=seats.count(),
        lived_present=there.filter(capacity__in=LIVED_EXPERIENCE).count(),
        lived_seats=seats.filter(capacity__in=LIVED_EXPERIENCE).count(),
        share=terms.quorum,
        lived_share=terms.lived_quorum,
    )


def check_may_begin(person: Person | None, meeting: Meeting) -> None:
    """Refuse before the day of the meeting: those who planned to come would miss it."""
    check_to_come(person, meeting)
    if timezone.localtime(meeting.starts_at).date() > timezone.localdate():
        raise NotAllowed(_("A meeting begins on its day. Move it first if it takes place earlier."))


def may_write_note(person: Person | None, item: AgendaItem) -> bool:
    """Whether a person may write the note of an item: who runs the meeting, until its minutes are begun."""
    meeting = item.meeting
    if meeting is None or meeting.state not in WRITTEN_IN or not may_plan(person, item.group):
        return False
    return not Minutes.objects.filter(meeting=meeting).exists()


def check_may_write_note(person: Person | None, item: AgendaItem) -> None:
    if may_write_note(person, item):
        return
    check_may_plan(person, item.group)
    raise NotAllowed(_("Notes are written from the beginning of the meeting until its minutes are begun."))


def check_may_take(person: Person | None, item: AgendaItem) -> None:
    """Refuse to deal with an item that is not on now, or whose papers are not on equal terms for somebody affected."""
    if item.meeting is None or item.state not in (ItemState.ON_AGENDA, ItemState.DONE):
        raise NotAllowed(_("This item is not on the agenda of a meeting."))
    check_under_way(person, item.meeting)
    if not may_take_item(item):
        raise NotAllowed(_("This item is not on equal terms: its papers are late for somebody who needs them."))


def may_follow_up(person: Person | None, action: AgreedAction) -> bool:
    """Whether a person may say how an action stands: its owner, or who runs the group's meetings; while it is open."""
    if person is None or action.state != AgreedActionState.OPEN or not is_member(person, action.item.group):
        return False
    return action.owner_id == person.pk or may_plan(person, action.item.group)


def check_may_follow_up(person: Person | None, action: AgreedAction) -> None:
    if not may_follow_up(person, action):
        raise NotAllowed(_("Only who took the action on, or who leads the group, can say how it stands."))
