"""Public pages that are kept for a moment: cheap for a crowd, never stale after anything happened, never personal."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from tests.plans.conftest import Place

from equalterms.design.visitors import MARK
from equalterms.hub.actions.starting_pages import ensure_starting_pages
from equalterms.hub.models import ContentPage
from equalterms.plans.actions.disputing import dispute_account
from equalterms.site.kept_pages import KeptPages

ONLY_WHAT_HAPPENED = 1  # the one question whether anything has happened since


@pytest.fixture(autouse=True)
def keeping(settings: Any) -> None:
    settings.KEEP_PUBLIC_PAGES = True


def queries_of(client: Client, url: str, **more: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url, **more).status_code == 200
    return len(asked)


def test_a_second_visitor_gets_the_page_that_the_first_one_got(place: Place) -> None:
    url = f"/record/accounts/{place.account().key}/"
    visitor = Client()
    first = visitor.get(url)
    with CaptureQueriesContext(connection) as asked:
        second = visitor.get(url)
    assert len(asked) == ONLY_WHAT_HAPPENED
    assert second.content == first.content
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_a_dispute_stands_beside_the_claim_at_once(place: Place) -> None:
    account = place.account()
    url = f"/record/accounts/{account.key}/"
    visitor = Client()
    assert "Nobody asked us" not in visitor.get(url).content.decode()
    dispute_account(account=account, because="Nobody asked us.", by=place.members[0])
    assert "Nobody asked us" in visitor.get(url).content.decode()
    assert account.key in visitor.get("/record.atom").content.decode()


@pytest.mark.parametrize("address", ["/record/", "/plans/", "/groups/", "/record.atom", "/api/v1/accounts"])
def test_lists_are_kept_each_by_its_own_address(place: Place, address: str) -> None:
    place.account()
    visitor = Client()
    visitor.get(address)
    assert queries_of(visitor, address) == ONLY_WHAT_HAPPENED
    assert queries_of(visitor, f"{address}?organisation=another") > ONLY_WHAT_HAPPENED


def test_who_is_signed_in_neither_meets_nor_leaves_a_kept_page(place: Place) -> None:
    url = f"/record/accounts/{place.account().key}/"
    browser = Client()
    assert "Sign out" not in browser.get(url).content.decode()
    browser.force_login(place.members[0])
    assert "Sign out" in browser.get(url).content.decode()
    browser.cookies.clear()
    assert "Sign out" not in browser.get(url).content.decode()


def test_a_page_keeps_to_the_preferences_of_who_looks(place: Place) -> None:
    place.account()
    browser = Client()
    plain = browser.get("/record/").content
    browser.cookies["display"] = "theme=dark"
    dark = browser.get("/record/").content
    assert plain != dark == browser.get("/record/").content


def test_a_page_with_a_form_is_made_for_each_visitor(db: None) -> None:
    tokens = {Client().get("/sign-in/").context["csrf_token"] for _visitor in range(3)}
    assert len(tokens) == 3


def test_what_was_made_for_somebody_who_has_the_token_of_a_form_is_not_kept(place: Place) -> None:
    place.account()
    browser = Client()
    browser.cookies["csrftoken"] = "a" * 32
    browser.get("/record/")
    browser.cookies.clear()
    assert queries_of(browser, "/record/") > ONLY_WHAT_HAPPENED
    browser.cookies["csrftoken"] = "a" * 32
    assert queries_of(browser, "/record/") == ONLY_WHAT_HAPPENED, "what anybody may see may be shown to them"


def test_a_cookie_that_may_mean_somebody_is_left_alone(place: Place) -> None:
    place.account()
    browser = Client()
    browser.get("/record/")
    browser.cookies["sessionid"] = "somebody"
    assert queries_of(browser, "/record/") > ONLY_WHAT_HAPPENED


def test_a_page_that_an_editor_takes_away_is_gone_at_once(db: None) -> None:
    ensure_starting_pages()
    page = ContentPage.objects.live().first()
    visitor = Client()
    assert visitor.get(page.url).status_code == 200
    assert queries_of(visitor, page.url) == ONLY_WHAT_HAPPENED
    page.unpublish(log_action=True)
    assert visitor.get(page.url).status_code == 404


def marked_page(_request: HttpRequest) -> HttpResponse:
    response = HttpResponse(b"x" * 9_000)
    setattr(response, MARK, True)
    return response


def test_memory_is_bounded(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equalterms.site.kept_pages.MOST_BYTES", 20_000)
    pages = KeptPages(marked_page)
    for number in range(6):
        pages(RequestFactory().get(f"/record/?q=word{number}"))
    assert [key[0] for key in pages.kept] == ["/record/?q=word4", "/record/?q=word5"]
    assert pages.bytes == 18_000


def test_an_answer_is_made_again_after_a_minute(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[HttpRequest] = []
    pages = KeptPages(lambda request: made.append(request) or marked_page(request))
    clock = 1000.0
    monkeypatch.setattr("equalterms.site.kept_pages.time.monotonic", lambda: clock)
    pages(RequestFactory().get("/record/"))
    pages(RequestFactory().get("/record/"))
    assert len(made) == 1
    clock += 61
    pages(RequestFactory().get("/record/"))
    assert len(made) == 2
