"""The list of groups, with what each card says, in a number of queries that does not grow with the list."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from equalterms.groups.models import Group, Membership
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.groups.rules import Composition, seats_on
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
    """Return the groups that a person may see and looks for, by name."""
    groups = groups_visible_to(person)
    if not wanted.ended:
        groups = groups.filter(ended_on__isnull=True)
    if wanted.organisation:
        groups = groups.filter(organisation__slug=wanted.organisation)
    if wanted.kind:
        groups = groups.filter(kind=wanted.kind)
    for word in wanted.words.split():
        groups = groups.filter(Q(name__icontains=word) | Q(purpose__icontains=word))
    return groups.order_by("name", "pk")


def compositions_of(groups: Iterable[Group]) -> list[tuple[Group, Composition]]:
    """Return each group with its composition of today, in one query for all of them."""
    rows = list(groups)
    held = Membership.objects.filter(seats_on(), group__in=[group.pk for group in rows]).order_by()
    counted: dict[int, dict[str, int]] = {}
    for group, capacity, number in held.values_list("group", "capacity").annotate(Count("pk")):
        counted.setdefault(group, {})[capacity] = number
    return [
        (each, Composition(rule=each.lived_share, seats=each.seats, by_capacity=counted.get(each.pk, {})))
        for each in rows
    ]


def organisations_with_groups(person: Person | None) -> QuerySet[Organisation, tuple[str, str]]:
    """Return (slug, name) of the organisations of the groups that a person may see."""
    found = Organisation.objects.filter(pk__in=groups_visible_to(person).order_by().values("organisation"))
    return found.values_list("slug", "name")
