"""What the site adds around every answer: is it well, what is logged, who is believed, what a browser may load."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse

from equalterms.site.logs import route_of

Answer = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger("equalterms.requests")

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
# The editors' pages (Wagtail) carry inline styles and scripts of their own; readers' pages never do.
EDITORS_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED")


class HealthPage:
    """Answer /health/ before anything else: 200 when the database answers, 503 when not, and nothing more.

    It stands before the checks of host and https, because a load balancer asks by number and without https.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != "/health/":
            return self.get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            answer = HttpResponse("well\n", content_type="text/plain; charset=utf-8")
        except DatabaseError:
            answer = HttpResponse("not well\n", status=503, content_type="text/plain; charset=utf-8")
        answer.headers["Cache-Control"] = "no-store"
        return answer


class RequestLog:
    """Write one line for each request: its route, its status and how long it took. Nothing about the person."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not logger.isEnabledFor(logging.INFO):
            return self.get_response(request)
        began = time.perf_counter()
        response = self.get_response(request)
        facts = {
            "method": request.method,
            "route": route_of(request),
            "status": response.status_code,
            "ms": round((time.perf_counter() - began) * 1000, 1),
        }
        logger.info("answered", extra=facts)
        return response


class TrustedProxy:
    """Believe what a proxy says of the visitor only when the owner named that proxy; else forget it was said."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.trusted = frozenset(settings.TRUSTED_PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("REMOTE_ADDR", "") in self.trusted:
            # The last address is the one that our proxy itself saw; those before it anybody may have written.
            said = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
            if said:
                request.META["REMOTE_ADDR"] = said
        else:
            for name in FORWARDED:
                request.META.pop(name, None)
        return self.get_response(request)


class ContentSecurityPolicy:
    """Give every page a strict policy: nothing inline, nothing from elsewhere. Only editors' own rooms have more."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = EDITORS_POLICY if _is_an_editors_page(request, response) else POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        if settings.IS_DEMO:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return response


class NoZeroBytes:
    """Take zero bytes out of what an address asks for; an address with one in its path leads nowhere.

    PostgreSQL takes none in a text, so that looking anything up by one would break the page. Forms refuse them.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        asked = request.META.get("QUERY_STRING", "")
        while "%00" in asked or "\0" in asked:
            asked = asked.replace("%00", "").replace("\0", "")
        if asked != request.META.get("QUERY_STRING", ""):
            request.META["QUERY_STRING"] = asked
            request.__dict__.pop("GET", None)  # read already by something further out
        return self.get_response(request)


def _is_an_editors_page(request: HttpRequest, response: HttpResponse) -> bool:
    if not request.path_info.startswith("/editors/") or response.status_code >= 400:
        return False
    person = getattr(request, "user", None)
    return person is not None and person.is_authenticated and person.has_perm("wagtailadmin.access_admin")
