"""Shapes that tell groups apart without colour, and the escaping of words in a picture.

Circles and squares are left to the two accounts (lived experience, people in charge) that run through the site.
"""

from xml.sax.saxutils import escape, quoteattr

PAPER, INK, QUIET, GRID = "#fbf7ef", "#1d1b16", "#4a463c", "#d8d0c0"
COLOURS = ("#123f63", "#a8480f", "#3d6b35", "#6a3d7c", "#7a6a1a", "#2b2b2b")
"""Deep colours, each 4.5:1 or more on the paper, of different lightness in grey."""
_WIDE_FROM = 0x2E80
"""Characters from here on (mostly Chinese, Japanese and Korean) are drawn twice as wide."""
NAMES = ("upward triangle", "diamond", "cross", "downward triangle", "star", "hexagon")
_POINTS = (
    ((0, -1.1), (1, 0.75), (-1, 0.75)),
    ((0, -1.15), (0.95, 0), (0, 1.15), (-0.95, 0)),
    ((-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35), (0.35, 1), (-0.35, 1),
     (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35)),
    ((0, 1.1), (1, -0.75), (-1, -0.75)),
    ((0, -1.15), (0.32, -0.4), (1.1, -0.36), (0.5, 0.16), (0.7, 0.95), (0, 0.5), (-0.7, 0.95), (-0.5, 0.16),
     (-1.1, -0.36), (-0.32, -0.4)),
    ((1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0), (-0.5, -0.87), (0.5, -0.87)),
)  # fmt: skip


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{round(value, 1) + 0.0:g}"


def letter(place: int) -> str:
    """The name of a group by its place: A, B, ... Z, AA."""
    head, tail = divmod(place, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)


def shape(place: int, x: float, y: float, size: float) -> str:
    """The mark of the group at ``place``, about 2 x ``size`` wide, centred at x, y."""
    corners = _POINTS[place % len(_POINTS)]
    points = " ".join(f"{number(x + size * px)},{number(y + size * py)}" for px, py in corners)
    colour = COLOURS[place % len(COLOURS)]
    return (
        f'<polygon class="mark mark-{letter(place).lower()}" points="{points}" fill="{colour}" '
        f'stroke="{PAPER}" stroke-width="0.8"/>'
    )


def ungrouped(x: float, y: float, size: float) -> str:
    """The mark of people in no group: a small stroke."""
    return (
        f'<path class="mark mark-none" d="M{number(x - size)} {number(y)}h{number(2 * size)}" '
        f'stroke="{QUIET}" stroke-width="1.6" fill="none"/>'
    )


def stroke(kind: str, path: str, colour: str, width: int) -> str:
    """A line along ``path``."""
    return f'<path class="{kind}" d="{path}" stroke="{colour}" stroke-width="{width}" fill="none"/>'


def words(
    text: str, x: float, y: float, *,
    size: int = 18, bold: bool = False, colour: str = INK, anchor: str = "start", kind: str = "words",
) -> str:  # fmt: skip
    """One line of text at x, y (the foot of the line)."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text class="{kind}" x="{number(x)}" y="{number(y)}" font-size="{size}" fill="{colour}" '
        f'text-anchor="{anchor}"{weight}>{clean(text)}</text>'
    )


def clean(text: str) -> str:
    """Text made safe for XML; characters that XML forbids become spaces."""
    return escape("".join(c if _allowed(c) else " " for c in text))


def _allowed(c: str) -> bool:
    return c in "\t\n" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")


def quoted(text: str) -> str:
    """Text as a quoted attribute."""
    return quoteattr(text)


def shortened(text: str, most: int) -> str:
    """Text on one line, cut at a word within ``most`` characters; wide characters count double."""
    flat = " ".join(text.split())
    width = 0
    for place, c in enumerate(flat):
        width += 2 if ord(c) > _WIDE_FROM else 1
        if width > most:
            cut = flat[:place]
            head = cut.rsplit(" ", 1)[0] if " " in cut[len(cut) // 2 :] else cut
            return head.rstrip(" ,.;:") + "…"
    return flat
