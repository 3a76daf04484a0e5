"""Nothing on the site tells of a private thing to those who may not know of it: no page, list, count, search, feed,
export, API answer or log.

Each example person opens everything before and after private things were added of which they may not know, at one and
the same moment of a stopped clock. The two must be the same to the letter.
"""

import copy
import functools
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone
from tests.matrix.access import body_of, differing_lines, face_of
from tests.matrix.secrets import SECRETS, SHARED_WORD, Secret

from equalterms.examples.pages import example_addresses
from equalterms.examples.routes import get_routes
from equalterms.examples.vocabulary import EVERY_SLUG
from equalterms.ledger.keys import new_key

pytestmark = pytest.mark.usefixtures("example_data")
Undo = Callable[[], AbstractContextManager[None]]
LOOKED_FOR_IN = (
    "/search/?q={}",
    "/record/?q={}",
    "/record.csv?q={}",
    "/record.json?q={}",
    "/api/v1/accounts?words={}",
    "/groups/?words={}",
    "/plans/?q={}",
    "/organisations/?q={}",
)
# Whoever pays and whoever approves see the same as each other until there is something to pay.
WALKERS = [slug for slug in EVERY_SLUG if slug != "approver"]
# Nobody has more rights on the site than the one, and nobody fewer reasons to know than the other.
KEY_HOLDERS = ("administrator", "outsider")
Seen = dict[str, tuple[int, str]]


def everything(client: Client, addresses: list[str]) -> Seen:
    """Return status and text of each address, as this person sees it."""
    cache.clear()
    found, cookies = {}, copy.deepcopy(client.cookies)
    for url in addresses:
        response = client.get(url)
        found[url] = (response.status_code, body_of(response))
        client.cookies = copy.deepcopy(cookies)  # what one page leaves for the next to say
    return found


@pytest.fixture(scope="module")
def addresses(example_data: None) -> list[str]:
    """Every example address, and every search for the word that all secrets share."""
    searches = [query.format(SHARED_WORD) for query in LOOKED_FOR_IN]
    return [*dict.fromkeys(address.url for address in example_addresses()), *searches]


@pytest.mark.parametrize("slug", WALKERS)
def test_private_things_make_no_difference_to_those_who_may_not_know(
    slug: str, visitors: dict[str, Client], addresses: list[str], undo: Undo, caplog: pytest.LogCaptureFixture
) -> None:
    secrets = [secret for secret in SECRETS if slug in secret.hidden_from]
    caplog.set_level(logging.INFO)
    with mock.patch.object(timezone, "now", return_value=timezone.now()):
        with undo():
            before = everything(visitors[slug], addresses)
        opened = [url for url, (status, _text) in before.items() if status == 200]
        assert len(opened) > len(addresses) / 5
        with undo():
            for secret in secrets:
                secret.add()
            caplog.clear()
            after = everything(visitors[slug], opened)
    told = [f"the log tells of {secret.what}" for secret in secrets if secret.word in caplog.text]
    for url, seen in after.items():
        if seen != before[url]:
            told.append(f"{slug} {url}: {difference(before[url], seen, secrets)}")
    assert not told, "\n".join([f"{len(told)} pages differ", *told[:40]])


def difference(before: tuple[int, str], after: tuple[int, str], secrets: list[Secret]) -> str:
    named = [secret.what for secret in secrets if secret.word in after[1]]
    return (
        f"{before[0]} then {after[0]}; tells {', '.join(named) or 'something'}: {differing_lines(before[1], after[1])}"
    )


ROOMS = [name.removeprefix("equalterms.") for name in settings.INSTALLED_APPS if name.startswith("equalterms.")]


def routes_that_know(room: str) -> list[str]:
    """Return the routes that take a key, of this room and those above it: a room knows nothing of those above."""
    below = {f"{name}:" for name in ROOMS[ROOMS.index(room) + 1 :]}
    routes = [route.name for route in get_routes() if route.arguments == {"key"}]
    return [name for name in routes if not name.startswith(tuple(below))]


def refusal_of(request: HttpRequest, route: str, key: str) -> tuple[type, str] | None:
    """Return how a view refuses a key, or None if it answers. Every refusal of a kind becomes the same page."""
    match = resolve(reverse(route, kwargs={"key": key}))
    try:
        match.func(request, **match.kwargs)
    except (Http404, PermissionDenied) as refusal:
        return type(refusal), str(refusal).replace(key, "NAME")
    return None


@pytest.mark.parametrize("slug", KEY_HOLDERS)
def test_no_address_tells_a_private_key_from_one_that_does_not_exist(
    slug: str, visitors: dict[str, Client], undo: Undo
) -> None:
    client, nothing, told_apart = visitors[slug], new_key(), []
    request = client.get("/display/").wsgi_request  # as it came through all that stands before a view

    @functools.cache
    def refusal_of_nothing(route: str) -> tuple[type, str] | None:
        return refusal_of(request, route, nothing)

    def face(route: str, key: str) -> tuple[Any, ...]:
        return face_of(client.get(reverse(route, kwargs={"key": key})), key)

    with undo():
        added = [(secret.what, *one) for secret in SECRETS if slug in secret.hidden_from for one in secret.add()]
        assert len(added) > len(SECRETS) / 2
        for what, room, key in added:
            for route in routes_that_know(room):
                refusal = refusal_of(request, route, key)
                if refusal != refusal_of_nothing(route) or (
                    refusal is None and face(route, key) != face(route, nothing)
                ):
                    told_apart.append(f"{route}: {what}: {face(route, key)[:4]}, {face(route, nothing)[:4]}")
    assert not told_apart, "\n".join(told_apart)
