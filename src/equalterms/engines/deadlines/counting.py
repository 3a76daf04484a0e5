"""Working days counted forwards and back, clear days, and months; each answer carries the days that it passed over."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from .calendar import Calendar, DeadlineError, Skipped, checked, day_after, whole

_MONTHS = 12


@dataclass(frozen=True)
class Count:
    """Days counted from one day to another.

    ``start`` is where the count sets out and ``end`` where it arrives. ``counted`` are the working days that counted
    and ``skipped`` those passed over and why, both in the order of the calendar.
    """

    start: date
    end: date
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]

    @property
    def days(self) -> int:
        """How many days counted."""
        return len(self.counted)


@dataclass(frozen=True)
class MonthCount:
    """A period of months: from ``start`` to ``end``. ``shortened`` says that the last month has no such day.

    ``falls_on`` says that the end is a weekend or bank holiday; it stays where it is all the same.
    """

    start: date
    end: date
    months: int
    shortened: bool
    falls_on: Skipped | None


def clear_days(sent_on: date, meeting_on: date, calendar: Calendar) -> Count:
    """Count the clear days of a meeting's papers: working days between, without the day of sending and of the meeting.

    Source: Local Government Act 1972, Part VA (agenda and papers open five clear days before). No days are counted when
    the meeting is on the day of sending or before it.
    """
    checked(sent_on, "day of sending")
    counted, skipped = _between(sent_on, checked(meeting_on, "day of the meeting"), calendar)
    return Count(sent_on, meeting_on, counted, skipped)


def latest_day(meeting_on: date, clear: int, calendar: Calendar) -> Count:
    """Find the last working day on which papers can go out with so many clear days left before the meeting.

    ``start`` of the answer is that day, ``end`` the meeting, ``counted`` the clear days. It is a working day, as post,
    printers and the people who help work on those; no later working day would leave as many clear days.
    """
    checked(meeting_on, "day of the meeting")
    left, day = whole(clear, "clear days"), meeting_on
    while True:
        day = day_after(day, -1)
        if calendar.is_working_day(day):
            if left == 0:
                break
            left -= 1
    return clear_days(day, meeting_on, calendar)


def working_days_after(day: date, days: int, calendar: Calendar) -> Count:
    """Find the working day that comes ``days`` working days after a day, which itself is not counted.

    With 0 days the answer is the day itself, be it a working day or not.
    """
    reached, left = checked(day, "first day"), whole(days, "working days")
    counted: list[date] = []
    skipped: list[Skipped] = []
    while len(counted) < left:
        reached = day_after(reached)
        off = calendar.day_off(reached)
        if off is None:
            counted.append(reached)
        else:
            skipped.append(off)
    return Count(day, reached, tuple(counted), tuple(skipped))


def months_after(day: date, months: int, calendar: Calendar) -> MonthCount:
    """Find the day ``months`` calendar months later: the same number in that month, or its last day where it has none.

    So two months after 31 December end on 28 or 29 February. This is the corresponding date rule (Dodds v Walker, House
    of Lords 1981). Weekends and bank holidays do not move it.
    """
    checked(day, "first day")
    years, month = divmod(day.year * _MONTHS + day.month - 1 + whole(months, "months"), _MONTHS)
    if years > date.max.year:
        raise DeadlineError("The day that was reached is beyond every calendar.")
    last = monthrange(years, month + 1)[1]
    end = checked(date(years, month + 1, min(day.day, last)), "day that was reached")
    return MonthCount(day, end, months, day.day > last, calendar.day_off(end))


def _between(first: date, last: date, calendar: Calendar) -> tuple[tuple[date, ...], tuple[Skipped, ...]]:
    counted: list[date] = []
    skipped: list[Skipped] = []
    for number in range(1, (last - first).days):
        day = day_after(first, number)
        off = calendar.day_off(day)
        if off is None:
            counted.append(day)
        else:
            skipped.append(off)
    return tuple(counted), tuple(skipped)
