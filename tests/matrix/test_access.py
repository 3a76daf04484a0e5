"""Every address opens for those who are declared beside this file, and for nobody else."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve, reverse
from tests.matrix.access import Access, Outcome, ask, differing_lines, face_of, outcome_of
from tests.matrix.declared import ROOMS, accesses_of, declared

from equalterms.examples.pages import Address, client_as, example_addresses
from equalterms.examples.routes import CONTENT_ROUTE, every_route
from equalterms.examples.vocabulary import EVERY_SLUG

pytestmark = pytest.mark.usefixtures("example_data")


def things(route: str, access: Access) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield (arguments, address) of each thing that a declaration speaks of."""
    if access.given is not None:
        kwargs = access.given()
        yield kwargs, reverse(route, kwargs=kwargs)
        return
    for address in example_addresses():
        if address.route == route:
            yield resolve(address.url).kwargs, address.url


def test_every_route_is_declared_and_every_declaration_has_a_route() -> None:
    routes = {route.name for route in every_route()}
    undeclared = sorted(routes - declared().keys())
    gone = sorted(declared().keys() - routes)
    assert not undeclared, f"Say in tests/matrix who may open: {', '.join(undeclared)}"
    assert not gone, f"Declared in tests/matrix, but no such address: {', '.join(gone)}"


@pytest.mark.parametrize("room", ROOMS)
def test_addresses_open_for_those_declared_and_nobody_else(room: str, visitors: dict[str, Client], undo: Any) -> None:
    wrong = []
    for route, access in accesses_of(room):
        for _kwargs, url in things(route, access):
            for slug in EVERY_SLUG:
                for method in ("GET", "POST"):
                    with undo():
                        outcome = outcome_of(ask(visitors[slug], method, url, access.data))
                    right = access.expected(method, slug)
                    if outcome not in right:
                        wrong.append(f"{route} {access.thing or url}: {slug} {method} {outcome}, not: {right[0]}")
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("room", ROOMS)
def test_a_private_thing_looks_like_one_that_does_not_exist(room: str, visitors: dict[str, Client], undo: Any) -> None:
    told_apart = []
    for route, access in accesses_of(room):
        if not access.private:
            continue
        for kwargs, url in things(route, access):
            nothing = access.kwargs_of_nothing(kwargs)
            names = [*kwargs.values(), *nothing.values()]
            for slug in access.outsiders():
                for method in ("GET", "POST"):
                    faces = []
                    for address in (url, reverse(route, kwargs=nothing)):
                        with undo():
                            faces.append(face_of(ask(visitors[slug], method, address, access.data), *names))
                    if faces[0] != faces[1]:
                        told = differing_lines(faces[0][4], faces[1][4])
                        told_apart.append(
                            f"{route} {access.thing}: {slug} {method} {faces[0][:4]} / {faces[1][:4]}: {told}"
                        )
    assert not told_apart, "\n" + "\n".join(told_apart)


def test_every_example_opens_for_exactly_the_people_of_one_declaration(visitors: dict[str, Client]) -> None:
    wrong = []
    for address in example_addresses():
        if address.route == CONTENT_ROUTE or address.route not in declared():
            continue
        outcomes = {slug: outcome_of(visitors[slug].get(address.url)) for slug in EVERY_SLUG}
        fits = [
            access
            for access in declared()[address.route]
            if all(outcomes[slug] in access.expected("GET", slug) for slug in EVERY_SLUG)
        ]
        if not fits:
            opened = [slug for slug, outcome in outcomes.items() if outcome == Outcome.OPENS]
            wrong.append(f"{address.route} {address.url} opens for {', '.join(opened) or 'nobody'}: not declared so")
    assert not wrong, "\n" + "\n".join(wrong)


def test_no_address_breaks_under_other_methods(visitors: dict[str, Client], undo: Any) -> None:
    broke = []
    for address in one_address_of_each_route():
        for method in ("put", "patch", "delete", "options", "head"):
            with undo():
                response = getattr(visitors["administrator"], method)(address.url)
            if response.status_code >= 500:
                broke.append(f"{method.upper()} {address.url}: {response.status_code}")
    assert not broke, "\n" + "\n".join(broke)


def test_posts_from_another_site_are_refused(undo: Any) -> None:
    accepted = []
    with client_as("manager") as client:
        client.handler.enforce_csrf_checks = True
        for route, accesses in declared().items():
            if "api" in route.split(":")[0] or route in ASKED_BY_PROGRAMS:
                continue  # they read no cookies
            for access in accesses:
                if not access.post:
                    continue
                for _kwargs, url in things(route, access):
                    with undo():
                        status = ask(client, "POST", url, access.data).status_code
                    if status not in (403, 404, 405):
                        accepted.append(f"{url}: {status}")
    assert not accepted, "\n" + "\n".join(accepted)


# A mail program stops messages with one click (RFC 8058); what lets it in is the signed address alone.
ASKED_BY_PROGRAMS = ("notices:stop",)


def one_address_of_each_route() -> list[Address]:
    return list({address.route: address for address in example_addresses()}.values())


EDITORS = ("administrator",)  # whoever else has the duty; of the example people nobody


def test_editors_rooms_are_closed_to_everybody_who_is_no_editor(visitors: dict[str, Client]) -> None:
    for slug in EVERY_SLUG:
        for url in ("/editors/", "/editors/pages/", "/editors/users/", "/editors/reports/site-history/"):
            status = visitors[slug].get(url).status_code
            assert status != 200 or slug in EDITORS, f"{slug} opens {url}"
