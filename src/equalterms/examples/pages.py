"""Every page that can be opened with the example data, as each of the example people and as nobody."""

import importlib
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import swapper
from django.apps import apps
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client
from django.urls import reverse

from equalterms.examples.routes import CONTENT_ROUTE, get_routes
from equalterms.examples.vocabulary import ANONYMOUS, EVERY_SLUG
from equalterms.people.models import Person

OPENED = 200


class NoSuchPerson(LookupError):
    """There is no example person of that name here."""


@dataclass(frozen=True)
class Address:
    """One address of one route, with example arguments filled in."""

    route: str
    url: str


def pages_as(slug: str) -> Iterator[dict[str, Any]]:
    """Yield {"route", "url", "as", "status"} for every page that this person (or "anonymous") can open."""
    for answer in answers_as(slug):
        if answer["status"] == OPENED:
            yield answer


def answers_as(slug: str) -> Iterator[dict[str, Any]]:
    """Open every example address as this person and yield what the site answered, whatever it was."""
    with client_as(slug) as client:
        for address in example_addresses():
            response = client.get(address.url)
            if response.streaming:
                deque(response.streaming_content, maxlen=0)  # to its end, which closes what it reads from
            yield {"route": address.route, "url": address.url, "as": slug, "status": response.status_code}


def example_addresses() -> list[Address]:
    """Return the example addresses of every GET route, without repeats."""
    given = examples_by_route()
    found = []
    for route in get_routes():
        if route.name == CONTENT_ROUTE:
            found += [Address(CONTENT_ROUTE, url) for url in content_urls()]
        elif not route.arguments:
            found.append(Address(route.name, reverse(route.name)))
        found += [Address(route.name, reverse(route.name, kwargs=kwargs)) for kwargs in given.get(route.name, [])]
    return list(dict.fromkeys(found))


def examples_by_route() -> dict[str, list[dict[str, Any]]]:
    """Gather what each room's `examples.examples()` gives: arguments for its routes."""
    given: dict[str, list[dict[str, Any]]] = {}
    for config in apps.get_app_configs():
        module = f"{config.name}.examples"
        if config.name.startswith("equalterms.") and find_spec(module) is not None:
            for route, examples in importlib.import_module(module).examples().items():
                given.setdefault(route, []).extend(examples)
    return given


def routes_without_example() -> list[str]:
    """Return the names of GET routes for which no example address exists. A finished site has none."""
    with_example = {address.route for address in example_addresses()}
    return [route.name for route in get_routes() if route.name not in with_example]


def routes_nobody_opens(slugs: Iterable[str] = EVERY_SLUG) -> list[str]:
    """Return the names of GET routes whose example addresses open for none of these people."""
    opened = {page["route"] for slug in slugs for page in pages_as(slug)}
    return [route.name for route in get_routes() if route.name not in opened]


def content_urls() -> list[str]:
    """Return the addresses of the published pages that editors wrote."""
    pages = swapper.load_model("wagtailcore", "Page").objects.live().order_by("path")
    parts = [page.get_url_parts() for page in pages]
    return [path for _site, _root, path in filter(None, parts) if path]


@contextmanager
def client_as(slug: str) -> Iterator[Client]:
    """Give a client that is signed in as this person, inside this process. Its session ends with it."""
    client = Client(raise_request_exception=False)
    if slug == ANONYMOUS:
        yield client
        return
    person = Person.objects.filter(try_as=slug).first()
    if person is None:
        raise NoSuchPerson(f"There is no example person {slug!r}. Choose one of: {', '.join(EVERY_SLUG)}.")
    session = importlib.import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    try:
        yield client
    finally:
        session.delete()
