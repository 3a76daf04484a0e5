"""When a meeting's papers must be out in each format, and how a paper stands: ready, due, late or not possible."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from .calendar import Calendar, DeadlineError, whole
from .counting import Count, latest_day
from .figures import FLOOR
from .moments import Overdue, day_in_london, end_of, overdue


@dataclass(frozen=True)
class Lead:
    """A row of the table of lead times: so many clear days for a format, a group, or both (None stands for any).

    ``why`` is the source or reason, which people can read.
    """

    clear_days: int
    why: str
    format: str | None = None
    group: str | None = None

    def fits(self, format: str | None, group: str | None) -> bool:
        """Whether the row speaks of this format and group."""
        return self.format in (None, format) and self.group in (None, group)


@dataclass(frozen=True)
class LeadTable:
    """Lead times by format and group above a floor. Every row that fits counts, and the longest decides."""

    rows: tuple[Lead, ...] = ()
    floor: Lead = Lead(FLOOR.value, FLOOR.source)

    def __post_init__(self) -> None:
        whole(self.floor.clear_days, "clear days", FLOOR.value)
        for row in self.rows:
            whole(row.clear_days, "clear days", self.floor.clear_days)
            if not row.why.strip():
                raise DeadlineError("Each lead time needs its source or reason.")

    def lead(self, *, format: str | None = None, group: str | None = None) -> Lead:
        """Return the row that decides: the longest that fits; the floor where none is longer."""
        fitting = (row for row in self.rows if row.fits(format, group))
        return max((self.floor, *fitting), key=lambda row: row.clear_days)


@dataclass(frozen=True)
class PaperDeadline:
    """The last day for a paper in one format: ``on`` the day, ``until`` the moment (UTC), and how it was worked out."""

    on: date
    until: datetime
    lead: Lead
    count: Count
    calendar: Calendar


class PaperState(StrEnum):
    """How a paper stands in one format."""

    READY = "ready"
    DUE = "due"
    LATE = "late"
    NOT_POSSIBLE = "not possible"


@dataclass(frozen=True)
class PaperStanding:
    """The state of a paper. ``overdue`` says how late it is or came; ``here`` whether it is there by now.

    A paper that came after its deadline stays late. ``because`` is given when it is not possible.
    """

    state: PaperState
    here: bool
    overdue: Overdue
    because: str = ""


def paper_deadline(
    meeting_on: date, calendar: Calendar, table: LeadTable | None = None, *, format: str | None = None,
    group: str | None = None,
) -> PaperDeadline:  # fmt: skip
    """Work out the last day on which a paper can go out in a format to a group's meeting."""
    lead = (LeadTable() if table is None else table).lead(format=format, group=group)
    count = latest_day(meeting_on, lead.clear_days, calendar)
    return PaperDeadline(count.start, end_of(count.start), lead, count, calendar)


def paper_standing(
    deadline: PaperDeadline, *, now: datetime, ready_at: datetime | None = None, not_possible_because: str | None = None
) -> PaperStanding:
    """Say how a paper stands ``now``; ``ready_at`` is when it was ready, None or later than now when it is not yet.

    A paper that is there is ready or late, even if somebody said before that it was not possible. A reason of spaces
    is refused: whoever needs the format is owed a word.
    """
    today = day_in_london(now)
    if not_possible_because is not None and not not_possible_because.strip():
        raise DeadlineError("Say why the format is not possible.")
    ready_on = None if ready_at is None else day_in_london(ready_at)
    here = ready_at is not None and ready_at.astimezone(UTC) <= now.astimezone(UTC)
    so_late = overdue(deadline.on, ready_on if here and ready_on is not None else today, deadline.calendar)
    if here:
        return PaperStanding(PaperState.LATE if so_late.late else PaperState.READY, True, so_late)
    if not_possible_because is not None:
        return PaperStanding(PaperState.NOT_POSSIBLE, False, so_late, not_possible_because)
    return PaperStanding(PaperState.LATE if so_late.late else PaperState.DUE, False, so_late)
