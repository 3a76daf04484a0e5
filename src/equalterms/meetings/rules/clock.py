"""Working days as meetings count them: without weekends and bank holidays of the nation where the meeting is."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

from equalterms.meetings.vocabulary import NOTE_WORKING_DAYS, Nation

SUBDIVISIONS = {Nation.ENGLAND_AND_WALES: "ENG", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}
FRIDAY = 4


@lru_cache
def bank_holidays(nation: str) -> holidays.HolidayBase:
    """Return the bank holidays of a nation; years are added as they are asked for."""
    return holidays.country_holidays("GB", subdiv=SUBDIVISIONS[Nation(nation)])


def is_working_day(day: date, nation: str) -> bool:
    """Whether a day is Monday to Friday and no bank holiday there."""
    return day.weekday() <= FRIDAY and day not in bank_holidays(nation)


def working_days_after(day: date, count: int, nation: str) -> date:
    """Return the working day that comes so many working days after a day, which itself is not counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, nation)
    return day


def clear_days_between(first: date, second: date, nation: str) -> int:
    """Count the whole working days between two days; neither of the two counts."""
    days = (first + timedelta(days=number) for number in range(1, max(0, (second - first).days)))
    return sum(is_working_day(day, nation) for day in days)


def note_due_on(held_on: date, nation: str) -> date:
    """Return the day by which the note of attendance and decisions is public."""
    return working_days_after(held_on, NOTE_WORKING_DAYS, nation)
