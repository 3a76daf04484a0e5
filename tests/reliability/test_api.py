"""Whatever is asked of the API, in and out of its own description, it answers and never breaks."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from tests.factories import AccountFactory, DisputeFactory, PlanFactory

pytestmark = pytest.mark.slow
LIMITS = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """The API's own description, over a few accounts in a transaction that is undone."""
    from equalterms.site.wsgi import application

    with django_db_blocker.unblock(), transaction.atomic():
        AccountFactory(version__none_yet=True)
        DisputeFactory()
        PlanFactory()
        for moment in (signals.request_started, signals.request_finished):  # or the transaction would be lost
            moment.disconnect(close_old_connections)
        yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
        for moment in (signals.request_started, signals.request_finished):
            moment.connect(close_old_connections)
        transaction.set_rollback(True)


def test_the_api_never_breaks(described: Any) -> None:
    operations = [found.ok() for found in described.get_all_operations()]
    assert operations
    for operation in operations:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @LIMITS
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                answer = case.call()
                assert answer.status_code < 500, (
                    f"{case.method} {case.formatted_path} {case.query}: {answer.status_code}"
                )

            with suppress(Unsatisfiable):  # what takes no arguments cannot be asked wrongly
                ask()
