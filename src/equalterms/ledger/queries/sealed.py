"""Compares what the ledger vouches for with what the database holds now."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.utils.translation import gettext as _

from equalterms.ledger import chain, seals
from equalterms.ledger.models import Event
from equalterms.ledger.queries.verdict import Fault

Thing = TypeVar("Thing")
BLOCK = 500  # things read again at once


def seal_faults(*, most: int) -> list[Fault]:
    """Return up to `most` frozen things that differ from their seal, are gone, or were put in without one."""
    faults: Iterator[Fault] = (fault for seal in seals.registered() for fault in _of_kind(seal))
    return list(islice(faults, most))


def _of_kind(seal: seals.Seal) -> Iterator[Fault]:
    for block in _blocks(_latest(seal.kind)):
        content = seal.read([key for key, _number, _seal in block])
        for key, number, expected in block:
            what = {"number": number, "kind": seal.kind, "key": key}
            if key not in content:
                yield Fault(number, _("Event %(number)s vouches for %(kind)s %(key)s, which is gone.") % what)
            elif chain.seal_of(dict(content[key])) != expected:
                words = _("%(kind)s %(key)s was changed after event %(number)s vouched for it.")
                yield Fault(number, words % what)
    if seal.all_keys is not None:
        yield from _unsealed(seal.kind, seal.all_keys())


def _latest(kind: str) -> Iterator[tuple[str, int, str]]:
    """Yield (key, number, seal) of the newest seal of each thing of a kind, reading along the index."""
    rows = Event.objects.filter(kind=kind).exclude(seal="").order_by("thing", "number")
    last: tuple[str, int, str] | None = None
    for row in rows.values_list("thing", "number", "seal").iterator(chunk_size=2000):
        if last is not None and last[0] != row[0]:
            yield last
        last = row
    if last is not None:
        yield last


def _unsealed(kind: str, keys: Iterable[str]) -> Iterator[Fault]:
    for block in _blocks(iter(keys)):
        sealed = set(Event.objects.filter(kind=kind, thing__in=block).exclude(seal="").values_list("thing", flat=True))
        for key in block:
            if key not in sealed:
                words = _("%(kind)s %(key)s was put in without an event that vouches for it.")
                yield Fault(None, words % {"kind": kind, "key": key})


def _blocks(things: Iterator[Thing]) -> Iterator[list[Thing]]:
    while block := list(islice(things, BLOCK)):
        yield block
