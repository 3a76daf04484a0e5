"""Calendar feeds: my own by its secret address, and the public ones of groups and organisations."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from equalterms.notices.actions.feeds import end_feed, renew_feed
from equalterms.notices.queries.feeds import (
    calendar_of_organisation,
    calendar_of_place,
    own_secret,
    personal_calendar,
)
from equalterms.people.guards import themself_only

TYPE = "text/calendar; charset=utf-8"


@themself_only
@require_safe
def my_calendar(request: HttpRequest) -> HttpResponse:
    secret = own_secret(request.person)
    path = reverse("notices:personal_calendar", args=[secret]) if secret else ""
    address = settings.SITE_URL + path if path else ""
    context = {
        "heading": _("Your calendar"),
        "lead": _("Your calendar program can show what is planned for you, and learns of every change."),
        "has_feed": secret is not None,
        "address": address,
        "opens_with": "webcal://" + address.partition("://")[2] if address else "",
        "trail": [(_("Me"), reverse("people:me"))],
    }
    response = render(request, "notices/calendar.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@themself_only
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    renew_feed(by=request.person)
    messages.success(request, _("Your calendar has a new address. An earlier one no longer works."))
    return redirect("notices:my_calendar")


@themself_only
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    end_feed(by=request.person)
    messages.success(request, _("Your calendar's address no longer works."))
    return redirect("notices:my_calendar")


@require_safe
def personal(request: HttpRequest, token: str) -> HttpResponse:
    name = _("My %(site)s calendar") % {"site": settings.SITE_NAME}
    return answer(personal_calendar(token, name), "calendar", "private, no-cache")


@require_safe
def of_group(request: HttpRequest, key: str) -> HttpResponse:
    return answer(calendar_of_place(key), key, "no-cache")


@require_safe
def of_organisation(request: HttpRequest, slug: str) -> HttpResponse:
    return answer(calendar_of_organisation(slug), slug, "no-cache")


def answer(calendar: bytes, name: str, kept: str) -> HttpResponse:
    disposition = f'inline; filename="{name}.ics"'
    return HttpResponse(
        calendar, content_type=TYPE, headers={"Content-Disposition": disposition, "Cache-Control": kept}
    )
