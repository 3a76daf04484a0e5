"""A person's own calendar feed: made, renewed, ended. Its address is a secret."""

from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.notices.models import CalendarFeed
from equalterms.notices.queries.feeds import secret_of
from equalterms.people import tokens
from equalterms.people.models import Person
from equalterms.people.rules import check_themself


@action
def renew_feed(*, by: Person) -> CalendarFeed:
    """Make a new address for a person's calendar feed. An earlier one looks from now on as if it had never been."""
    check_themself(by)
    seed, _digest = tokens.issue()
    return feed_from(seed, by)


def feed_from(seed: str, by: Person) -> CalendarFeed:
    """Write a feed from a seed, inside the caller's action."""
    kept = {"seed": seed, "digest": tokens.digest(secret_of(seed)), "made_at": timezone.now()}
    feed, _made = CalendarFeed.objects.update_or_create(person=by, defaults=kept)
    record("calendar.renewed", feed, by=by)
    return feed


@action
def end_feed(*, by: Person) -> CalendarFeed | None:
    """End a person's calendar feed."""
    check_themself(by)
    feed = CalendarFeed.objects.filter(person=by).first()
    if feed is None:
        return unchanged(None)
    record("calendar.ended", feed, by=by)
    feed.delete()
    return None
