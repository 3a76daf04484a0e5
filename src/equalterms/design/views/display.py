"""Display preferences for everyone, with or without an account: kept in a cookie for a year."""

from dataclasses import asdict

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from equalterms.design import preferences
from equalterms.design.display_form import DisplayForm
from equalterms.design.frame import display_of


def safe_way_back(request: HttpRequest, address: str) -> str:
    """Return the address if it is a path of this site, else nothing: nobody is sent elsewhere from here."""
    if not address.startswith("/"):
        return ""
    allowed = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if allowed else ""


@require_http_methods(["GET", "HEAD", "POST"])
def display(request: HttpRequest) -> HttpResponse:
    """Show the preferences; keep what was chosen and go back to where the person came from."""
    way_back = safe_way_back(request, request.POST.get("next") or request.GET.get("next") or "")
    if request.method == "POST":
        form = DisplayForm(request.POST)
        if form.is_valid():
            response = HttpResponseRedirect(way_back or request.path)
            keep(response, form.chosen())
            messages.success(request, _("Pages now look the way you chose."))
            return response
    else:
        form = DisplayForm(initial=asdict(display_of(request)))
    context = {
        "heading": _("How should pages look for you?"),
        "lead": _("Your choice is kept on this device for a year. You do not need an account."),
        "form": form,
        "button_text": _("Keep my choice"),
        "way_back": way_back,
        "cancel_url": way_back,
        "private_no_store": True,  # nothing written here is worth restoring
    }
    return render(request, "design/display.html", context)


def keep(response: HttpResponse, display: preferences.Display) -> None:
    """Keep preferences on the person's device. A cookie of pure display choices needs no consent."""
    response.set_cookie(
        preferences.COOKIE,
        preferences.serialise(display),
        max_age=preferences.KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
