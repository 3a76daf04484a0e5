"""Who sits in a group, and who leads it: the facts that every other rule of this room rests on."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from equalterms.groups.models import Group, Membership
from equalterms.groups.vocabulary import LEADING_ROLES
from equalterms.people.models import Affiliation, Organisation, Person
from equalterms.people.vocabulary import PUBLIC_BODIES, Duty


def seats_on(on: date | None = None, prefix: str = "") -> Q:
    """Return the condition for seats held on a day (today if None): from `since` up to, but without, `until`."""
    day = on if on is not None else timezone.localdate()
    held = Q(**{f"{prefix}since__lte": day})
    return held & (Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gt": day}))


def seat_of(person: Person | None, group: Group, on: date | None = None) -> Membership | None:
    """Return the seat that a person holds in a group on a day (today if None)."""
    if person is None:
        return None
    return Membership.objects.filter(seats_on(on), group=group, person=person).first()


def is_member(person: Person | None, group: Group, on: date | None = None) -> bool:
    return person is not None and group.memberships.filter(seats_on(on), person=person).exists()


def leads(person: Person | None, group: Group) -> bool:
    """Whether a person is chair, co-chair or facilitator of a group today."""
    if person is None:
        return False
    return group.memberships.filter(seats_on(), person=person, role__in=LEADING_ROLES).exists()


def holds_duty(person: Person | None, organisation: Organisation, duties: tuple[str, ...] = ()) -> bool:
    """Whether a person has one of these duties (any duty if none is named) in an organisation today."""
    if person is None:
        return False
    held = Affiliation.objects.filter(seats_on(), person=person, organisation=organisation)
    return (held.filter(duty__in=duties) if duties else held).exists()


def serves_a_public_body(person: Person | None) -> bool:
    """Whether a person works, today, for a council or an NHS body. Editing its pages alone does not count."""
    if person is None:
        return False
    held = Affiliation.objects.filter(seats_on(), person=person, organisation__kind__in=PUBLIC_BODIES)
    return held.exclude(duty=Duty.EDITOR).exists()
