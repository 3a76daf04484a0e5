"""`record` adds one event to the chain; `action` is the frame that gives each write a transaction and a trace."""

import functools
import inspect
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from equalterms.ledger import chain
from equalterms.ledger.keys import Keyed
from equalterms.ledger.models import Event, Head

Write = TypeVar("Write", bound=Callable[..., Any])
_recorded: ContextVar[int] = ContextVar("recorded", default=0)


class LeftNoTrace(RuntimeError):
    """An action ended without a ledger event; its transaction is rolled back."""


def action(write: Write) -> Write:
    """Run a write as one transaction that must leave at least one ledger event.

    The function must take `by` as a keyword-only argument: the person who acts, or None for the system.
    When it has nothing to do (say, a second identical post) it returns through `unchanged(value)`.
    """
    by = inspect.signature(write).parameters.get("by")
    if by is None or by.kind is not inspect.Parameter.KEYWORD_ONLY:
        raise TypeError(f"{write.__qualname__} needs a keyword-only argument `by`: who acts?")

    @functools.wraps(write)
    def framed(*args: Any, **kwargs: Any) -> Any:
        before = _recorded.get()
        try:
            with transaction.atomic():
                result = write(*args, **kwargs)
                if isinstance(result, unchanged):
                    return result.value
                if _recorded.get() == before:
                    raise LeftNoTrace(f"{write.__qualname__} wrote without a ledger event")
                return result
        except BaseException:
            _recorded.set(before)  # its events were rolled back with it
            raise

    framed.is_action = True  # type: ignore[attr-defined]
    return framed  # type: ignore[return-value]


class unchanged:
    """What an action returns when there was nothing to change, so that no event is needed."""

    def __init__(self, value: Any = None) -> None:
        self.value = value


def record(
    verb: str,
    thing: Keyed,
    *,
    by: Any,
    for_whom: Any = None,
    reason: str = "",
    facts: dict[str, Any] | None = None,
    seals: dict[str, Any] | None = None,
) -> Event:
    """Add one event to the chain, inside the caller's transaction.

    `by` and `for_whom` are persons (anything with `key`; `by.entered_by` is the supporter who typed it) or None.
    `facts` must be safe for everybody to read. `seals` is the frozen content that the event vouches for;
    the app says in `ledger.seals` how to read it again.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("record() belongs inside an action, so that the write and its event stand or fall together")
    chain.check_plain(facts or {})
    head = Head.objects.select_for_update().get(pk=1)
    values = {
        "number": head.number + 1,
        "at": timezone.now(),
        "verb": verb,
        "actor": by.key if by is not None else "",
        "entered_by": _entered_by(by),
        "for_whom": for_whom.key if for_whom is not None else "",
        "kind": thing.ledger_kind,
        "thing": thing.key,
        "reason": reason,
        "facts": facts or {},
        "seal": chain.seal_of(seals) if seals is not None else "",
    }
    digest = chain.digest_of(values, head.digest)
    event = Event.objects.create(**values, previous=head.digest, digest=digest)
    Head.objects.filter(pk=1).update(number=event.number, digest=digest)
    _recorded.set(_recorded.get() + 1)
    return event


def _entered_by(by: Any) -> str:
    supporter = getattr(by, "entered_by", None)
    return supporter.key if supporter is not None else ""
