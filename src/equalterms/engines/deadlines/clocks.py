"""A clock of working days that can be paused and resumed with a reason; it tells what is used and left, and its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendar import Calendar, DeadlineError, Skipped, Why, checked, day_after, whole
from .moments import Overdue, overdue


@dataclass(frozen=True)
class Pause:
    """Days that do not count, ``first`` and ``last`` among them; ``last`` is None until the clock is resumed."""

    first: date
    reason: str
    last: date | None = None

    def __post_init__(self) -> None:
        checked(self.first, "first day of the pause")
        if self.last is not None and checked(self.last, "last day of the pause") < self.first:
            raise DeadlineError("The last day of a pause cannot be before its first.")
        if not self.reason.strip():
            raise DeadlineError("A pause needs a reason.")

    def holds(self, day: date) -> bool:
        """Whether a day is in the pause."""
        return self.first <= day and (self.last is None or day <= self.last)


class ClockState(StrEnum):
    """What a clock is doing."""

    RUNNING = "running"
    PAUSED = "paused"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met late"


@dataclass(frozen=True)
class Clock:
    """So many working days from the day after ``started_on``; ``met_on`` is the day on which it was answered."""

    started_on: date
    days: int
    calendar: Calendar
    pauses: tuple[Pause, ...] = ()
    met_on: date | None = None

    def __post_init__(self) -> None:
        checked(self.started_on, "day of the start")
        whole(self.days, "working days", 1)
        if self.met_on is not None and checked(self.met_on, "day of the answer") < self.started_on:
            raise DeadlineError("A clock cannot be met before it started.")

    def paused(self, on: date, reason: str) -> "Clock":
        """Return the clock paused from a day on; raise ``DeadlineError`` when it is paused already."""
        if any(pause.last is None for pause in self.pauses):
            raise DeadlineError("The clock is paused already.")
        return self._with((*self.pauses, Pause(on, reason)))

    def resumed(self, on: date) -> "Clock":
        """Return the clock running again from a day on, which counts again; raise when it is not paused.

        Resumed on the day of the pause, the pause falls away: no day was lost.
        """
        still = [pause for pause in self.pauses if pause.last is None]
        if not still:
            raise DeadlineError("The clock is not paused.")
        if checked(on, "day of resuming") < still[0].first:
            raise DeadlineError("A clock cannot be resumed before it was paused.")
        others = tuple(pause for pause in self.pauses if pause.last is not None)
        if on == still[0].first:
            return self._with(others)
        return self._with((*others, Pause(still[0].first, still[0].reason, day_after(on, -1))))

    def met(self, on: date) -> "Clock":
        """Return the clock as answered on a day."""
        return Clock(self.started_on, self.days, self.calendar, self.pauses, on)

    def _with(self, pauses: tuple[Pause, ...]) -> "Clock":
        return Clock(self.started_on, self.days, self.calendar, pauses, self.met_on)


@dataclass(frozen=True)
class Reading:
    """A clock read on a day.

    ``used`` are the days that counted up to and with that day, at most those allowed; ``left`` the rest. ``due_on`` is
    None while a pause without an end stands before it. ``counted`` and ``skipped`` tell every day up to the due day, or
    up to the day of reading where there is none yet.
    """

    on: date
    state: ClockState
    used: int
    left: int
    due_on: date | None
    overdue: Overdue | None
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]


def read(clock: Clock, on: date) -> Reading:
    """Read a clock on a day; once it was met, what it showed on that day stays."""
    on = checked(on, "day of reading") if clock.met_on is None else min(on, clock.met_on)
    counted, skipped, due_on = _run(clock, on)
    used = sum(day <= on for day in counted)
    so_late = None if due_on is None else overdue(due_on, on, clock.calendar)
    late = so_late is not None and so_late.late
    state = ClockState.OVERDUE if late else ClockState.RUNNING
    if clock.met_on == on:
        state = ClockState.MET_LATE if late else ClockState.MET
    elif not late and any(pause.holds(on) for pause in clock.pauses):
        state = ClockState.PAUSED
    return Reading(on, state, used, clock.days - used, due_on, so_late, counted, skipped)


def _run(clock: Clock, on: date) -> tuple[tuple[date, ...], tuple[Skipped, ...], date | None]:
    """Count to the due day; to the day of reading where an open pause stands before it."""
    counted: list[date] = []
    skipped: list[Skipped] = []
    for day, off in _days(clock):
        if day > on and _never_ends(clock, day):
            return tuple(counted), tuple(skipped), None
        if off is not None:
            skipped.append(off)
            continue
        counted.append(day)
        if len(counted) == clock.days:
            break
    return tuple(counted), tuple(skipped), counted[-1]


def _days(clock: Clock) -> Iterator[tuple[date, Skipped | None]]:
    day = clock.started_on
    while True:
        day = day_after(day)
        off = clock.calendar.day_off(day)
        pause = next((p for p in clock.pauses if p.holds(day)), None)
        yield day, off if off is not None or pause is None else Skipped(day, Why.PAUSED, pause.reason)


def _never_ends(clock: Clock, day: date) -> bool:
    return any(pause.last is None and pause.first <= day for pause in clock.pauses)
