"""Groups that a person may see. For everybody else a group does not exist."""

from django.db.models import Q, QuerySet

from equalterms.groups.models import Group, Membership
from equalterms.groups.rules import check_may_administer, seats_on
from equalterms.groups.vocabulary import Visibility
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Affiliation, Person


def groups_visible_to(person: Person | None) -> QuerySet[Group]:
    """Return the groups that a person, or anybody at all (None), may see. Rights on the site add nothing."""
    seen = Q(visibility=Visibility.PUBLIC)
    if person is not None:
        own = Affiliation.objects.filter(seats_on(), person=person)
        seats = Membership.objects.filter(seats_on(), person=person)
        seen |= Q(visibility=Visibility.ORGANISATION, organisation__in=own.values("organisation"))
        seen |= Q(pk__in=seats.values("group"))
    return Group.objects.filter(seen).select_related("organisation")


def group_for(person: Person | None, key: str) -> Group:
    """Return one group, or raise NotVisible: a private group and an absent one look the same."""
    group = groups_visible_to(person).filter(key=key).first()
    if group is None:
        raise NotVisible
    return group


def group_to_administer(person: Person | None, key: str) -> Group:
    """Return a group for somebody who may change it. Raises NotVisible, or NotAllowed for others who see it."""
    group = group_for(person, key)
    check_may_administer(person, group)
    return group
