"""Checks the whole chain against itself, against its head, against heads kept outside, and against what it vouches for.

Events are read in blocks by number, so a million of them take no more memory than a thousand, and nobody who writes
meanwhile has to wait.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db import DatabaseError
from django.utils.translation import gettext as _

from equalterms.ledger import chain
from equalterms.ledger.models import Event, Head, PublishedHead
from equalterms.ledger.queries.sealed import seal_faults
from equalterms.ledger.queries.verdict import Fault, Verdict

BLOCK = 2000  # events read at once
MOST_FAULTS = 20  # seals reported before the check stops
COLUMNS = (*chain.FIELDS, "previous", "digest")
DIGEST = re.compile(r"[0-9a-f]{64}")
UNREADABLE = (ValueError, TypeError, AttributeError, DatabaseError)


class _Broken(Exception):
    """The walk along the chain met something that cannot follow from what came before."""

    def __init__(self, number: int | None, words: str) -> None:
        super().__init__(words)
        self.fault = Fault(number, words)


def verify(outside_head: str | None = None) -> Verdict:
    """Check every event, the head, the published heads and every seal.

    `outside_head` is a head noted earlier (64 hex digits): it must be part of the chain. Without one, somebody who can
    write to the database could cut the end and set the head back; with one, that shows.
    """
    walk = _Walk()
    faults: list[Fault] = []
    try:
        wanted = _wanted(outside_head)
        walk.to_the_end()
        walk.compare_with_heads(wanted, outside_given=outside_head is not None)
        faults += seal_faults(most=MOST_FAULTS)
    except _Broken as broken:
        faults.append(broken.fault)
    return Verdict(walk.number, walk.digest, tuple(faults))


def _wanted(outside_head: str | None) -> str | None:
    if outside_head is None:
        return None
    given = outside_head.strip().lower()
    if not DIGEST.fullmatch(given):
        raise _Broken(None, _("The head you gave is not a head: it must have 64 digits from 0 to 9 and a to f."))
    return given


class _Walk:
    """Goes along the chain from its beginning and remembers where it is, nothing more."""

    def __init__(self) -> None:
        self.number = 0
        self.digest = chain.GENESIS
        # The few heads that must be met on the way: one a day, and the one given.
        self.published = dict(PublishedHead.objects.values_list("digest", "day"))
        self.met: set[str] = {chain.GENESIS}

    def to_the_end(self) -> None:
        """Check every event, and that the head row names the last one. Raises _Broken at the first fault."""
        while True:
            for event in self._events_after(self.number):
                self._step(event)
            stored = Head.objects.filter(pk=1).values("number", "digest").first()
            if stored is None or Head.objects.count() != 1:
                raise _Broken(None, _("The row that holds the head of the chain is missing, or there are several."))
            if stored["number"] == self.number:
                break
            if not Event.objects.filter(number__gt=self.number).exists():
                self._say_where_the_end_is_lost(stored["number"])
        if stored["digest"] != self.digest:
            raise _Broken(self.number, _("The head of the chain was changed: it does not name the last event."))

    def _say_where_the_end_is_lost(self, promised: int) -> None:
        if promised > self.number:
            words = _("Events are missing at the end: the head names event %(promised)s, the last one is %(last)s.")
        else:
            words = _("The head was set back: it names event %(promised)s, but the last event is %(last)s.")
        raise _Broken(self.number, words % {"promised": promised, "last": self.number})

    def compare_with_heads(self, wanted: str | None, *, outside_given: bool) -> None:
        """Check that the head given and the published heads were met on the way."""
        if outside_given and wanted != self.digest and wanted not in self.met and not _is_an_event(wanted):
            raise _Broken(
                None,
                _(
                    "The head you gave is not part of this chain. Events were changed or removed after you noted it, "
                    "or it belongs to another site."
                ),
            )
        lost = [day for digest, day in self.published.items() if digest not in self.met]
        if lost:
            words = _("The head published on %(day)s is not part of this chain.")
            raise _Broken(None, words % {"day": min(lost).isoformat()})

    def _events_after(self, number: int) -> Iterator[dict[str, Any]]:
        rows = Event.objects.order_by("number").values(*COLUMNS)
        first = number == 0
        while True:
            block = _read(rows if first else rows.filter(number__gt=number), number)
            yield from block
            if len(block) < BLOCK:
                return
            number, first = block[-1]["number"], False

    def _step(self, event: dict[str, Any]) -> None:
        number, due = event["number"], self.number + 1
        if number < due:
            raise _Broken(number, _("Event %(number)s was inserted.") % {"number": number})
        if number > due:
            words = _("Event %(due)s is missing: after event %(last)s comes event %(number)s.")
            raise _Broken(due, words % {"due": due, "last": self.number, "number": number})
        if event["previous"] != self.digest:
            words = _("Event %(number)s does not follow from the event before it.")
            raise _Broken(number, words % {"number": number})
        try:
            digest = chain.digest_of(event, self.digest)
        except UNREADABLE:
            digest = ""
        if digest != event["digest"]:
            words = _("Event %(number)s was changed after it was written.")
            raise _Broken(number, words % {"number": number})
        self.number, self.digest = number, digest
        if digest in self.published:
            self.met.add(digest)


def _is_an_event(digest: str | None) -> bool:
    # Only asked after the walk has found every stored digest to be true.
    return Event.objects.filter(digest=digest).exists()


def _read(rows: Any, after: int) -> list[dict[str, Any]]:
    """Read one block; if a row cannot even be read, say which one."""
    try:
        return list(rows[:BLOCK])
    except UNREADABLE:
        pass
    for number in Event.objects.filter(number__gt=after).order_by("number").values_list("number", flat=True)[:BLOCK]:
        try:
            Event.objects.filter(number=number).values(*COLUMNS).get()
        except UNREADABLE:
            raise _Broken(number, _("Event %(number)s was changed: it cannot be read.") % {"number": number}) from None
    raise _Broken(None, _("The events cannot be read."))
