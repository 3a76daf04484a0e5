"""Supporters of a person, and the persons whom somebody supports."""

from django.db.models import Q, QuerySet

from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person, Support


def supporters_of(person: Person) -> QuerySet[Support]:
    """Return the supporters whom a person has, or has asked."""
    return Support.objects.filter(person=person, ended_at=None).select_related("supporter", "consent__recorded_by")


def past_supporters_of(person: Person) -> QuerySet[Support]:
    return Support.objects.filter(person=person, ended_at__isnull=False).select_related("supporter", "ended_by")


def supported_by(supporter: Person) -> QuerySet[Support]:
    """Return those for whom somebody may act today."""
    return Support.objects.current().filter(supporter=supporter, person__is_active=True).select_related("person")


def support_for(person: Person, key: str) -> Support:
    """Return a support that stands or is asked, for one of its two people."""
    mine = Support.objects.filter(Q(person=person) | Q(supporter=person), key=key, ended_at=None)
    support = mine.select_related("person", "supporter").first()
    if support is None:
        raise NotVisible
    return support
