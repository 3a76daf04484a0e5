"""Every address of the site has an example, and can be opened by somebody."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from equalterms.examples import pages
from equalterms.examples.routes import CONTENT_ROUTE, LEFT_OUT, get_routes, methods_of
from equalterms.examples.vocabulary import ANONYMOUS, EVERY_SLUG

# Addresses that show a page only in the middle of something; asked for alone they lead back to its beginning.
ONLY_ON_THE_WAY = {
    "account_confirm_login_code": "Asks for the code that has just been sent.",
    "people:sign_up_code": "Asks for the code that has just been sent.",
    "people:email_code": "Asks for the code that has just been sent.",
    "mfa_login_webauthn": "Answers a browser that holds a passkey.",
    "groups:accept_invitation": "Goes back to the invitation, which has the button.",
    "api:api-root": "The start of the API's addresses. The page /api/ says how to ask.",
}


@pytest.mark.usefixtures("example_data")
def test_every_get_route_has_an_example() -> None:
    missing = pages.routes_without_example()
    assert not missing, f"Give these an example in their room's examples.py: {', '.join(missing)}"


@pytest.mark.slow
@pytest.mark.usefixtures("example_data")
def test_every_get_route_opens_for_somebody_and_none_breaks() -> None:
    opened, broken = set(), []
    for slug in EVERY_SLUG:
        for answer in pages.answers_as(slug):
            if answer["status"] == 200:
                opened.add(answer["route"])
            if answer["status"] >= 500:
                broken.append(f"{answer['url']} as {slug}: {answer['status']}")
    assert not broken, "\n".join(broken)
    closed = {route.name for route in get_routes()} - opened - set(ONLY_ON_THE_WAY)
    assert not closed, f"Nobody can open: {', '.join(sorted(closed))}"


@pytest.mark.usefixtures("example_data")
def test_anonymous_pages_are_listed_in_the_promised_form() -> None:
    listed = list(pages.pages_as(ANONYMOUS))
    assert all(set(page) == {"route", "url", "as", "status"} for page in listed)
    assert {page["status"] for page in listed} == {200}
    urls = {page["url"] for page in listed if page["route"] == CONTENT_ROUTE}
    assert {"/", "/about/", "/help/", "/accessibility/", "/privacy/", "/cases/"} <= urls
    assert len({page["url"] for page in listed}) == len(listed)


@pytest.mark.usefixtures("example_data")
def test_nobody_stays_signed_in_when_the_walk_is_over() -> None:
    before = Session.objects.count()
    with pages.client_as("member") as client:
        assert client.get("/me/").status_code == 200
        assert Session.objects.count() == before + 1
    assert Session.objects.count() == before


def test_an_unknown_slug_is_refused_with_the_names(db: None) -> None:
    with pytest.raises(pages.NoSuchPerson, match="member, carer, chair"), pages.client_as("nobody"):
        pass


def test_every_left_out_address_has_its_reason() -> None:
    assert all(len(reason) > 20 for reason in LEFT_OUT.values())
    assert settings.STATIC_URL.strip("/") + "/" in LEFT_OUT


def view(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@pytest.mark.parametrize(
    ("given", "answers_get"), [(view, True), (require_GET(view), True), (require_POST(view), False)]
)
def test_views_that_take_posts_alone_are_no_pages(given: Any, answers_get: bool) -> None:
    assert ("GET" in methods_of(given)) is answers_get
