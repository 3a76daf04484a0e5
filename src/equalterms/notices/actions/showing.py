"""What the example people need so that every page of this room can be looked at. Refused on a real site."""

from django.conf import settings
from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.notices.models import CalendarFeed
from equalterms.notices.queries.feeds import secret_of
from equalterms.notices.vocabulary import EXAMPLE_SEED
from equalterms.people import tokens
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def show_calendar(*, person: Person, by: None = None) -> CalendarFeed:
    """Give an example person a calendar feed whose address everybody may know."""
    if settings.EQUALTERMS_MODE == "production" or not person.try_as:
        raise NotAllowed
    digest = tokens.digest(secret_of(EXAMPLE_SEED))
    feed = CalendarFeed.objects.create(person=person, seed=EXAMPLE_SEED, digest=digest, made_at=timezone.now())
    record("calendar.renewed", feed, by=by, for_whom=person)
    return feed
