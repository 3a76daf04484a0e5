"""When the proof that a form is the person's own has gone stale: show them their text, to send it once more."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext as _

from equalterms.people.drafts import text_of


def text_kept(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a post that failed the check against forged forms; nothing has been changed by it.

    Only a post from our own pages is shown again: what another site sent must not become one click here.
    """
    fields = text_of(request.POST) if is_same_origin(request) else {}
    get_token(request)  # sets the cookie, without which sending once more would fail again
    shown = [(name, value) for name, values in fields.items() for value in values]
    context = {
        "heading": _("Please send it once more"),
        "fields": shown,
        "longer": [(name.replace("_", " "), value) for name, value in shown if len(value) > 1 and " " in value],
        "path": request.get_full_path(),
    }
    if not shown:
        return render(request, "403_csrf.html", context, status=403)
    return render(request, "people/send_again.html", context, status=403)


def is_same_origin(request: HttpRequest) -> bool:
    """Say whether the browser itself vouches that the post came from a page of ours."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    sender = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(sender).netloc == request.get_host()
