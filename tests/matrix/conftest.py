"""The example data, loaded once and taken away again, and a visitor signed in as each of the example people."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from equalterms.examples import demo
from equalterms.examples.pages import client_as
from equalterms.examples.vocabulary import EVERY_SLUG


@pytest.fixture(scope="module")
def example_data(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load the living examples inside a transaction that is undone at the end."""
    cache.clear()  # it remembers renditions of pictures that an earlier file's tests took away again
    with django_db_blocker.unblock(), transaction.atomic():
        demo.build()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def visitors(example_data: None) -> Iterator[dict[str, Client]]:
    """One client for each of the example people and for somebody who is not signed in."""
    with ExitStack() as stack:
        clients = {slug: stack.enter_context(client_as(slug)) for slug in EVERY_SLUG}
        for client in clients.values():
            client.get("/")  # the cookies of a first visit
        yield clients


@pytest.fixture(scope="session")
def undo() -> Callable[[], AbstractContextManager[None]]:
    """Return a block after which the database is as it was before."""

    @contextmanager
    def undone() -> Iterator[None]:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    return undone
