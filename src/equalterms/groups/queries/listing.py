"""The list of groups, with what each card says, in a number of queries that does not grow with the list."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from equalterms.groups.models import Group
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.groups.rules import Composition, seats_on
from equalterms.groups.vocabulary import Capacity
from equalterms.people.models import Organisation, Person


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for in the list. Empty means: all of them."""

    words: str = ""
    organisation: str = ""  # slug
    kind: str = ""
    ended: bool = False  # also groups that have ended

    @property
    def anything(self) -> bool:
        return bool(self.words or self.organisation or self.kind)


def groups_wanted(person: Person | None, wanted: Wanted) -> QuerySet[Group]:
    """Return the groups that a person may see and looks for, each with its seats counted by capacity."""
    groups = groups_visible_to(person)
    if not wanted.ended:
        groups = groups.filter(ended_on__isnull=True)
    if wanted.organisation:
        groups = groups.filter(organisation__slug=wanted.organisation)
    if wanted.kind:
        groups = groups.filter(kind=wanted.kind)
    for word in wanted.words.split():
        groups = groups.filter(Q(name__icontains=word) | Q(purpose__icontains=word))
    return groups.annotate(**seats_counted()).order_by("name", "pk")


def seats_counted() -> dict[str, Count]:
    """Return one count of today's seats for each capacity, to annotate groups with."""
    held = seats_on(prefix="memberships__")
    return {
        f"seats_{capacity}": Count("memberships", filter=held & Q(memberships__capacity=capacity))
        for capacity in Capacity.values
    }


def composition_counted(group: Group) -> Composition:
    """Return the composition of a group that came with its seats counted."""
    counts = {capacity: getattr(group, f"seats_{capacity}") for capacity in Capacity.values}
    return Composition(rule=group.lived_share, seats=group.seats, by_capacity={c: n for c, n in counts.items() if n})


def organisations_with_groups(person: Person | None) -> QuerySet[Organisation]:
    """Return the organisations of the groups that a person may see."""
    return Organisation.objects.filter(pk__in=groups_visible_to(person).order_by().values("organisation"))
