"""Seals: what lets the ledger vouch for content that must not change after publication.

An action records the digest of the frozen content (`record(..., seals=content)`); the app tells here how to read
the same content again, so that `queries.verify` finds an edit made behind the site's back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Content = Mapping[str, Any]
ReadContent = Callable[[Sequence[str]], Mapping[str, Content]]
AllKeys = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Seal:
    """How one kind of frozen thing is read again, and which things of that kind must be sealed (None: not said)."""

    kind: str
    read: ReadContent
    all_keys: AllKeys | None


_seals: dict[str, Seal] = {}


def sealed_by(kind: str, *, all_keys: AllKeys | None = None) -> Callable[[ReadContent], ReadContent]:
    """Register the decorated function as the reader of frozen things of `kind` (for example "plans.accountversion").

    The function takes a list of keys and returns {key: content}, with the very same content (plain JSON values) that
    was given to `record(..., seals=content)`, asking the database once for the whole list; a thing that is gone is left
    out. `all_keys()` may name every thing of this kind that must carry a seal: one without is reported as inserted.
    Import the module that holds it in the app's `ready()`.
    """

    def register(read: ReadContent) -> ReadContent:
        _seals[kind] = Seal(kind, read, all_keys)
        return read

    return register


def registered() -> list[Seal]:
    """Return all seals, by kind."""
    return [_seals[kind] for kind in sorted(_seals)]
