"""How programs can ask: the API in words, because its usual page of documentation needs scripts from elsewhere."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.tables import Table
from equalterms.plans.queries.record import STATES

ROOT = "/api/v1/"


@require_safe
def show_api_guide(request: HttpRequest) -> HttpResponse:
    narrowing = [
        ("organisation", _("The short name of an organisation, as in its address.")),
        ("plan", _("The key of a plan.")),
        ("group", _("The key of a group whose page is public.")),
        ("scale", _("tlap, arnstein or iap2.")),
        ("rung", _("The number of the rung claimed, counted from the bottom.")),
        ("state", _("One of: %(states)s.") % {"states": ", ".join(STATES)}),
        ("words", _("Words to look for.")),
        ("length", _("How many on a page: 1 to 100.")),
        ("before", _("The word “older” of the page before, to go on from there.")),
    ]
    context = {
        "heading": _("How programs can ask"),
        "lead": _("The whole public record is open data. You need no key and no account."),
        "addresses": [
            (f"{settings.SITE_URL}{ROOT}accounts", f"{ROOT}accounts"),
            (f"{settings.SITE_URL}{ROOT}accounts/KEY", ""),
            (f"{settings.SITE_URL}{ROOT}plans", f"{ROOT}plans"),
            (f"{settings.SITE_URL}{ROOT}plans/KEY", ""),
        ],
        "description": f"{ROOT}openapi.json",
        "table": Table(_("How to narrow /api/v1/accounts"), [_("Name"), _("What it means")], narrowing),
        "trail": [(_("Home"), "/"), (_("How programs can ask"), "")],
    }
    return render(request, "plans/record/api_guide.html", context)
