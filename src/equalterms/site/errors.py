"""What a visitor sees when something breaks: 503 with their words kept when the database is away, 500 otherwise."""

import sys
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.defaults import server_error as plain_server_error

AWAY = (OperationalError, InterfaceError)
NOT_KEPT = ("password", "code", "token")  # never written into a page again
LONG = 60  # characters: what a person wrote, not what they chose


@dataclass(frozen=True)
class Kept:
    """One posted value, given back so that it can be sent again."""

    name: str
    value: str

    @property
    def is_long(self) -> bool:
        return len(self.value) > LONG or "\n" in self.value


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a request that failed. Called while the error is being handled."""
    error = sys.exc_info()[1]
    if not isinstance(error, AWAY):
        return plain_server_error(request)
    context = {"kept": kept_from(request), "path": request.get_full_path(), "had_files": _had_files(request)}
    page = loader.get_template("site/unavailable.html").render(context)
    return HttpResponse(page, status=503, headers={"Retry-After": "10", "Cache-Control": "no-store"})


def kept_from(request: HttpRequest) -> list[Kept]:
    """Return what was posted, as far as it can still be read and may be shown."""
    if request.method != "POST":
        return []
    try:
        posted = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # the connection or the form itself broke: there is nothing to give back
        return []
    return [Kept(name, value) for name, value in posted if not any(word in name for word in NOT_KEPT) or _is_csrf(name)]


def _is_csrf(name: str) -> bool:
    return name == "csrfmiddlewaretoken"


def _had_files(request: HttpRequest) -> bool:
    return request.method == "POST" and (request.content_type or "").startswith("multipart/") and bool(request.FILES)
