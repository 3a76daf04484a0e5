"""A plain bar picture: how many gave each answer, with the same figures as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from equalterms.design.tables import Column, Table, data_table


@dataclass(frozen=True)
class Bar:
    """One answer and how many gave it."""

    label: str
    count: int


@dataclass(frozen=True)
class BarPicture:
    """A title, the bars in the order in which they are read, and what is counted ("Answers")."""

    title: str
    bars: Sequence[Bar]
    key: str = "bars"
    counted: str = ""
    named: str = ""  # what the labels are ("Answer")


def bars(picture: BarPicture) -> SafeString:
    """Return the bars as a table whose last column is drawn: the picture and its figures are one thing."""
    most = max((bar.count for bar in picture.bars), default=0) or 1
    table = Table(
        caption=picture.title,
        columns=[picture.named or _("Answer"), Column(picture.counted or _("People"), numeric=True), _("Drawn")],
        rows=[(bar.label, bar.count, _drawn(bar.count / most)) for bar in picture.bars],
        cards=False,
    )
    return format_html('<div class="et-bars">{}</div>', data_table(table))


def _drawn(share: float) -> SafeString:
    return format_html(
        '<svg class="et-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect width="{}" height="12"/></svg>',
        round(share * 100, 1),
    )
