"""Every write leaves its event, or neither is kept; and the chain has no gaps however many write at once."""

import threading
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories import PersonFactory
from tests.ledger.conftest import Thing, note_thing

from equalterms.ledger.actions import action, record, recording, unchanged
from equalterms.ledger.models import Event, Head
from equalterms.ledger.queries import events_about, events_by, verify
from equalterms.people.models import Person


@action
def rename_person(*, person: Person, name: str, by: Any) -> Person:
    person.name = name
    person.save()
    record("person.renamed", person, by=by)
    return person


@pytest.mark.django_db
def test_an_event_names_who_acted_for_whom_and_who_typed_it() -> None:
    member, supporter, other = PersonFactory(), PersonFactory(), PersonFactory()
    member.entered_by = supporter
    event = note_thing(by=member, thing=Thing(), for_whom=other)
    assert (event.actor, event.entered_by, event.for_whom) == (member.key, supporter.key, other.key)
    assert list(events_by(supporter.key)) == [event]
    assert list(events_by(member.key)) == [event]
    assert list(events_about(event.kind, event.thing)) == [event]


@pytest.mark.django_db(transaction=True)
def test_an_action_whose_ledger_write_fails_saves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    person = PersonFactory(name="Before")

    def fail(*args: Any) -> str:
        raise DatabaseError("disk full")

    monkeypatch.setattr(recording.chain, "digest_of", fail)
    with pytest.raises(DatabaseError):
        rename_person(person=person, name="After", by=None)
    assert Person.objects.get(pk=person.pk).name == "Before"
    assert Head.objects.get().number == 0


@pytest.mark.django_db
def test_an_action_without_an_event_saves_nothing() -> None:
    @action
    def quiet(*, by: Any) -> None:
        PersonFactory(name="Quiet")

    with pytest.raises(recording.LeftNoTrace):
        quiet(by=None)
    assert not Person.objects.filter(name="Quiet").exists()


@pytest.mark.django_db
def test_an_event_that_was_rolled_back_does_not_count_as_a_trace() -> None:
    @action
    def failing(*, by: Any) -> None:
        record("thing.noted", Thing(), by=by)
        raise ValueError

    @action
    def outer(*, by: Any) -> None:
        with pytest.raises(ValueError):
            failing(by=by)

    with pytest.raises(recording.LeftNoTrace):
        outer(by=None)
    assert Event.objects.count() == 0


@pytest.mark.django_db
def test_nothing_to_change_needs_no_event() -> None:
    @action
    def idle(*, by: Any) -> str:
        return unchanged("as it was")

    assert idle(by=None) == "as it was"
    assert Event.objects.count() == 0


def test_an_action_must_say_who_acts() -> None:
    with pytest.raises(TypeError, match="who acts"):

        @action
        def nobody(thing: Any) -> None: ...


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{"share": 0.5}, {1: "a"}, {"who": {"at": object()}}, {"many": [1.0]}])
def test_facts_that_a_database_would_give_back_changed_are_refused(facts: Any) -> None:
    with pytest.raises(TypeError):
        note_thing(by=None, thing=Thing(), facts=facts)
    assert Event.objects.count() == 0


@pytest.mark.django_db
def test_words_of_any_script_come_back_as_they_were() -> None:
    note_thing(by=None, thing=Thing(), reason="\u202eעברית 🦉\r\n", facts={"é": ["ñ", 10**18, True, None]})
    assert verify().whole


@pytest.mark.django_db(transaction=True)
def test_recording_outside_an_action_is_refused() -> None:
    with pytest.raises(RuntimeError, match="inside an action"):
        record("thing.noted", Thing(), by=None)


@pytest.mark.django_db
@pytest.mark.parametrize("sql", ["UPDATE ledger_event SET verb = 'x'", "DELETE FROM ledger_event"])
def test_the_database_refuses_to_change_an_event(five_events: list[Event], sql: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert verify().events == 5


@pytest.mark.django_db
@pytest.mark.postgres_only
def test_the_database_refuses_to_empty_the_ledger(five_events: list[Event]) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE ledger_event")
    assert verify().events == 5


@pytest.mark.django_db(transaction=True)
def test_many_who_write_at_once_leave_a_chain_without_gaps() -> None:
    failures: list[BaseException] = []
    writers, each = 8, 12

    def write() -> None:
        try:
            for _turn in range(each):
                note_thing(by=None, thing=Thing())
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert list(Event.objects.values_list("number", flat=True)) == list(range(1, writers * each + 1))
    assert verify().whole
