"""The round table: who sits in a group, by shape. Lived experience is a circle, those in charge a square."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from equalterms.design.components.marks import shape
from equalterms.design.tables import Column, Table, data_table

KINDS = {"lived": "circle", "charge": "square", "other": "diamond"}
MIDDLE = 160  # of the drawing, which is 320 units wide and high
OUTER = 138  # radius of the outer ring of seats
SEATS_FOR_ONE_RING, SEATS_FOR_TWO_RINGS = 22, 44
RING_GAP = 36
LARGEST_SEAT = 19.0  # half of a seat's width
ROOM_AT_TABLE = 10  # between a seat and the table
KEY = "\x00"


@dataclass(frozen=True)
class Seat:
    """One seat: as what a person sits there, whether somebody does, and how the seat is called."""

    kind: Literal["lived", "charge", "other"]
    filled: bool = True
    label: str = ""


@dataclass(frozen=True)
class RoundTablePicture:
    """The seats in the order in which they stand round the table, and the composition in words."""

    seats: Sequence[Seat]
    words: str = ""
    key: str = "table"


def ring_sizes(seats: int) -> list[int]:
    """Share seats among one, two or three rings, outermost first, so that all stand about equally far apart."""
    rings = 1 if seats <= SEATS_FOR_ONE_RING else 2 if seats <= SEATS_FOR_TWO_RINGS else 3
    radii = [OUTER - RING_GAP * ring for ring in range(rings)]
    sizes = [round(seats * radius / sum(radii)) for radius in radii]
    sizes[0] += seats - sum(sizes)
    return sizes


def places(seats: int) -> list[tuple[float, float, float]]:
    """Return (x, y, half width) for each seat, beginning at the top and going round with the clock."""
    found = []
    sizes = ring_sizes(seats) if seats else []
    nearest = min(
        (2 * (OUTER - RING_GAP * ring) * math.sin(math.pi / max(size, 2)) for ring, size in enumerate(sizes)),
        default=0.0,
    )
    if len(sizes) > 1:
        nearest = min(nearest, RING_GAP)
    half = round(min(LARGEST_SEAT, nearest * 0.41), 1)
    for ring, size in enumerate(sizes):
        radius = OUTER - RING_GAP * ring
        for n in range(size):
            angle = 2 * math.pi * (n + 0.5 * (ring % 2)) / size
            found.append((n / size, MIDDLE + radius * math.sin(angle), MIDDLE - radius * math.cos(angle)))
    # Neighbours in the list stay neighbours at the table, whatever ring they sit in.
    found.sort(key=lambda place: place[0])
    return [(round(x, 1), round(y, 1), half) for _turn, x, y in found]


def _draw_seat(kind: str, filled: bool, x: float, y: float, half: float) -> str:
    name = f"t-{kind}" if filled else "t-empty"
    if kind == "lived":
        return f'<circle class="{name}" cx="{x}" cy="{y}" r="{half}"/>'
    if kind == "charge":
        side = round(half * 0.9, 1)
        width = round(2 * side, 1)
        return f'<rect class="{name}" x="{x - side:.1f}" y="{y - side:.1f}" width="{width}" height="{width}"/>'
    r = round(half * 1.15, 1)
    return f'<path class="{name}" d="M{x} {y - r:.1f}l{r} {r} {-r} {r} {-r} {-r}z"/>'


@lru_cache(maxsize=512)
def _drawing(seats: tuple[tuple[str, bool], ...], title: str) -> str:
    spots = places(len(seats))
    rings = len(ring_sizes(len(seats))) if seats else 1
    half = spots[0][2] if spots else LARGEST_SEAT
    table = round(OUTER - RING_GAP * (rings - 1) - half * 1.15 - ROOM_AT_TABLE, 1)
    drawn = "".join(_draw_seat(kind, filled, *spot) for (kind, filled), spot in zip(seats, spots, strict=True))
    return (
        f'<svg viewBox="0 0 320 320" role="img" aria-labelledby="rt-{KEY}" aria-describedby="rw-{KEY}">'
        f'<title id="rt-{KEY}">{escape(title)}</title>'
        f'<circle class="t-table" cx="160" cy="160" r="{table}"/>{drawn}</svg>'
    )


def seat_counts(seats: Sequence[Seat]) -> dict[str, tuple[int, int]]:
    """Return (taken, empty) for each kind of seat that the table has."""
    counts = {}
    for kind in KINDS:
        taken = sum(seat.kind == kind and seat.filled for seat in seats)
        empty = sum(seat.kind == kind and not seat.filled for seat in seats)
        if taken or empty:
            counts[kind] = (taken, empty)
    return counts


def kind_words() -> dict[str, str]:
    return {
        "lived": _("Lived experience"),
        "charge": _("In charge"),
        "other": _("Advisers and observers"),
    }


def seats_table(picture: RoundTablePicture) -> Table:
    """Return the same facts as a table."""
    named, counts = kind_words(), seat_counts(picture.seats)
    return Table(
        caption=_("Seats at the table"),
        columns=[_("Who"), Column(_("Taken"), numeric=True), Column(_("Empty"), numeric=True)],
        rows=[
            (format_html("{}{}", shape(KINDS[kind]), named[kind]), taken, empty)
            for kind, (taken, empty) in counts.items()
        ],
        cards=False,
        caption_hidden=True,
    )


def round_table(picture: RoundTablePicture) -> SafeString:
    """Return the picture, the composition in words, and the table."""
    title = _round_title(len(picture.seats), get_language() or "")
    drawing = _drawing(tuple((seat.kind, seat.filled) for seat in picture.seats), title)
    key = "".join(c for c in picture.key if c.isalnum() or c in "-_")
    return format_html(
        '<figure class="et-round-table"><div class="et-round-table__picture">{}</div><figcaption>'
        '<p class="et-round-table__words" id="rw-{}">{}</p>{}</figcaption></figure>',
        mark_safe(drawing.replace(KEY, key)),
        key,
        picture.words,
        data_table(seats_table(picture)),
    )


@lru_cache(maxsize=512)
def _round_title(seats: int, language: str) -> str:
    return _("Round table with %(count)s seats") % {"count": seats}
