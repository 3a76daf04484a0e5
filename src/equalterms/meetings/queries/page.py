"""Everything that one meeting's page shows to one person."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from equalterms.groups.rules import is_member
from equalterms.meetings.models import AgendaChange, Meeting, Minutes, ShortNote
from equalterms.meetings.queries.agenda import AgendaLine, agenda_of
from equalterms.meetings.queries.changes import open_change_of
from equalterms.meetings.queries.meetings import clear_days_given, held_on, meeting_for
from equalterms.meetings.rules.agenda import has_one_chair, may_agree, may_order, may_propose
from equalterms.meetings.rules.clock import note_due_on
from equalterms.meetings.rules.leading import may_plan
from equalterms.meetings.vocabulary import TO_COME, MeetingState, MinutesState
from equalterms.people.models import Person


@dataclass(frozen=True)
class MeetingPage:
    """What one person may know about one meeting."""

    meeting: Meeting
    agenda: list[AgendaLine]
    is_member: bool
    may_plan: bool
    may_order: bool
    may_propose: bool
    open_change: AgendaChange | None  # for members alone
    may_agree: bool
    one_chair: bool
    clear_days: int | None
    short_note: ShortNote | None
    note_due: date | None
    minutes: Minutes | None

    @property
    def is_to_come(self) -> bool:
        return self.meeting.state in TO_COME

    @property
    def may_begin(self) -> bool:
        """Whether this reader can begin it: who runs it, on its day."""
        day = timezone.localtime(self.meeting.starts_at).date()
        return self.may_plan and self.is_to_come and day <= timezone.localdate()

    @property
    def is_under_way(self) -> bool:
        return self.meeting.state == MeetingState.UNDER_WAY

    @property
    def is_held(self) -> bool:
        return self.meeting.state == MeetingState.HELD

    @property
    def called_late(self) -> bool:
        return self.clear_days is not None and self.clear_days < self.meeting.clear_days

    @property
    def planned_minutes(self) -> int:
        return sum(line.item.minutes or 0 for line in self.agenda)

    @property
    def length(self) -> int:
        """Minutes from beginning to end."""
        return round((self.meeting.ends_at - self.meeting.starts_at).total_seconds() / 60)

    @property
    def minutes_left(self) -> int:
        return self.length - self.planned_minutes

    @property
    def note_overdue(self) -> bool:
        return self.short_note is None and self.note_due is not None and self.note_due < timezone.localdate()

    @property
    def minutes_open(self) -> bool:
        """Whether this reader may open the minutes: everybody when they are approved, members when they are shared."""
        if self.minutes is None:
            return False
        if self.minutes.state == MinutesState.APPROVED or self.may_plan:
            return True
        return self.is_member and self.minutes.state == MinutesState.SHARED


def meeting_page(person: Person | None, key: str) -> MeetingPage:
    """Gather a meeting's page, or raise NotVisible."""
    meeting = meeting_for(person, key)
    member = is_member(person, meeting.group)
    change = open_change_of(meeting) if member else None
    held = meeting.state == MeetingState.HELD
    return MeetingPage(
        meeting=meeting,
        agenda=agenda_of(meeting, as_member=member),
        is_member=member,
        may_plan=may_plan(person, meeting.group),
        may_order=meeting.state in TO_COME and may_order(person, meeting.group),
        may_propose=meeting.state in TO_COME and may_propose(person, meeting.group),
        open_change=change,
        may_agree=change is not None and may_agree(person, change),
        one_chair=member and has_one_chair(meeting.group),
        clear_days=clear_days_given(meeting),
        short_note=ShortNote.objects.filter(meeting=meeting).first() if held else None,
        note_due=note_due_on(held_on(meeting), meeting.nation) if held else None,
        minutes=Minutes.objects.filter(meeting=meeting).first() if held else None,
    )
