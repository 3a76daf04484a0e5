"""Working days as meetings count them: without weekends and bank holidays of the nation where the meeting is."""

from datetime import date
from functools import lru_cache

from equalterms.engines import deadlines
from equalterms.meetings.vocabulary import NOTE_WORKING_DAYS


@lru_cache
def calendar_of(nation: str) -> deadlines.Calendar:
    return deadlines.Calendar(deadlines.Nation(str(nation)))


def is_working_day(day: date, nation: str) -> bool:
    """Whether a day is Monday to Friday and no bank holiday there."""
    return calendar_of(nation).is_working_day(day)


def clear_days_between(first: date, second: date, nation: str) -> int:
    """Count the whole working days between two days; neither of the two counts."""
    return deadlines.clear_days(first, second, calendar_of(nation)).days


def note_due_on(held_on: date, nation: str) -> date:
    """Return the day by which the note of attendance and decisions is public."""
    return deadlines.working_days_after(held_on, NOTE_WORKING_DAYS, calendar_of(nation)).end
