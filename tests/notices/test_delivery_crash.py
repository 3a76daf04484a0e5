"""A mail server that dies and a worker that dies: nobody is missed, and at most one message is repeated."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.factories import PersonFactory
from tests.notices.making import URGENT, Recorder, carrier_to, mail_server, make_due, place, tell

from equalterms.notices.delivery import claiming
from equalterms.notices.delivery.email import EmailCarrier
from equalterms.notices.delivery.gathering import gather
from equalterms.notices.delivery.running import send_due
from equalterms.notices.models import Message, Notice
from equalterms.notices.vocabulary import LEASE, MOST_ATTEMPTS, MessageState, Trouble
from equalterms.people.models import Person

PEOPLE = 500


def tell_many(number: int) -> None:
    people = Person.objects.bulk_create(
        Person(name=f"Person {each}", email=f"p{each}@example.org", password="!") for each in range(number)
    )
    where, now = place(), timezone.now()
    Notice.objects.bulk_create(
        Notice(
            to=person, kind=URGENT.code, subject="The papers are ready", parts=["Twelve pages."],
            place_kind=where.kind, place_key=where.key, place_name=where.name, organisation=where.organisation,
            dedupe_key=f"{person.key}:x", queued_at=now, due_at=now,
        )
        for person in people
    )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_killed_in_the_middle_of_500_misses_nobody_and_repeats_at_most_one() -> None:
    tell_many(PEOPLE)
    with mail_server(dies_after=PEOPLE // 2) as server:
        first = send_due([carrier_to(server)])
        port, taken = server.server_address[1], list(server.taken)
    assert first == {"sent": PEOPLE // 2 - 1, "put back": 1}, "it gives up at once when the server is gone"
    assert Message.objects.filter(state=MessageState.QUEUED).count() == PEOPLE // 2 + 1
    assert send_due([carrier_to(server)]) == {"put back": 1}, "while it is away, one message a round is tried"
    make_due()
    with mail_server(port=port) as server:
        send_due([carrier_to(server)])
        taken += server.taken
    assert len(set(taken)) == PEOPLE, "nobody is missed"
    assert len(taken) - PEOPLE <= 1, "at most one is repeated, and its Message-ID says that it is the same"
    assert max(Counter(taken).values()) <= 2
    assert set(Message.objects.values_list("state", flat=True)) == {MessageState.SENT}


@pytest.mark.django_db
def test_a_message_whose_worker_was_killed_is_sent_by_the_next_when_its_time_has_run_out() -> None:
    tell(PersonFactory())
    gather()
    lost = claiming.claim_next()
    assert lost is not None
    recorder = Recorder()
    send_due([EmailCarrier(recorder)])
    assert recorder.sent == [], "another worker may still have it in hands"
    Message.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    send_due([EmailCarrier(recorder)])
    assert len(recorder.sent) == 1
    claiming.fail(lost, Trouble.BROKEN)
    assert Message.objects.get().state == MessageState.SENT, "the dead worker's late word counts for nothing"


@pytest.mark.django_db
def test_two_workers_never_have_the_same_message() -> None:
    tell(PersonFactory())
    gather()
    assert claiming.claim_next() is not None
    assert claiming.claim_next() is None


@pytest.mark.django_db
def test_a_message_that_kills_every_worker_is_given_up() -> None:
    tell(PersonFactory())
    gather()
    Message.objects.update(attempts=MOST_ATTEMPTS, state=MessageState.SENDING, lease_until=timezone.now() - LEASE)
    assert claiming.claim_next() is None
    assert Message.objects.get().state == MessageState.FAILED


@pytest.mark.django_db
def test_tries_come_later_each_time_and_end_in_words_for_those_who_look_after_it() -> None:
    tell(PersonFactory())
    waits = []
    for _attempt in range(MOST_ATTEMPTS):
        make_due()
        send_due([EmailCarrier(Recorder(ConnectionRefusedError()))])
        waits.append(round((Message.objects.get().try_at - timezone.now()).total_seconds() / 60))
    assert waits[:4] == [1, 2, 4, 8]
    message = Message.objects.get()
    assert (message.state, message.trouble, message.attempts) == ("failed", Trouble.SERVER_AWAY, MOST_ATTEMPTS)
    make_due()
    assert send_due([EmailCarrier(Recorder())]) == {}


@pytest.mark.django_db
def test_one_address_that_does_not_work_stops_nobody_else() -> None:
    bad, good = PersonFactory(email="gone@example.org"), PersonFactory()
    where = place()
    for person in (bad, good):
        tell(person, where=where)
    with mail_server(refuses={"gone@": 550}) as server:
        assert send_due([carrier_to(server)]) == {"failed": 1, "sent": 1}
    states = dict(Message.objects.values_list("to_id", "state"))
    assert states == {bad.pk: MessageState.FAILED, good.pk: MessageState.SENT}
    assert Message.objects.get(to=bad).trouble == Trouble.REFUSED


@pytest.mark.django_db
def test_a_full_mailbox_is_tried_again_later() -> None:
    tell(PersonFactory(email="full@example.org"))
    with mail_server(refuses={"full@": 452}) as server:
        send_due([carrier_to(server)])
    message: Any = Message.objects.get()
    assert (message.state, message.trouble) == (MessageState.QUEUED, Trouble.NOT_NOW)
