"""Stopping a kind of message by the link in it, without signing in. Opening it changes nothing; the button does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from equalterms.notices.actions.wishing import stop_kinds
from equalterms.notices.queries.stopping import asked_to_stop


@csrf_exempt  # mail programs send this form for the person, without having opened the page (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    asked = asked_to_stop(token)
    if request.method == "POST":
        stop_kinds(person=asked.person, kinds=[kind.code for kind in asked.kinds], by=asked.person)
        heading = _("These messages have stopped")
    else:
        heading = _("Stop these messages?")
    context = {"heading": heading, "asked": asked, "stopped": request.method == "POST"}
    response = render(request, "notices/stop.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response
