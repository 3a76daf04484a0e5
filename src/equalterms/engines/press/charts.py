"""Bars that anybody can read: a picture without style or script, the same numbers as words and as a table."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from .cleaning import one_line
from .document import Figure, Picture, Table, Words

_WIDTH = 640
_INK, _DEEP, _LINE = "#1d1b16", "#0b4a50", "#8a7f69"
_FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, sans-serif"
_LETTER = 0.56
"""The width of a middling letter, by its size."""
_ROOM_FOR_NUMBER = 5.0
_LINE_HEIGHT, _BAR_HEIGHT, _BETWEEN = 1.25, 1.0, 0.95


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each label, under its words; drawn anew for each size of letters."""

    rows: tuple[tuple[str, str, float], ...]
    """Label, number as it is said, and how long the bar is."""
    alt: str

    def at(self, letters: float) -> Picture:
        """Return the picture with letters of this size, where the whole picture is 640 wide."""
        most = max((number for *_, number in self.rows), default=0.0) or 1.0
        room = _WIDTH - _ROOM_FOR_NUMBER * letters * _LETTER * 2
        parts, top = [], 0.0
        for label, said, number in self.rows:
            for words in textwrap.wrap(label, max(8, int(_WIDTH / (_LETTER * letters)))) or [""]:
                top += _LINE_HEIGHT * letters
                parts.append(_words(0, top - 0.3 * letters, letters, words))
            long = max(0.0, number) / most * room
            high = _BAR_HEIGHT * letters
            parts.append(f'<rect x="0" y="{top:.1f}" width="{long:.1f}" height="{high:.1f}" fill="{_DEEP}"/>')
            parts.append(f'<path d="M0 {top:.1f}v{high:.1f}" stroke="{_LINE}" stroke-width="2" fill="none"/>')
            parts.append(_words(long + 0.5 * letters, top + 0.8 * high, letters, said, ' font-weight="700"'))
            top += high + _BETWEEN * letters
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {max(top, 1):.0f}" width="{_WIDTH}" '
            f'height="{max(top, 1):.0f}">{"".join(parts)}</svg>'
        )
        return Picture(svg.encode(), alt=self.alt)


def bars(
    caption: str, rows: Sequence[tuple[str, float]], *,
    of: str, said_as: str = "Bar chart.", named: str = "", source: Words = "",
) -> Figure:  # fmt: skip
    """Return a figure with a bar for each row of label and number, none under zero, and the same as a table.

    ``of`` says what is counted ("families"), ``named`` heads the labels. The words for those who cannot see it say
    every number.
    """
    told = tuple((one_line(label).strip(), _number(number), float(number)) for label, number in rows)
    alt = f"{said_as} {'; '.join(f'{label}: {number}' for label, number, _ in told)}."
    table = Table("", [named or of, of if named else ""], [[label, number] for label, number, _ in told])
    return Figure(Bars(told, alt), caption, table, source)


def _number(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}"


def _words(x: float, y: float, letters: float, words: str, more: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{letters:.1f}" font-family="{_FONT}" fill="{_INK}"{more}>'
        f"{escape(words)}</text>"
    )
