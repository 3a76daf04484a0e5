"""Calendar feeds: whose address it is, and what stands in each."""

import hashlib
import hmac
from base64 import urlsafe_b64encode

from django.conf import settings

from equalterms.notices.calendars import CalendarEntry, build_calendar, providers
from equalterms.notices.models import CalendarFeed
from equalterms.notices.places import ORGANISATION, place_kinds
from equalterms.people import tokens
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Organisation, Person

PURPOSE = b"equalterms.calendar:"


def secret_of(seed: str, key: str = "") -> str:
    """Return the secret that stands in a feed's address, made from its seed and the site's own key."""
    made = hmac.new((key or settings.SECRET_KEY).encode(), PURPOSE + seed.encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(made[:24]).decode()


def own_secret(person: Person) -> str | None:
    """Return the secret of a person's feed, for them alone; None without a feed, "" when the key of the site changed.

    An address given away under an earlier key goes on working; only showing it again needs that key.
    """
    feed = CalendarFeed.objects.filter(person=person).first()
    if feed is None:
        return None
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return next((secret for key in keys if tokens.check(secret := secret_of(feed.seed, key), feed.digest)), "")


def personal_calendar(token: str, name: str) -> bytes:
    """Return the calendar of whose secret this is. Raises NotVisible for any other, and for people who left."""
    feed = CalendarFeed.objects.filter(digest=tokens.digest(token), person__is_active=True).select_related("person")
    found = feed.first()
    if found is None:
        raise NotVisible
    entries = [entry for provider in providers() for entry in provider.for_person(found.person)]
    return build_calendar(name, once_each(entries))


def calendar_of_place(key: str) -> bytes:
    """Return the public calendar of a public group. Raises NotVisible for a private one and an absent one alike."""
    for kind in place_kinds():
        if (name := kind.public_name(key)) is not None:
            return build_calendar(name, once_each(public_entries(kind.kind, key)))
    raise NotVisible


def calendar_of_organisation(slug: str) -> bytes:
    """Return the public calendar of all public groups of an organisation."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise NotVisible
    return build_calendar(organisation.name, once_each(public_entries(ORGANISATION, organisation.key)))


def public_entries(kind: str, key: str) -> list[CalendarEntry]:
    return [entry for provider in providers() for entry in provider.for_place(kind, key)]


def once_each(entries: list[CalendarEntry]) -> list[CalendarEntry]:
    """Return each entry once, the latest of those with one uid."""
    latest: dict[str, CalendarEntry] = {}
    for entry in entries:
        if entry.uid not in latest or entry.sequence > latest[entry.uid].sequence:
            latest[entry.uid] = entry
    return list(latest.values())
