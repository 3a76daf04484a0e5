"""What every test may ask for: a database made in a moment, and a browserless visitor signed in as somebody."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:  # engines are tested without Django
    from django.test import Client


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_blocker: Any) -> Iterator[None]:
    """Copy the migrated database for this process; after each test that commits, copy it again."""
    request.getfixturevalue("django_test_environment")
    from django.test import TransactionTestCase
    from tests.databases import database_for_tests

    database = database_for_tests()
    with django_db_blocker.unblock():
        database.create()
    flush = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda case: database.recreate()
    yield
    TransactionTestCase._fixture_teardown = flush
    with django_db_blocker.unblock():
        database.remove()


@pytest.fixture
def as_person(db: None) -> "Callable[[Any], Client]":
    """Return a function that gives a client signed in as a person, or for None one who is not signed in."""
    from django.test import Client

    def sign_in(person: Any) -> Client:
        client = Client()
        if person is not None:
            client.force_login(person)
        return client

    return sign_in
