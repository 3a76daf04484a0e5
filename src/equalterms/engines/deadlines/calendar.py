"""Which days are working days in a nation of the United Kingdom, and why the others are not.

Bank holidays come from the `holidays` library, with substitute days and with days that were proclaimed once (a
coronation, a state funeral). Years to come are worked out from the standing rules (Banking and Financial Dealings Act
1971); what is proclaimed later is added by hand.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays

FIRST_YEAR, LAST_YEAR = 1972, 2099
"""Years that can be counted in."""
_FRIDAY = 4
_OBSERVED, _SUBSTITUTE = "(observed)", "(substitute day)"


class DeadlineError(ValueError):
    """A date, number or text that no deadline can be worked out from; the message says which and why."""


class Nation(StrEnum):
    """A part of the United Kingdom with bank holidays of its own."""

    ENGLAND_AND_WALES = "england_and_wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


_SUBDIVISION = {Nation.ENGLAND_AND_WALES: "ENG", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}


class Why(StrEnum):
    """Why a day was not counted."""

    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank holiday"
    PAUSED = "paused"


@dataclass(frozen=True)
class Skipped:
    """A day that was not counted, and why. ``name`` is the bank holiday's name, or the reason of a pause; else ""."""

    day: date
    why: Why
    name: str = ""


@dataclass(frozen=True)
class Calendar:
    """The working days of a nation.

    ``also`` are days off that the library does not know yet, as (day, name): a bank holiday proclaimed last week, or
    the days on which an office is closed.
    """

    nation: Nation
    also: tuple[tuple[date, str], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "nation", _nation(self.nation))
        for day, name in self.also:
            if not name.strip():
                raise DeadlineError(f"The day off on {checked(day, 'day off')} needs a name that people can read.")

    def bank_holiday(self, day: date) -> str | None:
        """Return the name of the bank holiday on a day, weekends too; None when it is none."""
        for other, name in self.also:
            if other == day:
                return name
        return _bank_holidays(self.nation, checked(day, "day").year).get(day)

    def day_off(self, day: date) -> Skipped | None:
        """Return why a day is not a working day, or None when it is one. A bank holiday at a weekend is a weekend."""
        if checked(day, "day").weekday() > _FRIDAY:
            return Skipped(day, Why.WEEKEND)
        name = self.bank_holiday(day)
        return None if name is None else Skipped(day, Why.BANK_HOLIDAY, name)

    def is_working_day(self, day: date) -> bool:
        """Whether a day is Monday to Friday and no bank holiday."""
        return self.day_off(day) is None


def checked(day: date, what: str) -> date:
    """Return ``day`` when it is a date within the years that can be counted; raise ``DeadlineError`` else."""
    if type(day) is not date:
        raise DeadlineError(f"The {what} must be a date without a time, not {type(day).__name__}.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DeadlineError(f"The {what} must be in the years {FIRST_YEAR} to {LAST_YEAR}, not {day.year}.")
    return day


def day_after(day: date, days: int = 1) -> date:
    """Return the day so many days later (earlier when negative), within the years that can be counted."""
    try:
        return checked(day + timedelta(days=days), "day that was reached")
    except OverflowError as error:
        raise DeadlineError("The day that was reached is beyond every calendar.") from error


def whole(number: int, what: str, least: int = 0) -> int:
    """Return ``number`` when it is a whole number of at least ``least``; raise ``DeadlineError`` else."""
    if isinstance(number, bool) or not isinstance(number, int) or number < least:
        raise DeadlineError(f"The number of {what} must be a whole number from {least} on, not {number!r}.")
    return number


def _nation(nation: Nation | str) -> Nation:
    try:
        return Nation(nation)
    except ValueError as error:
        raise DeadlineError(f"There is no calendar of {nation!r}; choose one of {', '.join(Nation)}.") from error


@lru_cache
def _bank_holidays(nation: Nation, year: int) -> dict[date, str]:
    found = holidays.country_holidays("GB", subdiv=_SUBDIVISION[nation], years=year)
    return {day: name.replace(_OBSERVED, _SUBSTITUTE).replace("; ", " and ") for day, name in found.items()}
