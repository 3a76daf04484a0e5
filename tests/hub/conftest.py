"""A site with its starting pages, and somebody to edit them."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.factories.people import AffiliationFactory, PersonFactory

from equalterms.hub.actions.starting_pages import ensure_starting_pages
from equalterms.hub.models import HomePage
from equalterms.people.models import Person


@pytest.fixture
def home(db: None) -> HomePage:
    ensure_starting_pages()
    return HomePage.objects.get()


@pytest.fixture
def somebody_with() -> Callable[..., Person]:
    """Return a function that makes a person with one duty."""

    def make(duty: str, until: date | None = None) -> Person:
        person = PersonFactory()
        AffiliationFactory(person=person, duty=duty, until=until)
        return person

    return make
