"""The lengths of time that law and practice ask for, each with its source and the day on which it was looked up."""

from dataclasses import dataclass
from datetime import date

_LOOKED_UP = date(2026, 11, 22)


@dataclass(frozen=True)
class Figure:
    """A number of ``unit`` with its source. Law changes: whoever relies on it looks up the source again."""

    name: str
    value: int
    unit: str
    source: str
    looked_up_on: date


FLOOR = Figure(
    "papers before a meeting", 5, "clear working days",
    "Local Government Act 1972, Part VA, as amended: agenda and papers are open five clear days before.", _LOOKED_UP,
)  # fmt: skip
"""The least for papers; a group or a format may ask for more, nobody for less."""
NOTE = Figure(
    "note of attendance and decisions after a meeting", 7, "working days",
    "Local Government and Elections (Wales) Act 2021; taken as good practice elsewhere.", _LOOKED_UP,
)  # fmt: skip
RESPONSE = Figure(
    "response to a recommendation", 2, "calendar months",
    "SI 2009/1919, regulation 6 (a comparable duty to answer); an agreement may set another.", _LOOKED_UP,
)  # fmt: skip

FIGURES = (FLOOR, NOTE, RESPONSE)
