"""The check of the chain finds every way of rewriting history, and says at which event it shows."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from tests.ledger.conftest import Thing, note_thing

from equalterms.ledger import chain
from equalterms.ledger.actions import publish_head
from equalterms.ledger.models import Event, Head, PublishedHead
from equalterms.ledger.queries import head, verify, verifying

Tamper = Callable[..., None]

EDITS = {
    "number": "number = 99",
    "at": "at = '2020-01-01 00:00:00+00:00'",
    "verb": "verb = 'thing.forgotten'",
    "actor": "actor = 'somebody'",
    "entered_by": "entered_by = 'somebody'",
    "for_whom": "for_whom = 'somebody'",
    "kind": "kind = 'tests.other'",
    "thing": "thing = 'another'",
    "reason": "reason = 'no reason'",
    "facts": """facts = '{"turn": 7}'""",
    "seal": "seal = 'abc'",
    "previous": "previous = 'abc'",
    "digest": "digest = 'abc'",
}


@pytest.mark.django_db
def test_an_untouched_chain_is_whole(five_events: list[Event]) -> None:
    verdict = verify()
    assert verdict.whole
    assert verdict.events == 5
    assert verdict.head == five_events[-1].digest == head()
    assert "5 events" in verdict.words


@pytest.mark.django_db
def test_an_empty_chain_is_whole() -> None:
    assert verify().whole
    assert verify(chain.GENESIS).whole


def test_every_column_of_an_event_has_an_edit_below() -> None:
    assert set(EDITS) == {field.column for field in Event._meta.get_fields()}


@pytest.mark.django_db
@pytest.mark.parametrize("column", EDITS)
@pytest.mark.parametrize("number", [1, 3, 5])
def test_an_edit_of_any_column_is_found(five_events: list[Event], tamper: Tamper, column: str, number: int) -> None:
    tamper(f"UPDATE ledger_event SET {EDITS[column]} WHERE number = %s", [number])
    verdict = verify()
    assert not verdict.whole
    assert verdict.faults[0].number in (number, number + 1, number - 1)
    assert str(number) in verdict.words


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_a_deletion_is_found_where_it_took_place(five_events: list[Event], tamper: Tamper, number: int) -> None:
    tamper("DELETE FROM ledger_event WHERE number = %s", [number])
    assert verify().faults[0].number == number
    assert "missing" in verify().words


@pytest.mark.django_db
def test_an_insertion_is_found(five_events: list[Event], tamper: Tamper) -> None:
    tamper(
        "INSERT INTO ledger_event SELECT 0, at, verb, actor, entered_by, for_whom, kind, thing, reason, facts, seal, "
        "previous, 'new' FROM ledger_event WHERE number = 1"
    )
    assert verify().faults[0].number == 0
    assert "inserted" in verify().words


@pytest.mark.django_db
def test_an_event_put_in_after_the_end_is_found(five_events: list[Event], tamper: Tamper) -> None:
    last = five_events[-1]
    values = {name: getattr(last, name) for name in chain.FIELDS} | {"number": 6}
    Event.objects.create(**values, previous=last.digest, digest=chain.digest_of(values, last.digest))
    assert not verify().whole
    assert "set back" in verify().words


@pytest.mark.django_db
def test_two_events_changing_places_is_found(five_events: list[Event], tamper: Tamper) -> None:
    for old, new in ((2, 100), (3, 2), (100, 3)):
        tamper("UPDATE ledger_event SET number = %s WHERE number = %s", [new, old])
    assert verify().faults[0].number == 2


@pytest.mark.django_db
def test_a_cut_end_is_found_by_the_head(five_events: list[Event], tamper: Tamper) -> None:
    tamper("DELETE FROM ledger_event WHERE number > 3")
    assert verify().faults[0].number == 3
    assert "missing at the end" in verify().words


@pytest.mark.django_db
def test_an_emptied_ledger_is_found(five_events: list[Event], tamper: Tamper) -> None:
    tamper("DELETE FROM ledger_event")
    assert not verify().whole


@pytest.mark.django_db
def test_a_cut_end_with_the_head_set_back_is_found_by_a_head_kept_outside(
    five_events: list[Event], tamper: Tamper
) -> None:
    kept = head()
    tamper("DELETE FROM ledger_event WHERE number > 3")
    tamper("UPDATE ledger_head SET number = 3, digest = %s", [five_events[2].digest])
    assert verify().whole
    verdict = verify(kept)
    assert not verdict.whole
    assert "not part of this chain" in verdict.words


@pytest.mark.django_db
def test_a_chain_rewritten_from_the_middle_is_found_by_a_published_head(
    five_events: list[Event], tamper: Tamper
) -> None:
    publish_head(day=date(2026, 11, 3), by=None)
    tamper("DELETE FROM ledger_event WHERE number > 3")
    tamper("UPDATE ledger_head SET number = 3, digest = %s", [five_events[2].digest])
    verdict = verify()
    assert not verdict.whole
    assert "2026-11-03" in verdict.words


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["number = 4", "number = 6", "number = 0", "digest = 'abc'", "id = 2"])
def test_an_edit_of_the_head_is_found(five_events: list[Event], tamper: Tamper, change: str) -> None:
    tamper(f"UPDATE ledger_head SET {change}")
    assert not verify().whole
    assert "head" in verify().words


@pytest.mark.django_db
def test_a_missing_head_is_found(five_events: list[Event], tamper: Tamper) -> None:
    tamper("DELETE FROM ledger_head")
    assert "head" in verify().words


@pytest.mark.django_db
def test_a_second_head_is_found(five_events: list[Event]) -> None:
    Head.objects.create(pk=2, number=1, digest="abc")
    assert not verify().whole


@pytest.mark.django_db
def test_each_earlier_head_is_part_of_the_chain(five_events: list[Event]) -> None:
    for event in five_events:
        assert verify(event.digest).whole
    assert verify(f"  {head().upper()}\n").whole


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["", "abc", "g" * 64, "a" * 64])
def test_a_head_that_was_never_one_is_refused(five_events: list[Event], given: str) -> None:
    verdict = verify(given)
    assert not verdict.whole
    assert "head you gave" in verdict.words


@pytest.mark.django_db
def test_a_value_that_cannot_be_read_is_found_at_its_event(five_events: list[Event], tamper: Tamper) -> None:
    no_moment = {"sqlite": "never", "postgresql": "infinity"}[connection.vendor]
    tamper("UPDATE ledger_event SET at = %s WHERE number = 4", [no_moment])
    assert verify().faults[0].number == 4


@pytest.mark.django_db
def test_events_are_read_in_blocks(five_events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    for block in (1, 2, 5, 6):
        monkeypatch.setattr(verifying, "BLOCK", block)
        assert verify().events == 5


@pytest.mark.django_db
def test_a_published_head_that_was_changed_or_taken_away_is_found(five_events: list[Event], tamper: Tamper) -> None:
    published = publish_head(day=date(2026, 11, 3), by=None)
    assert verify().whole
    PublishedHead.objects.filter(pk=published.pk).update(day=date(2026, 11, 4))
    assert "was changed after event 6" in verify().words
    PublishedHead.objects.all().delete()
    assert "gone" in verify().words


@pytest.mark.django_db
def test_a_published_head_put_in_without_an_event_is_found(five_events: list[Event]) -> None:
    PublishedHead.objects.create(day=date(2026, 11, 3), digest=five_events[1].digest)
    assert "without an event" in verify().words


@pytest.mark.django_db
def test_the_newest_seal_of_a_thing_counts(five_events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    from equalterms.ledger import seals

    monkeypatch.setattr(seals, "_seals", {})
    content = {"words": "first"}
    thing = Thing()
    seals.sealed_by("tests.thing")(lambda keys: dict.fromkeys(keys, content))
    note_thing(by=None, thing=thing, seals={"words": "first"})
    assert verify().whole
    content["words"] = "second"
    assert not verify().whole
    note_thing(by=None, thing=thing, seals={"words": "second"})
    assert verify().whole
