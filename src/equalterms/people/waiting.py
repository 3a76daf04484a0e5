"""What "Your turn" is made of: what waits for a person, and what happened since they last looked."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a person. The higher its `urgency`, the higher it stands on the page."""

    title: Words
    url: str
    why: Words = ""
    due: date | None = None
    overdue: bool = False
    urgency: int = 0


@dataclass(frozen=True)
class Happening:
    """One thing that happened and that this person may know of."""

    at: datetime
    title: Words
    url: str
