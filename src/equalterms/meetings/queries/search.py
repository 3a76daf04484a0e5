"""Meetings and items that match somebody's words, among those they may see."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.meetings.queries.agenda import items_visible_to
from equalterms.meetings.queries.meetings import meetings_visible_to
from equalterms.meetings.queries.papers import papers_found
from equalterms.people.found import Found
from equalterms.people.models import Person

MOST = 20


def found_by(person: Person | None, words: str) -> list[Found]:
    """Return at most 20 meetings by title and 20 items by title and reason that hold all the words."""
    meetings, items = meetings_visible_to(person), items_visible_to(person)
    for word in words.split():
        meetings = meetings.filter(Q(title__icontains=word) | Q(group__name__icontains=word))
        items = items.filter(Q(title__icontains=word) | Q(why__icontains=word))
    return [
        *papers_found(person, words),
        *(
            Found(
                title=meeting.title,
                kind=_("Meeting"),
                url=reverse("meetings:meeting", args=[meeting.key]),
                excerpt=f"{meeting.group.name}, {in_words(meeting.starts_at)}",
            )
            for meeting in meetings.order_by("-starts_at", "-pk")[:MOST]
        ),
        *(
            Found(
                title=item.title,
                kind=_("Item of an agenda"),
                url=reverse("meetings:item", args=[item.key]),
                excerpt=Truncator(item.why).words(30),
            )
            for item in items.order_by("-proposed_at", "-pk")[:MOST]
        ),
    ]
