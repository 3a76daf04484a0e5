"""The living style page: every component in every state, with nothing from the database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.views import samples


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    context = {
        "heading": _("The parts our pages are made of"),
        "lead": _("Each part in each state, on one page, for those who build and those who check."),
        "trail": [(_("Home"), "/"), (_("About"), "/about/")],
        "samples": samples.forms_shown(),
        "ladders": samples.ladders(),
        "sent": samples.SENT,
        "round_tables": samples.round_tables(),
        "steps": samples.steps(),
        "table": samples.tables()["plans"],
        "bar_picture": samples.bar_picture(),
        "rows": samples.facts(),
        "pages": samples.pages(),
        "long_word": samples.LONG_WORD,
        "sections": SECTIONS,
    }
    return render(request, "design/style.html", context)


SECTIONS = (
    ("ladders", "The ladder"),
    ("small-ladders", "The ladder on cards"),
    ("round-tables", "The round table"),
    ("timelines", "Timelines and the thread"),
    ("bars", "Bars"),
    ("text", "Text"),
    ("states", "States"),
    ("notices", "Notices"),
    ("facts", "Facts and tables"),
    ("actions", "Buttons and ways on"),
    ("cards", "Cards and empty places"),
    ("forms", "A form"),
    ("mistakes", "A form to put right"),
    ("confirmations", "A confirmation"),
)
