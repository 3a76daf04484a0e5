"""A chain to tamper with: a thing, a way to write events about it, and a way to get round the triggers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection

from equalterms.ledger import triggers
from equalterms.ledger.actions import action, record
from equalterms.ledger.keys import new_key
from equalterms.ledger.models import Event


@dataclass
class Thing:
    ledger_kind: str = "tests.thing"
    key: str = field(default_factory=new_key)


@action
def note_thing(*, by: Any, thing: Thing, **more: Any) -> Event:
    return record("thing.noted", thing, by=by, **more)


@pytest.fixture
def five_events(db: None) -> list[Event]:
    thing = Thing()
    return [note_thing(by=None, thing=thing, reason=f"because {turn}", facts={"turn": turn}) for turn in range(1, 6)]


@pytest.fixture
def tamper(db: None) -> Callable[..., None]:
    """Return a function that runs SQL as somebody would who owns the database and has taken the triggers away."""

    def run(sql: str, params: list[Any] | None = None) -> None:
        triggers.remove(connection)
        with connection.cursor() as cursor:
            cursor.execute(sql, params or [])

    return run
