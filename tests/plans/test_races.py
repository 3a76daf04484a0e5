"""Many at once: one reading, one standing dispute, one next version; what was asked for twice happens once."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from tests.plans.conftest import Place, build_place

from equalterms.ledger.models import Event
from equalterms.ledger.queries import verify
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.plans.actions.assessing import give_reading
from equalterms.plans.actions.claiming import begin_next_version
from equalterms.plans.actions.disputing import dispute_account
from equalterms.plans.models import Account, Assessment, ClaimDraft, Dispute

AT_ONCE = 50
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busy_place(transactional_db: None) -> Place:
    return build_place()


def all_at_once(act: Callable[[int], Any]) -> list[BaseException]:
    """Run an action in fifty threads that start together; return what they raised."""
    gate, raised = threading.Barrier(AT_ONCE), []

    def run(number: int) -> None:
        gate.wait()
        try:
            act(number)
        except BaseException as failure:
            raised.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_fifty_identical_readings_make_one(busy_place: Place) -> None:
    account, member = busy_place.account(), busy_place.members[0].pk

    def read(number: int) -> None:
        give_reading(account=account, rung=4, effect_seen="no", by=Person.objects.get(pk=member))

    assert all_at_once(read) == []
    assert Assessment.objects.count() == 1
    assert Event.objects.filter(verb__startswith="reading.").count() == 1
    assert verify().whole


def test_readings_of_many_members_at_once_are_all_counted_once(busy_place: Place) -> None:
    account = busy_place.account()
    people = [person.pk for person in (*busy_place.members, busy_place.chair)]

    def read(number: int) -> None:
        by = Person.objects.get(pk=people[number % len(people)])
        give_reading(account=account, rung=1 + number % 7, effect_seen="no", by=by)

    assert all_at_once(read) == []
    assert Assessment.objects.count() == len(people)
    shown = Account.objects.get(pk=account.pk)
    assert sum(shown.spread.values()) == shown.released_readings <= len(people)


def test_fifty_identical_disputes_make_one(busy_place: Place) -> None:
    account, member = busy_place.account(), busy_place.members[0].pk

    def disagree(number: int) -> None:
        dispute_account(account=account, because="No.", by=Person.objects.get(pk=member))

    raised = all_at_once(disagree)
    assert {type(failure) for failure in raised} == {NotAllowed}
    assert len(raised) == AT_ONCE - 1
    assert Dispute.objects.count() == 1
    assert Account.objects.get(pk=account.pk).open_disputes == 1


def test_fifty_who_begin_a_new_version_begin_one(busy_place: Place) -> None:
    account, manager = busy_place.account(), busy_place.manager.pk

    def begin(number: int) -> None:
        begin_next_version(account=Account.objects.get(pk=account.pk), by=Person.objects.get(pk=manager))

    assert all_at_once(begin) == []
    assert ClaimDraft.objects.count() == 1
