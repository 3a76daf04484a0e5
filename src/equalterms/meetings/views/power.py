"""Whose agenda it is: figures by side of the table, drawn and as a table."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.pictures.bars import Bar, BarPicture
from equalterms.design.tables import Column, Table
from equalterms.meetings.queries.power import AgendaPower, agenda_power
from equalterms.meetings.views.frame import trail_to_meetings
from equalterms.meetings.vocabulary import SHAPES

FIRST_YEAR, LAST_YEAR = 1900, 2200


@require_safe
def show_power(request: HttpRequest, key: str) -> HttpResponse:
    power = agenda_power(request.person, key, year_asked(request))
    context = {
        "heading": _("Whose agenda is it?"),
        "lead": power.group.name,
        "trail": trail_to_meetings(power.group),
        "group": power.group,
        "power": power,
        "sides": [(SHAPES[side], side.label) for side in power.shares],
        "table": table_of(power),
        "spent": bars_of(power, "spent", _("Minutes spent on items"), _("Minutes")),
        "proposed": bars_of(power, "proposed", _("Items proposed"), _("Items")),
    }
    return render(request, "meetings/power.html", context)


def year_asked(request: HttpRequest) -> int | None:
    """Return the year in the address; None for anything that is no year."""
    text = request.GET.get("year", "")
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:5]) <= LAST_YEAR:
        return int(text)
    return None


def table_of(power: AgendaPower) -> Table:
    figures = (_("Proposed"), _("Put on"), _("Put off, times"), _("Minutes planned"), _("Minutes spent"))
    return Table(
        caption=_("What was proposed, and what came of it, in %(year)s") % {"year": power.year},
        columns=[_("Proposed by"), *(Column(name, numeric=True) for name in figures)],
        rows=[
            (side.label, share.proposed, share.put_on, share.put_off, share.planned, share.spent)
            for side, share in power.shares.items()
        ],
    )


def bars_of(power: AgendaPower, name: str, title: str, counted: str) -> BarPicture:
    bars = [Bar(label=str(side.label), count=getattr(share, name)) for side, share in power.shares.items()]
    return BarPicture(title=title, bars=bars, key=name, counted=counted, named=_("Proposed by"))
