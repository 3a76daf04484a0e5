"""When the database is away the visitor is told plainly, keeps what they wrote, and can send it again."""

from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

WORDS = "We were never asked about the bus times.\nNobody came to the day centre <b>at all</b>."


@pytest.fixture
def without_database(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A visitor of a site whose database has just gone away."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection to db.example.org failed: secret")

    monkeypatch.setattr("equalterms.people.middleware.PersonMiddleware.__call__", refuse)
    return Client(raise_request_exception=False)


def test_a_page_says_that_the_site_is_resting(without_database: Client) -> None:
    answer = without_database.get("/ledger/?page=2")
    page = answer.content.decode()
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "10"
    assert answer.headers["Cache-Control"] == "no-store"
    assert 'href="/ledger/?page=2"' in page
    assert "secret" not in page


def test_what_was_written_is_on_the_page_and_can_be_sent_again(without_database: Client) -> None:
    sent = {"words": WORDS, "rung": "4", "csrfmiddlewaretoken": "abc", "password": "pw-in-clear", "code": "123456"}
    answer = without_database.post("/plans/some/", sent)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "We were never asked about the bus times." in page
    assert "&lt;b&gt;at all&lt;/b&gt;" in page
    assert 'name="rung" value="4"' in page
    assert 'name="csrfmiddlewaretoken" value="abc"' in page
    assert 'action="/plans/some/"' in page
    assert "pw-in-clear" not in page
    assert "123456" not in page


def test_a_lost_connection_counts_as_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise InterfaceError("connection already closed")

    monkeypatch.setattr("equalterms.people.middleware.PersonMiddleware.__call__", refuse)
    assert Client(raise_request_exception=False).get("/ledger/").status_code == 503


def test_any_other_error_stays_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("equalterms.people.middleware.PersonMiddleware.__call__", fail)
    answer = Client(raise_request_exception=False).get("/ledger/")
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
