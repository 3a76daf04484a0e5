"""From where messages come: a group or an organisation. Rooms above say whose post somebody looks after.

A room registers its kind of place when it starts; this room knows organisations by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Organisation, Person

ORGANISATION = "people.organisation"


@dataclass(frozen=True)
class Place:
    """One group or organisation, as a message names it."""

    kind: str  # how the ledger names it, for example "groups.group"
    key: str
    name: str
    organisation: Organisation | None = None

    @classmethod
    def of(cls, thing: Keyed, organisation: Organisation | None = None) -> "Place":
        """Return the place that a group or an organisation is."""
        whose = thing if isinstance(thing, Organisation) else organisation or getattr(thing, "organisation", None)
        return cls(thing.ledger_kind, thing.key, str(thing), whose)


@dataclass(frozen=True)
class PlaceKind:
    """What a room says of its places.

    `kept_by(person)` returns name by key of those whose post the person looks after; `public_name(key)` the name that
    everybody may read, or None for a place that is private or absent.
    """

    kind: str
    kept_by: Callable[[Person], dict[str, str]]
    public_name: Callable[[str], str | None]


_kinds: dict[str, PlaceKind] = {}


def register(kind: PlaceKind) -> None:
    _kinds[kind.kind] = kind


def place_kinds() -> list[PlaceKind]:
    return list(_kinds.values())


def public_name(kind: str, key: str) -> str | None:
    """Return the name of a place that everybody may read, or None."""
    if kind == ORGANISATION:
        return Organisation.objects.filter(key=key).values_list("name", flat=True).first()
    known = _kinds.get(kind)
    return known.public_name(key) if known is not None else None
