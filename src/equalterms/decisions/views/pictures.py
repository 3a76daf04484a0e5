"""The picture of an outcome: one bar for each row of figures that is safe to show, and the same as a table."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from equalterms.decisions.models import Decision
from equalterms.decisions.vocabulary import EVERYBODY, SIDE_NAMES, SIDES, Stance
from equalterms.design.components.marks import shape
from equalterms.design.tables import Column, Table, data_table
from equalterms.groups.vocabulary import IN_CHARGE, LIVED_EXPERIENCE, Capacity

WIDTH, HEIGHT = 320, 36  # of a bar, in units of its own picture
ROOM_FOR_A_NUMBER = 22  # a part narrower than this gets none: the table beneath has it


@dataclass(frozen=True)
class Row:
    """One row of figures: whose answers they are, the shape that stands for them, and how many gave each answer."""

    name: str
    mark: str
    counts: dict[str, int]


def outcome_picture(decision: Decision) -> SafeString:
    """Return the bars and their table, or nothing where there are no figures to show."""
    if not decision.figures:
        return mark_safe("")
    rows = [row_of(name, counts) for name, counts in decision.figures.items()]
    bars = format_html_join("", '<div class="de-row"><p class="de-row__name">{}{}</p>{}</div>', (
        (shape(row.mark), row.name, bar_of(row)) for row in rows
    ))  # fmt: skip
    return format_html('<div class="de-outcome">{}{}{}</div>', bars, legend(), table_of(rows))


def row_of(name: str, counts: dict[str, int]) -> Row:
    if name == EVERYBODY:
        return Row(_("Everybody"), "none", counts)
    if name in SIDES:
        return Row(str(SIDE_NAMES[name]), {"lived": "circle", "charge": "square"}.get(name, "diamond"), counts)
    mark = "circle" if name in LIVED_EXPERIENCE else "square" if name in IN_CHARGE else "diamond"
    return Row(str(Capacity(name).label), mark, counts)


def bar_of(row: Row) -> SafeString:
    """Draw one bar, its parts as long as their share of those who answered in this row."""
    total, left, parts = sum(row.counts.values()), 0.0, []
    for stance in Stance.values:
        count = row.counts.get(stance, 0)
        width = round(WIDTH * count / total, 2)
        if count:
            parts.append(part(stance, left, width, count))
        left += width
    words = ", ".join(f"{Stance(each).label}: {row.counts[each]}" for each in Stance.values if row.counts.get(each))
    return format_html(
        '<svg class="de-bar" viewBox="0 0 {} {}" role="img" aria-label="{}" focusable="false">{}</svg>',
        WIDTH,
        HEIGHT,
        f"{row.name}. {words}",
        mark_safe("".join(parts)),  # noqa: S308  (each part is escaped)
    )


def part(stance: str, left: float, width: float, count: int) -> SafeString:
    body = format_html(
        '<rect class="de-part de-part--{}" x="{}" y="1" width="{}" height="{}"/>{}',
        stance,
        left,
        width,
        HEIGHT - 2,
        hatching(left, width) if stance == Stance.CONCERNS else "",
    )
    if width < ROOM_FOR_A_NUMBER:
        return body
    return format_html(
        '{}<text class="de-number de-number--{}" x="{}" y="24" text-anchor="middle">{}</text>',
        body,
        stance,
        round(left + width / 2, 2),
        count,
    )


def hatching(left: float, width: float) -> SafeString:
    """Draw short strokes along the foot of a part, so that it differs by more than colour."""
    strokes = "".join(f"M{left + at:g} {HEIGHT - 1}l6 -8" for at in range(2, max(int(width) - 6, 3), 10))
    return format_html('<path class="de-hatch" d="{}"/>', strokes)


def legend() -> SafeString:
    """Say which part stands for which answer."""
    return format_html(
        '<ul class="de-legend">{}</ul>',
        format_html_join(
            "",
            '<li><svg class="de-key" viewBox="0 0 40 40" aria-hidden="true" focusable="false">{}</svg>{}</li>',
            ((key_of(stance), Stance(stance).label) for stance in Stance.values),
        ),
    )


def key_of(stance: str) -> SafeString:
    strokes = hatching(0, 40) if stance == Stance.CONCERNS else ""
    return format_html('<rect class="de-part de-part--{}" x="1" y="1" width="38" height="38"/>{}', stance, strokes)


def table_of(rows: list[Row]) -> SafeString:
    return data_table(
        Table(
            caption=_("The same in figures"),
            columns=[_("Who"), *(Column(str(label), numeric=True) for label in Stance.labels)],
            rows=[(row.name, *(row.counts.get(stance, 0) for stance in Stance.values)) for row in rows],
        )
    )
