"""Text has at least 7:1 on every ground it stands on; parts and focus at least 3:1. Reckoned from the tokens."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "vendoring/sass/_tokens.scss"
THEMES = ("light", "dark", "contrast", "contrast-dark")
GROUNDS = ("paper", "raised", "tint")
TEXT = ("ink", "soft", "link", "visited", "accent-text", "good", "wrong")
# Words that also stand on a ground of their own.
PAIRS = (
    *(("on-action", "action"), ("on-action", "action-strong"), ("focus-ink", "focus"), ("action", "paper")),
    *(("accent-text", "accent-tint"), ("ink", "accent-tint"), ("soft", "accent-tint"), ("good", "good-tint")),
    *(("ink", "good-tint"), ("link", "accent-tint"), ("link", "good-tint"), ("paper", "wrong")),
)
PARTS = ("edge", "accent", "action")


def colours(theme):
    block = re.search(rf"@mixin {theme} {{(.*?)}}", TOKENS.read_text(), re.S)[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_legible_on_every_ground(theme):
    have = colours(theme)
    pairs = [(text, ground) for text in TEXT for ground in GROUNDS] + list(PAIRS)
    short = {pair: round(contrast(have[pair[0]], have[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in short.items() if ratio < 7} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_parts_and_shapes_stand_out(theme):
    have = colours(theme)
    short = {(p, g): round(contrast(have[p], have[g]), 2) for p in PARTS for g in (*GROUNDS, "accent-tint")}
    assert {pair: ratio for pair, ratio in short.items() if ratio < 3} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_focus_is_seen_by_its_amber_or_its_dark_edge(theme):
    have = colours(theme)
    for ground in GROUNDS:
        assert max(contrast(have["focus"], have[ground]), contrast(have["ink"], have[ground])) >= 3
