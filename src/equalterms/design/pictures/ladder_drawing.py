"""Draws the ladder as SVG text. Geometry alone: what may be shown has been decided before.

Colours come from classes, so that every theme, forced colours and print can set them.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from html import escape

# The large drawing, in its own units; on a 320 px screen one unit is about one pixel.
WIDTH = 334
LEFT, RIGHT = 3, 264  # the two rails
STEP = 48  # from rung to rung
TOP = 44  # room above the top rung for its marks
NAME_X = 14
CLAIM_X = 151
CLAIM_SIZE = 22
FIRST_READING_X, READING_GAP, READING_R = 181, 17.5, 7.5
READINGS_A_ROW, READINGS_DRAWN = 5, 10
LARGEST_BUBBLE = 15
GAP_X = 275
FOOT = 40
ON_RUNG = 3  # between a mark and the rung it stands on
LETTERS_BESIDE = 6
LINE = 16  # between two lines of words beside the gap

# The small drawing.
SMALL_WIDTH, SMALL_STEP, SMALL_TOP = 64, 9, 8

Middle = tuple[int, int] | None


def small(
    rungs: int, claimed: int | None, spread: Mapping[int, int], middle: Middle, reason: str, key: str, title: str
) -> str:
    """Draw the ladder for a card, described by the words with the id `lw-<key>`."""
    height = SMALL_TOP * 2 + (rungs - 1) * SMALL_STEP

    def y(rung: float) -> float:
        return round(height - SMALL_TOP - (rung - 1) * SMALL_STEP, 1)

    frame = f"M8 1v{height - 2}M56 1v{height - 2}" + "".join(f"M8 {y(r)}h48" for r in range(1, rungs + 1))
    parts = []
    if claimed is not None and middle and (level := y(sum(middle) / 2)) != y(claimed):
        ends = sorted((level, y(claimed)))
        parts.append(f'<path class="l-band" d="M8 {ends[0]:g}h48V{ends[1]:g}H8z"/>')
        parts.append(f'<path class="l-gap" d="M32 {ends[0]:g}V{ends[1]:g}"/>')
    parts.insert(1 if parts else 0, f'<path class="l-rail" d="{frame}"/>')
    if spread:
        most = max(spread.values())
        parts.extend(
            f'<circle class="l-own" cx="44" cy="{y(rung)}" r="{round(2.4 + 2.6 * count / most, 1)}"/>'
            for rung, count in spread.items()
        )
    elif reason == "too_few":
        parts.append(f'<path class="l-dash" d="M44 {y(1) + 2}V{y(rungs) - 2}"/>')
    elif reason == "not_asked":
        parts.append(f'<circle class="l-dash" cx="44" cy="{y((rungs + 1) / 2)}" r="6"/>')
    if claimed is not None:
        parts.append(f'<path class="l-claim" d="M15 {y(claimed) - 5}h10v10h-10z"/>')
    elif reason in ("your_turn", "none_yet"):
        parts.append(f'<path class="l-dash" d="M14 {y((rungs + 1) / 2) - 6}h12v12h-12z"/>')
    return (
        f'<svg viewBox="0 0 {SMALL_WIDTH} {height}" role="img" aria-labelledby="lt-{key} lw-{key}">'
        f'<title id="lt-{key}">{escape(title)}</title>{"".join(parts)}</svg>'
    )


def large(
    names: Sequence[str],
    claimed: int | None,
    spread: Mapping[int, int],
    middle: Middle,
    gap_words: str,
    foot_words: str,
    reason: str,
    key: str,
    title: str,
) -> str:
    """Draw the ladder for its own page."""
    ladder_height = TOP + (len(names) - 1) * STEP + 26
    height = ladder_height + (FOOT if foot_words else 0)

    def y(rung: float) -> float:
        return TOP + (len(names) - rung) * STEP

    parts = [_band(y(claimed), y(sum(middle) / 2))] if claimed is not None and middle else []
    parts.append(_frame(names, y, ladder_height, claimed, middle))
    if claimed is not None and middle:
        parts.append(_gap(y(claimed), y(sum(middle) / 2), gap_words))
    most = max(spread.values(), default=0)
    for rung, count in spread.items():
        parts.append(_dots(y(rung), count) if most <= READINGS_DRAWN else _bubble(y(rung), count, most))
    if claimed is not None:
        half = CLAIM_SIZE / 2
        parts.append(
            f'<rect class="l-claim" x="{CLAIM_X - half:g}" y="{y(claimed) - CLAIM_SIZE - ON_RUNG:g}" '
            f'width="{CLAIM_SIZE}" height="{CLAIM_SIZE}"/>'
        )
    if foot_words:
        parts.append(_foot(ladder_height + 22, foot_words, reason))
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-labelledby="lt-{key}" aria-describedby="lw-{key}">'
        f'<title id="lt-{key}">{escape(title)}</title>{"".join(parts)}</svg>'
    )


def _band(claim: float, reading: float) -> str:
    """Tint what lies between the claim and the middle reading."""
    top, bottom = sorted((claim, reading))
    return f'<rect class="l-band" x="{LEFT}" y="{top:g}" width="{RIGHT - LEFT}" height="{bottom - top:g}"/>'


def _frame(
    names: Sequence[str], y: Callable[[float], float], height: float, claimed: int | None, middle: Middle
) -> str:
    rails = f"M{LEFT} 6V{height:g}M{RIGHT} 6V{height:g}"
    rungs = "".join(f"M{LEFT} {y(r):g}H{RIGHT}" for r in range(1, len(names) + 1))
    marked = {claimed, *(middle or ())}
    words = "".join(
        f'<text class="l-name{" l-name--marked" if number in marked else ""}" x="{NAME_X}" y="{y(number) - 9:g}">'
        f"{escape(name)}</text>"
        for number, name in enumerate(names, start=1)
    )
    return f'<path class="l-rail" d="{rails}{rungs}"/>{words}'


def _dots(level: float, count: int) -> str:
    """Draw one circle for each reading."""
    return "".join(
        f'<circle class="l-own" cx="{FIRST_READING_X + (n % READINGS_A_ROW) * READING_GAP:g}" '
        f'cy="{level - ON_RUNG - READING_R - (n // READINGS_A_ROW) * READING_GAP:g}" r="{READING_R}"/>'
        for n in range(count)
    )


def _bubble(level: float, count: int, most: int) -> str:
    """Draw many readings as one circle, larger for more, with the number beside it."""
    radius = round(4 + (LARGEST_BUBBLE - 4) * math.sqrt(count / most), 1)
    return (
        f'<circle class="l-own" cx="{FIRST_READING_X + 8}" cy="{level - ON_RUNG - radius:g}" r="{radius}"/>'
        f'<text class="l-count" x="{FIRST_READING_X + 31}" y="{level - 11:g}">× {count}</text>'
    )


def _gap(claim: float, members: float, words: str) -> str:
    """Draw the distance as a bracket with its words."""
    top, bottom = sorted((claim, members))
    lines = _short_lines(words)
    first = (top + bottom) / 2 - (len(lines) - 1) * LINE / 2 + 5
    text = "".join(
        f'<tspan x="{GAP_X + 7}" y="{max(first, 14) + index * LINE:g}">{escape(line)}</tspan>'
        for index, line in enumerate(lines)
    )
    bracket = f"M{GAP_X - 7} {top:g}h7V{bottom:g}h-7" if top != bottom else f"M{GAP_X - 7} {top:g}h9"
    return f'<path class="l-gap" d="{bracket}"/><text class="l-apart">{text}</text>'


def _short_lines(words: str) -> list[str]:
    """Break words into lines of a few letters, for the narrow room beside the ladder."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS_BESIDE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _foot(level: float, words: str, reason: str) -> str:
    """Draw what is missing with a dashed outline, and say it."""
    if reason in ("none_yet", "your_turn"):
        mark = f'<rect class="l-dash" x="{NAME_X}" y="{level - 9:g}" width="18" height="18"/>'
    elif reason == "too_few":
        mark = "".join(f'<circle class="l-dash" cx="{NAME_X + 7 + n * 9}" cy="{level:g}" r="7"/>' for n in range(2))
    else:
        mark = f'<circle class="l-dash" cx="{NAME_X + 9}" cy="{level:g}" r="9"/>'
    return f'{mark}<text class="l-name" x="{NAME_X + 32}" y="{level + 5:g}">{escape(words)}</text>'
