"""The example places, built once for the tests of this folder and taken away again."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from equalterms.examples import demo


@pytest.fixture(scope="module")
def example_data(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    cache.clear()  # it remembers renditions of pictures that an earlier file's tests took away again
    with django_db_blocker.unblock(), transaction.atomic():
        assert demo.build() is True
        yield
        transaction.set_rollback(True)
