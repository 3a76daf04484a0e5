"""What at the post desks waits for a person."""

from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from equalterms.notices.models import Message
from equalterms.notices.rules import places_kept_by
from equalterms.notices.vocabulary import FOR_HANDS, NOT_ARRIVED
from equalterms.people.models import Person
from equalterms.people.waiting import Happening, Waiting

URGENCY = 40


def waiting_for(person: Person) -> list[Waiting]:
    """Return the desks at which letters or calls wait, or something did not arrive."""
    kept = places_kept_by(person)
    states = (*FOR_HANDS, *NOT_ARRIVED)
    counted = Message.objects.filter(place_key__in=kept, state__in=states).order_by()
    found = dict(counted.values_list("place_key").annotate(Count("pk")))
    return [
        Waiting(
            title=ngettext("Look after %(number)s message of %(place)s", "Look after %(number)s messages of %(place)s",
                           number) % {"number": number, "place": kept[key].name},
            url=reverse("notices:desk", args=[key]),
            why=_("Letters to print, calls to make, or something that did not arrive."),
            urgency=URGENCY,
        )
        for key, number in found.items()
    ]  # fmt: skip


def happened_for(person: Person, since: datetime) -> list[Happening]:
    """Return nothing: what a notice tells of is told by the room in which it happened."""
    return []
