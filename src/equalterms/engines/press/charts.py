"""Bars that anybody can read: a picture without style or script, the same numbers as words and as a table."""

import textwrap
from collections.abc import Sequence
from xml.sax.saxutils import escape

from .cleaning import one_line
from .document import Figure, Picture, Table, Words

_WIDTH, _LEFT, _BAR, _STEP = 640, 250, 30, 58
_ROOM_FOR_NUMBER = 90
_LABEL, _LETTERS = 17, 26
_INK, _DEEP, _LINE = "#1d1b16", "#0b4a50", "#8a7f69"
_FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, sans-serif"
_LINES = 2


def bars(
    caption: str, rows: Sequence[tuple[str, float]], *,
    of: str, said_as: str = "Bar chart.", named: str = "", source: Words = "",
) -> Figure:  # fmt: skip
    """Return a bar for each row of label and number, none under zero; ``of`` says what is counted ("families").

    ``named`` is the heading of the labels. The words for those who cannot see it say every number.
    """
    labels = [one_line(label).strip() for label, _ in rows]
    shown = [f"{number:,g}" if number % 1 else f"{number:,.0f}" for _, number in rows]
    most = max((number for _, number in rows), default=0) or 1
    height = _STEP * len(rows) + 16
    parts = [f'<path d="M{_LEFT} 0V{height}" stroke="{_LINE}" stroke-width="1.5" fill="none"/>']
    for at, (label, (_, number)) in enumerate(zip(labels, rows, strict=True)):
        middle = _STEP * at + _STEP / 2 + 8
        long = max(0.0, number) / most * (_WIDTH - _LEFT - _ROOM_FOR_NUMBER)
        told = textwrap.wrap(label, _LETTERS, max_lines=_LINES, placeholder="…") or [""]
        top = middle + _LABEL / 3 - (len(told) - 1) * _LABEL * 0.6
        parts += [
            f'<text x="{_LEFT - 14}" y="{top + row * _LABEL * 1.2:.1f}" text-anchor="end" font-size="{_LABEL}" '
            f'font-family="{_FONT}" fill="{_INK}">{escape(words)}</text>'
            for row, words in enumerate(told)
        ]
        parts.append(
            f'<rect x="{_LEFT}" y="{middle - _BAR / 2:.1f}" width="{long:.1f}" height="{_BAR}" fill="{_DEEP}"/>'
        )
        parts.append(
            f'<text x="{_LEFT + long + 10:.1f}" y="{middle + _LABEL / 3:.1f}" font-size="{_LABEL}" font-weight="700" '
            f'font-family="{_FONT}" fill="{_INK}">{shown[at]}</text>'
        )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}">'
        f"{''.join(parts)}</svg>"
    )
    alt = f"{said_as} {'; '.join(f'{label}: {number}' for label, number in zip(labels, shown, strict=True))}."
    table = Table("", [named or " ", of], [[label, number] for label, number in zip(labels, shown, strict=True)])
    return Figure(Picture(svg.encode(), alt=alt), caption, table, source)
