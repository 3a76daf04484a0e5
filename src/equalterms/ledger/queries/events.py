"""Events by what they speak of and by who acted; the head; the heads given to the public."""

from django.db.models import Q, QuerySet

from equalterms.ledger.models import Event, Head, PublishedHead
from equalterms.ledger.vocabulary import DEMO_BEGAN, DEMO_KIND


def head() -> str:
    """Return the digest at the end of the chain (64 hex digits)."""
    return Head.objects.values_list("digest", flat=True).get(pk=1)


def events_about(kind: str, key: str) -> QuerySet[Event]:
    """Return what happened to one thing, oldest first. Who may see the thing is the caller's question."""
    return Event.objects.filter(kind=kind, thing=key)


def events_by(person_key: str) -> QuerySet[Event]:
    """Return what is credited to one person, and what they entered for somebody else, oldest first."""
    return Event.objects.filter(Q(actor=person_key) | Q(entered_by=person_key))


def heads_published() -> QuerySet[PublishedHead]:
    """Return the daily heads that everybody may keep, newest first."""
    return PublishedHead.objects.all()


def is_demo() -> bool:
    """Say whether this database was begun as a demo. It stays one for good: the event cannot be removed."""
    return Event.objects.filter(kind=DEMO_KIND, verb=DEMO_BEGAN).exists()
