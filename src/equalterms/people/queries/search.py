"""Organisations that match somebody's words. That an organisation takes part is public."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator

from equalterms.people.found import Found
from equalterms.people.models import Person
from equalterms.people.queries.organisations import organisations

MOST = 20


def found_by(person: Person | None, words: str) -> list[Found]:
    """Return at most 20 organisations whose name, or what they do, holds all the words. People are never found."""
    found = organisations()
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(about__icontains=word))
    return [
        Found(
            title=organisation.name,
            kind=organisation.get_kind_display(),
            url=reverse("people:organisation", args=[organisation.slug]),
            excerpt=Truncator(organisation.about).words(30),
        )
        for organisation in found[:MOST]
    ]
