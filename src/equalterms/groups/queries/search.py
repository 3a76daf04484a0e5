"""Groups that match somebody's words, among those they may see."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator

from equalterms.groups.queries.groups import groups_visible_to
from equalterms.people.found import Found
from equalterms.people.models import Person

MOST = 20


def found_by(person: Person | None, words: str) -> list[Found]:
    """Return at most 20 groups whose name, purpose, principles or open questions hold all the words."""
    groups = groups_visible_to(person)
    for word in words.split():
        groups = groups.filter(
            Q(name__icontains=word)
            | Q(purpose__icontains=word)
            | Q(principles__text__icontains=word, principles__until__isnull=True)
            | Q(questions__text__icontains=word)
        )
    return [
        Found(
            title=group.name,
            kind=group.get_kind_display(),
            url=reverse("groups:group", args=[group.key]),
            excerpt=Truncator(group.purpose).words(30),
        )
        for group in groups.distinct()[:MOST]
    ]
