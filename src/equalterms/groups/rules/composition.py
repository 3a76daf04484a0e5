"""Who sits at the table, counted, and whether the group keeps its own rule about lived experience."""

from dataclasses import dataclass, field

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from equalterms.groups.models import Group
from equalterms.groups.rules.seats import seats_on
from equalterms.groups.vocabulary import BESIDE_THE_TABLE, LIVED_EXPERIENCE


@dataclass(frozen=True)
class Composition:
    """How many sit in each capacity, how many seats there are (None: no limit), and the rule in percent.

    Observers sit beside the table: they are in `by_capacity` and in no other figure.
    """

    rule: int
    seats: int | None = None
    by_capacity: dict[str, int] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        return sum(n for capacity, n in self.by_capacity.items() if capacity not in BESIDE_THE_TABLE)

    @property
    def lived(self) -> int:
        return sum(n for capacity, n in self.by_capacity.items() if capacity in LIVED_EXPERIENCE)

    @property
    def empty(self) -> int:
        return max(0, (self.seats or 0) - self.filled)

    @property
    def kept(self) -> bool:
        return self.lived * 100 >= self.rule * self.filled

    def worse_than(self, other: "Composition") -> bool:
        """Whether the share of lived experience is smaller than in another composition."""
        if not other.filled:
            return bool(self.filled) and not self.kept
        return self.lived * other.filled < other.lived * self.filled

    @property
    def in_words(self) -> str:
        if not self.filled:
            return _("Nobody sits here yet.")
        return ngettext(
            "%(lived)s of %(filled)s filled seat has lived experience.",
            "%(lived)s of %(filled)s filled seats have lived experience.",
            self.filled,
        ) % {"lived": self.lived, "filled": self.filled}

    @property
    def rule_in_words(self) -> str:
        if self.rule == 0:
            return _("This group has no rule about lived experience.")
        if self.rule == 50:
            return _("The rule is at least half.")
        if self.rule == 100:
            return _("The rule is everybody.")
        return _("The rule is at least %(percent)s percent.") % {"percent": self.rule}


class WouldBreakComposition(Exception):
    """After this the group would not keep its rule of seats, and nobody has said why it should happen anyway."""

    def __init__(self, after: Composition) -> None:
        super().__init__(after.in_words)
        self.after = after


def composition_of(group: Group) -> Composition:
    """Count who sits in a group today."""
    counted = group.memberships.filter(seats_on()).order_by().values_list("capacity").annotate(Count("pk"))
    return Composition(rule=group.lived_share, seats=group.seats, by_capacity=dict(counted))
