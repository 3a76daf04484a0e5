"""Venues: for those who keep them, for the people of their organisation, and for who may see a meeting there."""

from django.db.models import Q, QuerySet

from equalterms.groups.queries.administered import groups_led_by
from equalterms.groups.queries.membership import memberships_of
from equalterms.groups.rules import seats_on
from equalterms.groups.rules.administering import ORGANISERS
from equalterms.meetings.models import Venue
from equalterms.meetings.queries.meetings import meetings_visible_to
from equalterms.meetings.rules.venues import check_may_keep_venues
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Affiliation, Organisation, Person


def venues_visible_to(person: Person | None) -> QuerySet[Venue]:
    """Return the venues that a person may know of."""
    met = meetings_visible_to(person).filter(venue__isnull=False).order_by().values("venue")
    seen = Q(pk__in=met)
    if person is not None:
        own = Affiliation.objects.filter(seats_on(), person=person)
        seen |= Q(organisation__in=own.values("organisation"))
        seen |= Q(organisation__in=memberships_of(person).order_by().values("group__organisation"))
    return Venue.objects.filter(seen).select_related("organisation", "looked_at_by")


def venue_for(person: Person | None, key: str) -> Venue:
    venue = venues_visible_to(person).filter(key=key).first()
    if venue is None:
        raise NotVisible
    return venue


def venue_to_keep(person: Person | None, key: str) -> Venue:
    """Return a venue for somebody who looks after it. Raises NotVisible, or NotAllowed for others who see it."""
    venue = venue_for(person, key)
    check_may_keep_venues(person, venue.organisation)
    return venue


def organisations_to_keep_venues_of(person: Person | None) -> QuerySet[Organisation]:
    """Return the organisations whose venues a person looks after."""
    if person is None:
        return Organisation.objects.none()
    own = Affiliation.objects.filter(seats_on(), person=person, duty__in=ORGANISERS)
    led = groups_led_by(person).order_by().values("organisation")
    return Organisation.objects.filter(Q(pk__in=own.values("organisation")) | Q(pk__in=led)).order_by("name")


def venues_to_meet_at(organisation: Organisation) -> QuerySet[Venue]:
    return Venue.objects.filter(organisation=organisation)
