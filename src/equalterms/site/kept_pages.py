"""Public pages, kept for a moment for visitors who are not signed in, so that a crowd of readers costs little.

Only what a view has marked (`design.visitors`) is kept, for at most a minute, in this process alone. An answer counts
only as long as nothing has happened since: no new event in the ledger, nothing new in the editors' log, no new day.
So a dispute stands beside its claim at once, for everybody. Whoever is signed in never meets a kept page.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from equalterms.design.preferences import COOKIE as DISPLAY
from equalterms.design.visitors import MARK

LONGEST_KEPT = 60  # seconds
MOST_BYTES = 24_000_000  # of all kept answers together
LARGEST = 400_000  # bytes of one answer
LONGEST_ADDRESS = 500  # characters
# A request that says any of these wants something of its own.
PARTICULAR = (
    "HTTP_AUTHORIZATION",
    "HTTP_RANGE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_HX_REQUEST",
    "HTTP_CACHE_CONTROL",
)
STATE = """
SELECT digest, (SELECT max(id) FROM wagtailcore_pagelogentry), (SELECT max(id) FROM wagtailcore_modellogentry)
FROM ledger_head
"""

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Kept:
    """One answer as it went out, what had happened by then, and when it was made."""

    state: Key
    made: float  # seconds of a clock that only runs forward
    content: bytes
    headers: dict[str, str]
    route: Any


class KeptPages:
    """Answer a visitor from what is kept, or keep what they are answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.kept: OrderedDict[Key, Kept] = OrderedDict()
        self.bytes = 0
        self.lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = key_of(request) if settings.KEEP_PUBLIC_PAGES else None
        # Read before the page is made: what happens meanwhile makes the page newer than its state, never older.
        state = state_now() if key is not None else None
        if key is None or state is None:
            return self.get_response(request)
        found = self.find(key, state)
        if found is not None:
            request.resolver_match = found.route
            return HttpResponse(found.content, headers=found.headers)
        response = self.get_response(request)
        if may_be_kept(request, response):
            self.keep(key, Kept(state, time.monotonic(), response.content, dict(response.items()), route_of(request)))
        return response

    def find(self, key: Key, state: Key) -> Kept | None:
        with self.lock:
            found = self.kept.get(key)
            if found is None:
                return None
            if found.state != state or time.monotonic() - found.made > LONGEST_KEPT:
                self.forget(key)
                return None
            self.kept.move_to_end(key)
            return found

    def keep(self, key: Key, one: Kept) -> None:
        with self.lock:
            self.forget(key)
            self.kept[key] = one
            self.bytes += len(one.content)
            while self.bytes > MOST_BYTES:
                self.forget(next(iter(self.kept)))

    def forget(self, key: Key) -> None:
        gone = self.kept.pop(key, None)
        self.bytes -= len(gone.content) if gone else 0


def key_of(request: HttpRequest) -> Key | None:
    """Return what an answer to a visitor may depend on, or None for a request that is never answered from what is kept.

    A cookie that is neither the display preferences nor the token of forms may mean that somebody is known here.
    """
    meta = request.META
    address = f"{request.path_info}?{meta.get('QUERY_STRING', '')}"
    if request.method != "GET" or len(address) > LONGEST_ADDRESS or any(name in meta for name in PARTICULAR):
        return None
    if not set(request.COOKIES) <= {DISPLAY, settings.CSRF_COOKIE_NAME}:
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    packed = "gzip" in meta.get("HTTP_ACCEPT_ENCODING", "")
    accepts = meta.get("HTTP_ACCEPT", "")
    return (address, host, request.is_secure(), request.COOKIES.get(DISPLAY, ""), packed, accepts)


def state_now() -> Key | None:
    """Return something that is different after anything has happened, or None while the database is away."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(STATE)
            row = cursor.fetchone()
    except DatabaseError:
        return None
    return None if row is None else (*row, timezone.localdate())


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an answer is marked as the same for all, and carries nothing that is somebody's own.

    A form's token is made from the visitor's cookie; without that cookie, one that is used sets it, and is seen here.
    """
    return (
        getattr(response, MARK, False)
        and settings.CSRF_COOKIE_NAME not in request.COOKIES
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and len(response.content) <= LARGEST
    )


def route_of(request: HttpRequest) -> Any:
    return getattr(request, "resolver_match", None)
