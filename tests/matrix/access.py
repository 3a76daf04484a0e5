"""What is declared about each address: for whom it opens, who may post, who is refused, and what is private."""

import copy
import difflib
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.test import Client

from equalterms.examples.vocabulary import ANONYMOUS, EVERY_SLUG
from equalterms.ledger.keys import new_key

EVERYONE = frozenset(EVERY_SLUG)
SIGNED_IN = EVERYONE - {ANONYMOUS}
NOBODY: frozenset[str] = frozenset()


class Outcome(StrEnum):
    """What happened to a request, as the person sees it."""

    OPENS = "opens"
    SIGN_IN = "is sent to sign in"
    REFUSED = "is refused"
    ABSENT = "finds nothing"
    WRONG_METHOD = "is told that this address takes no such request"
    BROKE = "sees it break"


CLOSED = (Outcome.SIGN_IN, Outcome.REFUSED, Outcome.ABSENT, Outcome.WRONG_METHOD)


@dataclass(frozen=True)
class Access:
    """Who may do what at one address, for one named kind of thing (see the README beside this file)."""

    thing: str = ""
    given: Callable[[], dict[str, Any]] | None = None
    get: Collection[str] | None = None
    post: Collection[str] | None = None
    refused: Collection[str] = NOBODY
    private: bool = False
    data: dict[str, Any] = field(default_factory=dict)
    absent: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named = {*(self.get or ()), *(self.post or ()), *self.refused}
        if strangers := named - EVERYONE:
            raise ValueError(f"No example person is called {', '.join(sorted(strangers))}.")

    def outsiders(self) -> list[str]:
        """Return the personas for whom the thing does not exist."""
        inside = {*(self.get or ()), *(self.post or ()), *self.refused}
        return [slug for slug in EVERY_SLUG if slug not in inside]

    def expected(self, method: str, slug: str) -> tuple[Outcome, ...]:
        """Return the outcomes that are right for this persona."""
        allowed = self.get if method == "GET" else self.post
        if allowed is not None and slug in allowed:
            return (Outcome.OPENS,)
        if allowed is None or method == "POST":
            return CLOSED
        if slug in self.refused:
            return (Outcome.REFUSED,)
        if slug == ANONYMOUS:
            return (Outcome.SIGN_IN, Outcome.ABSENT)
        return (Outcome.ABSENT,)

    def kwargs_of_nothing(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        """Return arguments like these that name nothing."""
        if self.absent:
            return {**kwargs, **self.absent}
        keys = [name for name in kwargs if name == "key" or name.endswith("_key")] or list(kwargs)
        return {**kwargs, **{name: new_key() if isinstance(kwargs[name], str) else 999_999 for name in keys}}


def outcome_of(response: HttpResponse) -> Outcome:
    """Say what an answer means."""
    status = response.status_code
    if status in (301, 302, 303, 307, 308):
        login = resolve_url(settings.LOGIN_URL)
        return Outcome.SIGN_IN if response.headers["Location"].startswith(login) else Outcome.OPENS
    if status in (400, 422) and response.headers.get("Content-Type", "").startswith("application/json"):
        return Outcome.OPENS  # the API read the request and says what is wrong with it
    by_status = {403: Outcome.REFUSED, 401: Outcome.REFUSED, 404: Outcome.ABSENT, 405: Outcome.WRONG_METHOD}
    if 200 <= status < 300:
        return Outcome.OPENS
    return by_status.get(status, Outcome.BROKE)


# What is new each time a page is opened: tokens, a passkey's challenge, the moment of an export or of the last use.
_NEW_EACH_TIME = re.compile(
    r'(?<=name="csrfmiddlewaretoken" value=")[^"]+|(?<="challenge": ")[^"]+|(?<="(?:made|used)_at": ")[^"]+'
)


def body_of(response: HttpResponse) -> str:
    """Return the text of an answer without what differs from one opening to the next."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return _NEW_EACH_TIME.sub("", content.decode("utf-8", "replace"))


def face_of(response: HttpResponse, *names: Any) -> tuple[Any, ...]:
    """Return everything that a visitor could tell two answers apart by, with the given names taken out."""
    text = body_of(response)
    where = response.headers.get("Location", "")
    for name in sorted((str(name) for name in names), key=len, reverse=True):
        text, where = text.replace(name, "NAME"), where.replace(name, "NAME")
    cookies = sorted(response.cookies.keys())
    return response.status_code, response.headers.get("Content-Type", ""), where, cookies, text


def ask(client: Client, method: str, url: str, data: Any = None, *, keep_cache: bool = False, **extra: Any) -> Any:
    """Send one request that leaves nothing behind in the visitor's cookies, nor in any count of attempts."""
    cookies = copy.deepcopy(client.cookies)
    if not keep_cache:
        cache.clear()
    response = client.get(url) if method == "GET" else client.post(url, data, **extra)
    client.cookies = cookies
    return response


def differing_lines(one: str, other: str) -> str:
    """Return the lines in which two texts differ, cut short."""
    lines = difflib.unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=0)
    told = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---") and line[1:].strip()]
    return " ".join(told)[:300]
