"""Who sits where: memberships on a day, lived experience, and who leads whom."""

from datetime import date

from django.db.models import QuerySet

from equalterms.groups.models import Group, Membership
from equalterms.groups.queries.groups import group_for
from equalterms.groups.rules import is_member, leads, may_see_members, seat_of, seats_on
from equalterms.groups.vocabulary import LEADING_ROLES, LIVED_EXPERIENCE
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person

__all__ = [
    "fellow",
    "group_with_members",
    "handovers_in",
    "is_member",
    "leads",
    "leads_a_group_of",
    "members_on",
    "members_with_lived_experience",
    "memberships_of",
    "seat_of",
]


def members_on(group: Group, on: date | None = None) -> QuerySet[Membership]:
    """Return the seats held in a group on a day (today if None), each with its person."""
    return group.memberships.filter(seats_on(on)).select_related("person").order_by("person__name", "pk")


def members_with_lived_experience(group: Group, on: date) -> QuerySet[Person]:
    """Return the persons who sat in a group as service user or carer on a day."""
    seats = Membership.objects.filter(seats_on(on), group=group, capacity__in=LIVED_EXPERIENCE)
    return Person.objects.filter(pk__in=seats.values("person")).order_by("name", "pk")


def memberships_of(person: Person | None, on: date | None = None) -> QuerySet[Membership]:
    """Return a person's seats on a day (today if None), each with its group and organisation."""
    if person is None:
        return Membership.objects.none()
    seats = Membership.objects.filter(seats_on(on), person=person)
    return seats.select_related("group__organisation").order_by("group__name", "pk")


def leads_a_group_of(person: Person | None, other: Person | None) -> bool:
    """Whether `person` is chair, co-chair or facilitator, today, of a group in which `other` sits today."""
    if person is None or other is None:
        return False
    led = Membership.objects.filter(seats_on(), person=person, role__in=LEADING_ROLES)
    return Membership.objects.filter(seats_on(), person=other, group__in=led.values("group")).exists()


def fellow(person: Person | None, other: Person | None) -> bool:
    """Whether two persons share a group, today, that one of them leads. For one direction: `leads_a_group_of`."""
    return leads_a_group_of(person, other) or leads_a_group_of(other, person)


def group_with_members(person: Person | None, key: str) -> Group:
    """Return a group for somebody who may see who sits in it; for anybody else that page does not exist."""
    group = group_for(person, key)
    if not may_see_members(person, group):
        raise NotVisible
    return group


def handovers_in(group: Group, most: int = 20) -> QuerySet[Membership]:
    """Return the latest seats that were left with a handover, for those who may see who sits in the group."""
    left = group.memberships.exclude(handover="").filter(until__isnull=False).select_related("person")
    return left.order_by("-until", "-pk")[:most]
