"""Two editors of one note: both texts are shown, and no text is ever lost."""

import random
import threading
from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.factories.meetings import MeetingFactory, agenda
from tests.meetings.conftest import Table, build_table

from equalterms.ledger.queries import verify
from equalterms.meetings.actions.noting import write_note
from equalterms.meetings.models import AgendaItem, ItemNote, NoteText
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Draft, Person

RUNS = 1000
SEED = 4


@pytest.fixture
def item(table: Table) -> AgendaItem:
    return agenda(MeetingFactory(group=table.panel, under_way=True), 1)[0]


def test_the_later_of_two_texts_is_kept_aside_and_nothing_is_overwritten(table: Table, item: AgendaItem) -> None:
    write_note(item=item, by=table.chair, text="Buses are late.", base=0)
    written = write_note(item=item, by=table.facilitator, text="Buses cost more.", base=0)
    assert written.note.text == "Buses are late."
    assert written.aside is not None
    assert written.aside.text == "Buses cost more."


def test_brought_together_both_texts_stand_and_none_waits(table: Table, item: AgendaItem) -> None:
    write_note(item=item, by=table.chair, text="Late.", base=0)
    aside = write_note(item=item, by=table.facilitator, text="Dear.", base=0).aside
    assert aside is not None
    write_note(item=item, by=table.facilitator, text="Late and dear.", base=1, brings_in=[aside.key])
    assert ItemNote.objects.get(item=item).text == "Late and dear."
    assert not NoteText.objects.filter(number=None, brought_in_at=None).exists()


def test_the_same_text_sent_twice_is_written_once(table: Table, item: AgendaItem) -> None:
    for _send in range(2):
        write_note(item=item, by=table.chair, text="Once.", base=0)
        write_note(item=item, by=table.facilitator, text="Aside.", base=0)
    assert NoteText.objects.count() == 2


@pytest.mark.parametrize("who", ["member", "staff", "observer", "administrator", "outsider"])
def test_only_who_runs_the_meeting_writes_notes(table: Table, item: AgendaItem, who: str) -> None:
    with pytest.raises(NotAllowed):
        write_note(item=item, by=getattr(table, who), text="Mine.", base=0)


def test_in_a_thousand_runs_of_two_editors_no_text_is_lost(table: Table) -> None:
    """Each run: two editors who opened the note at some moment send their texts. Seeded, so that it can be repeated."""
    chance = random.Random(SEED)
    items = agenda(MeetingFactory(group=table.panel, under_way=True), 20)
    sent: dict[int, list[str]] = {item.pk: [] for item in items}
    numbers = Counter[int]()
    for run in range(RUNS // 2):
        item = items[run % len(items)]
        for editor in (table.chair, table.facilitator):
            text = f"run {run} by {editor.pk}"
            base = max(0, numbers[item.pk] - chance.randrange(2))
            written = write_note(item=item, by=editor, text=text, base=base)
            numbers[item.pk] = written.note.number
            sent[item.pk].append(text)
    for item in items:
        kept = Counter(NoteText.objects.filter(note__item=item).values_list("text", flat=True))
        assert kept == Counter(sent[item.pk])
    standing = ItemNote.objects.get(item=items[0])
    assert standing.text == standing.texts.get(number=standing.number).text


def test_the_page_shows_both_texts_and_keeps_ones_own_as_a_draft(table: Table, item: AgendaItem) -> None:
    write_note(item=item, by=table.chair, text="What the chair wrote.", base=0)
    client = Client()
    client.force_login(table.facilitator)
    address = reverse("meetings:note", args=[item.key])
    page = client.post(address, {"text": "What Ben wrote.", "base": "0"}).content.decode()
    assert "What the chair wrote." in page
    assert "What Ben wrote." in page
    assert Draft.objects.get(person=table.facilitator).fields["text"] == ["What Ben wrote."]
    aside = NoteText.objects.get(number=None)
    merged = {"text": "Both.", "base": "1", "brings_in": aside.key}
    assert client.post(address, merged).status_code == 302
    assert ItemNote.objects.get(item=item).text == "Both."
    assert not Draft.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_editors_who_send_at_the_same_moment_lose_nothing() -> None:
    """Real threads. On SQLite one writes at a time, on PostgreSQL they wait for the row."""
    table = build_table()
    item = agenda(MeetingFactory(group=table.panel, under_way=True), 1)[0]
    gate, raised, each = threading.Barrier(8), [], 12

    def edit(number: int) -> None:
        by = Person.objects.get(pk=(table.chair, table.facilitator)[number % 2].pk)
        base = 0
        gate.wait()
        try:
            for run in range(each):
                base = write_note(item=item, by=by, text=f"{number}/{run}", base=base).note.number
        except BaseException as failure:
            raised.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=edit, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []
    kept: Any = set(NoteText.objects.values_list("text", flat=True))
    assert kept == {f"{number}/{run}" for number in range(8) for run in range(each)}
    assert verify().whole
