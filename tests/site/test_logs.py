"""Log lines say what happened and nothing about a person."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client

from equalterms.site.logs import JsonLines, PlainWords, log_lines, without_people

Lines = io.StringIO


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Collect what a real server would write."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root, requests = logging.getLogger(), logging.getLogger("equalterms.requests")
    level = requests.level
    root.addHandler(handler)
    requests.setLevel(logging.INFO)
    yield stream
    requests.setLevel(level)
    root.removeHandler(handler)


def read(lines: Lines) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_request_is_named_by_its_route_and_never_by_its_address_or_visitor(lines: Lines) -> None:
    Client().get("/ledger/?page=maria@example.org", REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Old Browser")
    Client().get("/invitation/secret-token-abc/")
    written = lines.getvalue()
    assert {"ledger:heads"} <= {line.get("route") for line in read(lines)}
    for private in ("maria", "example.org", "203.0.113.9", "Old Browser", "secret-token", "page="):
        assert private not in written


@pytest.mark.django_db
def test_an_error_is_named_by_type_and_place_without_its_words(lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError("Key (email)=(maria@example.org) already exists, name Maria")

    monkeypatch.setattr("equalterms.people.middleware.PersonMiddleware.__call__", fail)
    Client(raise_request_exception=False).post("/people/maria/", {"words": "my private words"})
    errors = [line for line in read(lines) if "error" in line]
    assert errors[0]["error"] == "django.db.utils.IntegrityError"
    assert any("test_logs.py" in place for place in errors[0]["at"])
    for private in ("maria", "Maria", "private words"):
        assert private not in lines.getvalue()


def test_words_lose_mail_addresses_network_addresses_and_queries() -> None:
    said = "sent to jo@example.org from 198.51.100.7 and 2001:db8:0:0:1:2:3:4 for /search/?q=jo"
    assert without_people(said) == "sent to [e-mail] from [address] and [address] for /search/?…"


@pytest.mark.parametrize("form", [JsonLines, PlainWords])
def test_a_line_is_one_line(form: type[logging.Formatter]) -> None:
    record = logging.LogRecord("equalterms", logging.INFO, "x.py", 1, "two\nlines", None, None)
    assert "two lines" in form().format(record)


def test_a_real_site_writes_json_and_counts_requests() -> None:
    lines = log_lines("json")
    assert lines["formatters"]["lines"]["()"] is JsonLines
    assert lines["loggers"]["equalterms.requests"]["level"] == "INFO"
    assert lines["loggers"]["granian.access"]["level"] == "CRITICAL"
