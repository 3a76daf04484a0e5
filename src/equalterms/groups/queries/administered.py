"""The groups and organisations that a person looks after."""

from django.db.models import Q, QuerySet

from equalterms.groups.models import Group, Membership
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.groups.rules import seats_on, serves_a_public_body
from equalterms.groups.rules.administering import ORGANISERS
from equalterms.groups.vocabulary import LEADING_ROLES
from equalterms.people.models import Affiliation, Organisation, Person
from equalterms.people.vocabulary import OrganisationKind


def groups_led_by(person: Person | None) -> QuerySet[Group]:
    """Return the groups at work in which a person holds a leading role today and may use it."""
    if person is None:
        return Group.objects.none()
    led = Membership.objects.filter(seats_on(), person=person, role__in=LEADING_ROLES)
    groups = Group.objects.filter(pk__in=led.values("group"), ended_on__isnull=True).select_related("organisation")
    return groups.filter(user_controlled=False) if serves_a_public_body(person) else groups


def groups_administered_by(person: Person | None) -> QuerySet[Group]:
    """Return the groups that a person may change: the same answer as `may_administer`, for many at once."""
    if person is None:
        return Group.objects.none()
    own = Affiliation.objects.filter(seats_on(), person=person, duty__in=ORGANISERS)
    by_duty = Q(user_controlled=False, organisation__in=own.values("organisation"))
    by_duty &= ~Q(visibility="members")
    by_seat = Q(pk__in=groups_led_by(person).values("pk"))
    return groups_visible_to(person).filter(by_duty | by_seat, ended_on__isnull=True)


def organisations_to_start_in(person: Person | None) -> QuerySet[Organisation]:
    """Return the organisations in which a person may start a group of some kind."""
    if person is None:
        return Organisation.objects.none()
    own = Affiliation.objects.filter(seats_on(), person=person)
    may = Q(pk__in=own.filter(duty__in=ORGANISERS).values("organisation"))
    if not serves_a_public_body(person):
        may |= Q(kind=OrganisationKind.USER_LED, pk__in=own.values("organisation"))
        led = groups_led_by(person).filter(user_controlled=True)
        may |= Q(pk__in=led.values("organisation"))
    return Organisation.objects.filter(may)
