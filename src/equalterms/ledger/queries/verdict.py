"""What a check of the ledger found, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was written. `number` is the event at which it shows, or None."""

    number: int | None
    words: str


@dataclass(frozen=True)
class Verdict:
    """Whether the ledger is whole. `events` counts the events that were read before the check stopped."""

    events: int
    head: str
    faults: tuple[Fault, ...]

    @property
    def whole(self) -> bool:
        return not self.faults

    @property
    def words(self) -> str:
        """One sentence that holds for the whole check."""
        if self.whole:
            text = ngettext(
                "The ledger is whole: %(count)s event, none changed, removed or moved.",
                "The ledger is whole: %(count)s events, none changed, removed or moved.",
                self.events,
            )
            return text % {"count": f"{self.events:,}"}
        return _("The ledger is not as it was written. %(first)s") % {"first": self.faults[0].words}
