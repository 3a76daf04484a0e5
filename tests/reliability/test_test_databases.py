"""The copies that tests run on: whole at the start of each test, whatever the one before committed."""

import threading

import pytest
from django.db import connection
from tests.factories import (
    AccountFactory,
    AssessmentFactory,
    DisputeTurnFactory,
    EffectReadingFactory,
    EvidenceFactory,
    MembershipFactory,
    PersonFactory,
)

from equalterms.people.models import Person
from equalterms.plans.models import Account


@pytest.mark.django_db
def test_factories_make_whole_things() -> None:
    for factory in (MembershipFactory, AssessmentFactory, DisputeTurnFactory, EffectReadingFactory, EvidenceFactory):
        assert factory().pk


@pytest.mark.django_db
def test_an_account_can_be_made_in_each_of_its_states() -> None:
    assert AccountFactory().current.rung == 6
    assert AccountFactory(draft=True).current is None
    assert AccountFactory(version__none_yet=True, version__overdue=True).current.rung is None
    assert Account.objects.exclude(current=None).count() == 2


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_what_one_test_commits_is_gone_in_the_next(turn: int) -> None:
    assert not Person.objects.filter(name="Committed").exists()
    PersonFactory(name="Committed")
    seen: list[bool] = []

    def look() -> None:
        seen.append(Person.objects.filter(name="Committed").exists())
        connection.close()

    other = threading.Thread(target=look)
    other.start()
    other.join()
    assert seen == [True]


@pytest.mark.django_db
def test_what_migrations_put_in_stays_after_tests_that_commit() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        assert cursor.fetchone()[0] > 100
