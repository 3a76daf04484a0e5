"""The map as a picture that can be read without colour, without sight and on paper (SVG).

Marks differ by shape, words stand beside them, and title and description say what the picture shows. No style
attributes, style sheets or scripts: it passes a strict content security policy.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from .marks import (
    GRID,
    INK,
    NAMES,
    PAPER,
    QUIET,
    clean,
    letter,
    number,
    quoted,
    shape,
    shortened,
    stroke,
    ungrouped,
    words,
)
from .result import NO_GROUP, Group, OpinionMap
from .tallies import AGREE, DISAGREE

WIDTH = 960
_MARGIN = 32
_LINE = 26
_MAP_TOP, _MAP_HEIGHT = 84, 480
_CELLS = (64, 40)
"""People this close together share a mark, its area by their number: nobody can be picked out of a crowd."""
_SMALLEST_MARK, _LARGEST_MARK = 3.0, 13.0
_ROWS_OF_SMALL = 12
_FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, sans-serif"
_LONG, _LONGER = 62, 92

Texts = Mapping[Any, str]


def pictured(
    drawn: OpinionMap, texts: Texts | None = None, *,
    title: str = "Opinion map", name: str = "opinion-map", attribution: str | None = None,
) -> str:  # fmt: skip
    """Return the picture as SVG text: the map of people, or for a small crowd agreement by statement.

    ``texts`` maps statement to words; ``name`` makes the ids unique in a page; ``attribution`` is written at the foot.
    """
    said = texts or {}
    if drawn.small:
        body, bottom = _small(drawn, said)
    else:
        body, bottom = _map(drawn, said)
    for note in drawn.notes:
        for line in _wrapped(note):
            body.append(words(line, _MARGIN, bottom, size=16, colour=QUIET, kind="note"))
            bottom += 22
        bottom += 4
    for line in _wrapped(attribution or ""):
        body.append(words(line, _MARGIN, bottom, size=14, colour=QUIET, kind="attribution"))
        bottom += 20
    height = int(bottom + 12)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" class="opinion-map" '
            f"aria-labelledby={quoted(f'{name}-title {name}-desc')} font-family={quoted(_FONT)}>",
            f"<title id={quoted(name + '-title')}>{clean(title)}</title>",
            f"<desc id={quoted(name + '-desc')}>{clean(described(drawn, said))}</desc>",
            f'<rect class="paper" width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
            words(shortened(title, _LONG), _MARGIN, 44, size=26, bold=True, kind="heading"),
            *body,
            "</svg>",
            "",
        ]
    )


def described(drawn: OpinionMap, texts: Texts) -> str:
    """Return in words what the picture shows."""
    people, inside = drawn.coverage.people, drawn.coverage.people_in
    said = [f"{people} people voted; {inside} of them on enough statements to be placed in a group."]
    if drawn.small:
        said.append("Agreement is shown statement by statement, with the range in which the true share may lie.")
    elif len(drawn.groups) == 1:
        said.append("People who vote alike stand close together. They are shown as one group.")
    else:
        said.append(f"People who vote alike stand close together. There are {len(drawn.groups)} groups.")
        said += [_group_in_words(drawn, texts, place, group) for place, group in enumerate(drawn.groups)]
    agreed = [a for a in drawn.agreements if a.direction == "agree"][:3]
    if agreed:
        said.append("Most agreed by all: " + "; ".join(_named(drawn, texts, a.statement) for a in agreed) + ".")
    return " ".join([*said, *drawn.notes])


def _named(drawn: OpinionMap, texts: Texts, place: int, most: int = 160) -> str:
    statement = drawn.statement_ids[place].item()
    text = texts.get(statement)
    return f"“{shortened(text, most)}”" if text else f"statement {statement}"


def _group_in_words(drawn: OpinionMap, texts: Texts, place: int, group: Group) -> str:
    words_ = f"Group {letter(place)} ({NAMES[place % len(NAMES)]}s), {_people(group.size)}"
    if not group.representative:
        return words_ + "."
    told = max(group.representative, key=lambda r: r.z)
    hits = told.agree if told.direction == "agree" else told.disagree
    return f"{words_}: {hits} of {told.seen} {told.direction} that {_named(drawn, texts, told.statement)}."


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


# ---- the map


def _map(drawn: OpinionMap, texts: Texts) -> tuple[list[str], float]:
    body = [
        words(
            "People who vote alike stand close together. A larger mark stands for more people.",
            _MARGIN,
            70,
            size=18,
            colour=QUIET,
        )
    ]
    left, right, bottom = _MARGIN, WIDTH - _MARGIN, _MAP_TOP + _MAP_HEIGHT
    body.append(
        f'<rect class="frame" x="{left}" y="{_MAP_TOP}" width="{right - left}" height="{_MAP_HEIGHT}" '
        f'fill="none" stroke="{GRID}" stroke-width="1"/>'
    )
    x, y = _on_page(drawn)
    place_of = {group.id: place for place, group in enumerate(drawn.groups)}
    body += _marks(drawn, x, y, place_of)
    body += _letters(drawn, x, y, place_of)
    return _legend(drawn, texts, body, bottom + 34)


def _on_page(drawn: OpinionMap) -> tuple[Any, Any]:
    """Coordinates on the page, one scale for both axes; the furthest thousandth is drawn at the edge."""
    shown = drawn.shown[:, :2]
    if shown.shape[0] == 0:
        return np.zeros(0), np.zeros(0)
    low, high = np.quantile(shown, 0.001, axis=0), np.quantile(shown, 0.999, axis=0)
    middle, span = (low + high) / 2, np.maximum(high - low, 1e-9)
    room = np.array([WIDTH - 2 * _MARGIN - 40, _MAP_HEIGHT - 40])
    scale = float((room / span).min()) if (high > low).any() else 1.0
    moved = np.clip((shown - middle) * scale, -room / 2, room / 2)
    return WIDTH / 2 + moved[:, 0], _MAP_TOP + _MAP_HEIGHT / 2 - moved[:, 1]


def _marks(drawn: OpinionMap, x: Any, y: Any, place_of: dict[int, int]) -> list[str]:
    """One mark for each group in each cell, its area by the number of people there."""
    column = ((x - _MARGIN) / (WIDTH - 2 * _MARGIN) * _CELLS[0]).astype(np.int64)
    row = ((y - _MAP_TOP) / _MAP_HEIGHT * _CELLS[1]).astype(np.int64)
    cell = (row * _CELLS[0] + column) * (len(place_of) + 1)
    number_of = np.full(max(place_of, default=0) + 2, len(place_of))
    for name, place in place_of.items():
        number_of[name] = place
    cell += number_of[drawn.group.astype(np.int64)]
    used, of_cell, counts = np.unique(cell, return_inverse=True, return_counts=True)
    across = np.bincount(of_cell, weights=x) / counts if used.size else x
    down = np.bincount(of_cell, weights=y) / counts if used.size else y
    largest = max(int(counts.max(initial=1)), 4)
    marks = []
    for name, px, py, count in zip((used % (len(place_of) + 1)).tolist(), across, down, counts.tolist(), strict=True):
        size = _SMALLEST_MARK + (_LARGEST_MARK - _SMALLEST_MARK) * float(np.sqrt((count - 1) / (largest - 1)))
        if name == len(place_of):
            marks.append(ungrouped(px, py, min(size, 6.0)))
        else:
            marks.append(shape(name, px, py, size))
    return marks


def _letters(drawn: OpinionMap, x: Any, y: Any, place_of: dict[int, int]) -> list[str]:
    """Each group's letter on paper at its middle."""
    if len(place_of) < 2:
        return []
    body = []
    for name, place in place_of.items():
        mine = drawn.group == name
        px, py = float(np.median(x[mine])), float(np.median(y[mine]))
        label = f"Group {letter(place)}"
        half = 6 + 5 * len(label)
        body.append(
            f'<rect class="label" x="{number(px - half)}" y="{number(py - 16)}" width="{number(2 * half)}" height="30" '
            f'rx="4" fill="{PAPER}" stroke="{INK}" stroke-width="1"/>'
        )
        body.append(words(label, px, py + 6, bold=True, anchor="middle", kind="label"))
    return body


def _legend(drawn: OpinionMap, texts: Texts, body: list[str], y: float) -> tuple[list[str], float]:
    for place, group in enumerate(drawn.groups):
        name = f"Group {letter(place)}" if len(drawn.groups) > 1 else "One group"
        body.append(shape(place, _MARGIN + 10, y - 6, 9))
        body.append(words(f"{name}, {_people(group.size)}", _MARGIN + 32, y, bold=True))
        y += _LINE
        for told in sorted(group.representative, key=lambda r: -r.z)[:2]:
            hits = told.agree if told.direction == "agree" else told.disagree
            line = f"{hits} of {told.seen} {told.direction}: {_named(drawn, texts, told.statement, _LONG)}"
            body.append(words(line, _MARGIN + 32, y, size=17))
            y += _LINE - 2
        y += 6
    outside = int((drawn.group == NO_GROUP).sum())
    if outside:
        body.append(ungrouped(_MARGIN + 10, y - 6, 6))
        body.append(words(f"In no group: {_people(outside)} who voted on few statements", _MARGIN + 32, y))
        y += _LINE + 6
    agreed = [a for a in drawn.agreements if a.direction == "agree"][:3]
    if agreed:
        body.append(words("Most agreed by all", _MARGIN, y, bold=True))
        y += _LINE
    for found in agreed:
        line = f"{found.hits} of {found.seen} agree: {_named(drawn, texts, found.statement, _LONG)}"
        body.append(words(line, _MARGIN, y, size=17))
        y += _LINE - 2
    return body, y + 10


# ---- a small crowd


def _small(drawn: OpinionMap, texts: Texts) -> tuple[list[str], float]:
    """Agreement by statement: a bar from the lowest to the highest likely share, a tick at the share itself."""
    left, width, y = _MARGIN, WIDTH - 2 * _MARGIN - 190, 76.0
    body = [
        words("How many agree, of those who voted; the line is the range it may truly be.", _MARGIN, y, colour=QUIET)
    ]
    seen = drawn.seen
    share = drawn.tallies[:, AGREE] / np.maximum(seen, 1)
    order = [j for j in np.lexsort((-share, -drawn.low[:, 0])).tolist() if seen[j]]
    for j in order[:_ROWS_OF_SMALL]:
        y += 34
        body.append(words(_named(drawn, texts, j, _LONGER), left, y, size=17))
        y += 20
        low, high, middle = (left + width * float(v) for v in (drawn.low[j, 0], drawn.high[j, 0], share[j]))
        body.append(stroke("whole", f"M{left} {number(y)}h{width}", GRID, 2))
        body.append(stroke("range", f"M{number(low)} {number(y)}H{number(high)}", QUIET, 6))
        body.append(stroke("share", f"M{number(middle)} {number(y - 9)}v18", INK, 4))
        counted = f"{drawn.tallies[j, AGREE]} of {seen[j]} agree, {drawn.tallies[j, DISAGREE]} disagree"
        body.append(words(counted, WIDTH - _MARGIN, y + 6, size=16, anchor="end"))
    if len(order) > _ROWS_OF_SMALL:
        y += 30
        body.append(words(f"And {len(order) - _ROWS_OF_SMALL} more statements.", left, y, size=17, colour=QUIET))
    return body, y + 40


def _wrapped(text: str, most: int = 104) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < most:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
