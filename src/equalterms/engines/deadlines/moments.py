"""A deadline is a day; it is over when that day is over in Europe/London, summer time or not."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from .calendar import Calendar, DeadlineError, checked, day_after
from .counting import clear_days

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Overdue:
    """How late something is: ``calendar_days`` and ``working_days`` since the day it was due; both 0 when it is not."""

    due_on: date
    on: date
    calendar_days: int
    working_days: int

    @property
    def late(self) -> bool:
        """Whether the day it was due has passed."""
        return self.calendar_days > 0


def day_in_london(moment: datetime) -> date:
    """Return the day that it is in London at a moment; raise ``DeadlineError`` for a moment without a time zone."""
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        raise DeadlineError("A moment needs a time zone; store moments in UTC.")
    return moment.astimezone(LONDON).date()


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over in London, the first of the next day. What is before it is in time.

    The moment is in UTC: sums with London time would be an hour out on the nights when the clocks change.
    """
    return datetime.combine(day_after(checked(day, "day")), time(), LONDON).astimezone(UTC)


def overdue(due_on: date, on: date, calendar: Calendar) -> Overdue:
    """Measure how late something is on a day (the day it was done, or today)."""
    checked(due_on, "day it was due")
    days = max((checked(on, "day it was done") - due_on).days, 0)
    between = clear_days(due_on, on, calendar).days if days else 0
    return Overdue(due_on, on, days, between + int(days > 0 and calendar.is_working_day(on)))
