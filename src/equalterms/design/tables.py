"""Tables that stay readable at any width: each row becomes a card where there is little room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Column:
    """One column: its heading, and whether its cells are numbers that people compare."""

    heading: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """A caption, columns (headings or `Column`s) and rows of cells. The first cell names its row."""

    caption: str
    columns: Sequence[str | Column]
    rows: Sequence[Sequence[Any]]
    caption_hidden: bool = False
    cards: bool = True  # turn rows into cards on small screens
    foot: Sequence[Any] = ()


def data_table(table: Table) -> SafeString:
    """Return the table. Each cell carries its heading, which is written beside it where rows become cards."""
    columns = [c if isinstance(c, Column) else Column(c) for c in table.columns]
    heads = format_html_join(
        "",
        '<th scope="col" class="govuk-table__header{}">{}</th>',
        ((" govuk-table__header--numeric" if c.numeric else "", c.heading) for c in columns),
    )
    return format_html(
        '<table class="govuk-table{}"><caption class="govuk-table__caption{}">{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody>{}</table>",
        " et-table--cards" if table.cards else "",
        " govuk-visually-hidden" if table.caption_hidden else "",
        table.caption,
        heads,
        mark_safe("".join(_row(columns, row) for row in table.rows)),
        format_html("<tfoot>{}</tfoot>", _row(columns, table.foot)) if table.foot else "",
    )


def _row(columns: Sequence[Column], row: Sequence[Any]) -> SafeString:
    first, *rest = row
    cells = format_html_join(
        "",
        '<td class="govuk-table__cell{}" data-label="{}">{}</td>',
        (
            (" govuk-table__cell--numeric" if column.numeric else "", column.heading, cell)
            for column, cell in zip(columns[1:], rest, strict=True)
        ),
    )
    return format_html(
        '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th>{}</tr>',
        first,
        cells,
    )
