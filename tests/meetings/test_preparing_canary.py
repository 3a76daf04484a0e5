"""Words written in a preparation space are found nowhere by those outside it: every route, search, export, API, log."""

import logging
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.meetings.papers_place import Place, build_place

from equalterms.examples.routes import get_routes
from equalterms.ledger.models import Event
from equalterms.meetings.actions.preparing import answer_note, propose_carrying, write_note
from equalterms.meetings.models import CarryProposal, PreparationNote
from equalterms.people.models import Draft, Mail
from equalterms.site.logs import JsonLines

CANARY, ASKED = "zqcanaryqz", "zqaskedqz"  # one is looked for in the answers; the other is what is searched for
WORDS = f"{CANARY} {ASKED}"
LARGE = ("source_download", "wagtail_serve")  # the program itself, packed anew each time; what editors wrote
SEARCHES = ("/search/?q={}", "/record/?q={}", "/api/v1/accounts?words={}", "/groups/?words={}", "/organisations/?q={}")


@pytest.fixture
def place(db: None) -> Place:
    """Plant the word in every kind of thing that can be written there."""
    place = build_place()
    place.ready(place.paper())
    note = write_note(meeting=place.meeting, item=place.item, by=place.reader, words=WORDS, shared=True)
    write_note(meeting=place.meeting, by=place.reader, words=WORDS, shared=False)
    answer_note(note=note, by=place.fellow, words=WORDS)
    propose_carrying(meeting=place.meeting, by=place.fellow, words=WORDS)
    return place


def addresses(place: Place) -> Iterator[str]:
    """Yield every address without arguments, and each one that takes a key with the things it could speak of."""
    note, words = PreparationNote.objects.earliest("pk"), CarryProposal.objects.get()
    for route in get_routes():
        if route.name in LARGE:
            continue
        if not route.arguments:
            yield reverse(route.name)
        elif route.arguments == {"key"} and route.name.startswith(("meetings:", "groups:")):
            about = [place.meeting, place.item, note, words] if "meetings" in route.name else [place.group]
            yield from (reverse(route.name, kwargs={"key": thing.key}) for thing in about)
    yield from (search.format(ASKED) for search in SEARCHES)
    yield from ("/editors/", "/editors/reports/site-history/")


@pytest.mark.parametrize("who", ["manager", "administrator", "outsider", "facilitator", "nobody"])
def test_a_word_from_the_space_is_found_nowhere(place: Place, who: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    client = Client(raise_request_exception=False)
    if who != "nobody":
        client.force_login(getattr(place, who))
    caplog.clear()
    told = []
    for url in addresses(place):
        response = client.get(url)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        text = content.decode("utf-8", "replace")
        if CANARY in text:
            at = text.index(CANARY)
            told.append(f"{url}: {response.status_code} {text[max(0, at - 80) : at + 80]!r}")
    assert not told
    lines = JsonLines()  # what a server writes down
    assert not [record for record in caplog.records if CANARY in lines.format(record)]


def test_the_word_is_in_no_other_table(place: Place) -> None:
    assert not Draft.objects.exists()
    assert not Mail.objects.filter(body__contains=CANARY).exists()
    assert not [event for event in Event.objects.all() if CANARY in f"{event.facts}{event.reason}"]


def test_an_error_while_writing_logs_no_word(
    place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(**_facts: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("equalterms.meetings.views.preparing.write_note", breaks)
    caplog.set_level(logging.INFO)
    client = Client(raise_request_exception=False)
    client.force_login(place.reader)
    words = {"item": "general", "kind": "note", "words": CANARY, "shared": "no"}
    response = client.post(reverse("meetings:write_note", args=[place.meeting.key]), words)
    assert response.status_code == 500
    assert CANARY not in response.content.decode()
    lines = JsonLines()
    assert not [record for record in caplog.records if CANARY in lines.format(record)]


def test_on_sqlite_and_postgresql_the_count_of_notes_shows_on_no_public_page(place: Place) -> None:
    client = Client()
    before = client.get(reverse("meetings:meeting", args=[place.meeting.key])).content
    write_note(meeting=place.meeting, by=place.reader, words=WORDS, shared=True)
    after = client.get(reverse("meetings:meeting", args=[place.meeting.key])).content
    assert before == after, connection.vendor
