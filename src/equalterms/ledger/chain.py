"""The arithmetic of the chain: how an event is put in one canonical form and hashed onto the one before it."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

GENESIS = hashlib.sha256(b"equalterms ledger 1").hexdigest()
FIELDS = ("number", "at", "verb", "actor", "entered_by", "for_whom", "kind", "thing", "reason", "facts", "seal")


def canonical(values: dict[str, Any]) -> bytes:
    """Return the one byte form of an event's fields: JSON, sorted keys, moments in UTC with microseconds."""
    moment: datetime = values["at"]
    plain = {name: values[name] for name in FIELDS}
    plain["at"] = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def check_plain(facts: Any) -> None:
    """Raise TypeError unless `facts` is made of what every database gives back unchanged: no floats, no odd keys."""
    if isinstance(facts, dict) and all(isinstance(name, str) for name in facts):
        for value in facts.values():
            check_plain(value)
    elif isinstance(facts, list):
        for value in facts:
            check_plain(value)
    elif facts is not None and not isinstance(facts, str | int | bool):
        raise TypeError(f"A ledger event cannot hold {facts!r}: use text, whole numbers, true, false, lists and names")


def digest_of(values: dict[str, Any], previous: str) -> str:
    """Return the SHA-256 (64 hex digits) of an event chained onto the digest `previous`."""
    return hashlib.sha256(previous.encode() + b"\n" + canonical(values)).hexdigest()


def seal_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 of frozen content, given as plain JSON values."""
    form = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return hashlib.sha256(form.encode()).hexdigest()
