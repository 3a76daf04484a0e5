"""The signature picture: a ladder on which a claim stands beside the members' own readings.

What must not be shown is neither drawn nor said: with a reason for hiding, no reading reaches the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from equalterms.design.components.marks import shape
from equalterms.design.pictures import ladder_drawing
from equalterms.design.tables import Column, Table, data_table

Reason = Literal["too_few", "not_asked", "none_yet", "your_turn", ""]
REASONS = ("too_few", "not_asked", "none_yet", "your_turn", "")
KEY = "\x00"  # stands for the picture's key in cached drawings; cannot occur in a page


@dataclass(frozen=True)
class LadderPicture:
    """Rungs named from the bottom; the claimed rung and the spread {rung: readings}, counted from 1 at the bottom."""

    rung_names: Sequence[str]
    claimed: int | None = None
    spread: Mapping[int, int] | None = None
    reason_hidden: Reason = ""
    key: str = "ladder"

    def __post_init__(self) -> None:
        if self.reason_hidden not in REASONS:
            raise ValueError(f"A ladder hides for one of the reasons {REASONS}, not {self.reason_hidden!r}.")

    @property
    def shown_claim(self) -> int | None:
        """The claimed rung, where this reader may see it."""
        return None if self.reason_hidden in ("your_turn", "none_yet") else self.claimed

    @property
    def shown_spread(self) -> dict[int, int]:
        """The readings, where this reader may see them."""
        if self.reason_hidden or not self.spread:
            return {}
        return {rung: count for rung, count in sorted(self.spread.items()) if count > 0}


def median_rungs(spread: Mapping[int, int]) -> tuple[int, int] | None:
    """Return the two middle readings: the same rung twice, unless the members are split evenly between two."""
    rungs = sorted(rung for rung, count in spread.items() if count > 0)
    if not rungs:
        return None
    upto = list(accumulate(spread[rung] for rung in rungs))
    total = upto[-1]

    def at(position: int) -> int:
        return next(rung for rung, reached in zip(rungs, upto, strict=True) if reached > position)

    return at((total - 1) // 2), at(total // 2)


def distance(claimed: int, middle: tuple[int, int]) -> float:
    """Return how many rungs lie between the claim and the median reading; halves are possible."""
    return abs(claimed - sum(middle) / 2)


def apart(rungs: float) -> str:
    """Say a distance in words."""
    if rungs == 0:
        return _("on the same rung")
    number_words = [_("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine")]
    whole, half = int(rungs), rungs != int(rungs)
    if half and not whole:
        return _("half a rung apart")
    count = number_words[whole - 1] if whole <= len(number_words) else str(whole)
    if half:
        return _("%(count)s and a half rungs apart") % {"count": count}
    return ngettext("%(count)s rung apart", "%(count)s rungs apart", whole) % {"count": count}


def inline(name: str) -> str:
    """Write a rung's name inside a sentence."""
    name = str(name)
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def ladder_sentences(picture: LadderPicture) -> list[tuple[str, str]]:
    """Say what the picture shows as (shape, sentence): the claim, the members, the distance."""
    if picture.reason_hidden == "your_turn":
        return [("", _("The claim is hidden until you have given your own reading."))]
    names = [inline(name) for name in picture.rung_names]
    claim, middle = picture.shown_claim, median_rungs(picture.shown_spread)
    if claim is None:
        said = [("", _("None yet: no co-production is claimed here."))]
    else:
        said = [("square", _("Claimed: %(rung)s.") % {"rung": names[claim - 1]})]
    if middle:
        said.append(("circle", _members_words(names, *middle)))
        if claim is not None:
            words = apart(distance(claim, middle))
            said.append(("", f"{words[:1].upper()}{words[1:]}."))
    elif picture.reason_hidden == "too_few":
        said.append(("circle", _("Members: too few readings to show.")))
    elif claim is not None:
        said.append(("circle", _("Members have not been asked yet.")))
    return said


def _members_words(names: Sequence[str], low: int, high: int) -> str:
    if low == high:
        return _("Members: %(rung)s.") % {"rung": names[low - 1]}
    return _("Members: between %(low)s and %(high)s.") % {"low": names[low - 1], "high": names[high - 1]}


def ladder_words(picture: LadderPicture) -> str:
    """Say what the picture shows, in one line: "Claimed: co-design. Members: consultation. Two rungs apart."."""
    return " ".join(sentence for _shape, sentence in ladder_sentences(picture))


def ladder(picture: LadderPicture, size: str = "large") -> SafeString:
    """Return the picture with its words: "small" for cards, "large" with its table."""
    names = tuple(str(name) for name in picture.rung_names)
    spread = tuple(picture.shown_spread.items())
    build = _small if size == "small" else _large
    built = build(names, picture.shown_claim, spread, picture.reason_hidden, get_language() or "")
    return mark_safe(built.replace(KEY, "".join(c for c in picture.key if c.isalnum() or c in "-_")))


@lru_cache(maxsize=2048)
def _small(
    names: tuple[str, ...], claimed: int | None, spread: tuple[tuple[int, int], ...], reason: Reason, language: str
) -> str:
    picture = LadderPicture(names, claimed, dict(spread), reason)
    return format_html(
        '<figure class="et-ladder et-ladder--small">{}<figcaption id="lw-{}">{}</figcaption></figure>',
        mark_safe(
            ladder_drawing.small(
                len(names), claimed, dict(spread), median_rungs(dict(spread)), reason, KEY, _("Ladder")
            )
        ),
        KEY,
        ladder_words(picture),
    )


@lru_cache(maxsize=512)
def _large(
    names: tuple[str, ...], claimed: int | None, spread: tuple[tuple[int, int], ...], reason: Reason, language: str
) -> str:
    picture = LadderPicture(names, claimed, dict(spread), reason)
    middle = median_rungs(dict(spread))
    gap = ""
    if claimed is not None and middle:
        rungs = distance(claimed, middle)
        gap = apart(rungs) if rungs else _("same rung")
    drawing = ladder_drawing.large(
        names,
        claimed,
        dict(spread),
        middle,
        gap,
        _foot_words(picture),
        reason,
        KEY,
        _("Ladder: the claim and the readings"),
    )
    return format_html(
        '<figure class="et-ladder et-ladder--large"><div class="et-ladder__picture">{}</div>'
        '<figcaption class="et-ladder__caption"><p class="et-ladder__words" id="lw-{}">{}</p>{}'
        '<details class="govuk-details et-ladder__table"><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>'
        "</figcaption></figure>",
        mark_safe(drawing),
        KEY,
        format_html_join(
            mark_safe(" "),
            '<span class="et-ladder__line">{}{}</span>',
            ((shape(k), w) for k, w in ladder_sentences(picture)),
        ),
        _legend(picture),
        _("The same as a table"),
        data_table(ladder_table(picture)),
    )


def _foot_words(picture: LadderPicture) -> str:
    if picture.reason_hidden == "your_turn":
        return _("hidden until you have given yours")
    if picture.reason_hidden == "none_yet" or (picture.shown_claim is None and not picture.shown_spread):
        return _("none yet")
    if picture.reason_hidden == "too_few":
        return _("too few to show")
    if not picture.shown_spread:
        return _("not asked yet")
    return ""


def _legend(picture: LadderPicture) -> SafeString:
    readings = sum(picture.shown_spread.values())
    if not readings:
        return mark_safe("")
    words = _("Each circle is one member’s own reading: %(count)s in all.")
    if max(picture.shown_spread.values()) > ladder_drawing.READINGS_DRAWN:
        words = _("Circles stand for the members’ own readings: %(count)s in all.")
    return format_html('<p class="et-ladder__legend">{}</p>', words % {"count": readings})


def ladder_table(picture: LadderPicture) -> Table:
    """Return the same facts as a table, from the top rung down."""
    claim, spread = picture.shown_claim, picture.shown_spread
    if picture.reason_hidden == "too_few":
        unknown = _("too few to show")
    elif picture.reason_hidden == "your_turn":
        unknown = _("hidden")
    elif picture.reason_hidden == "none_yet":
        unknown = "–"
    else:
        unknown = _("not asked yet") if picture.reason_hidden == "not_asked" or not spread else ""
    rows = []
    for number, name in reversed(list(enumerate(picture.rung_names, start=1))):
        claimed = _("hidden") if picture.reason_hidden == "your_turn" else _("claimed") if claim == number else "–"
        rows.append((f"{number}. {name}", claimed, unknown or spread.get(number, 0)))
    return Table(
        caption=_("The claim and the members’ readings, rung by rung"),
        columns=[_("Rung"), _("Claim"), Column(_("Readings"), numeric=True)],
        rows=rows,
        cards=False,
    )
