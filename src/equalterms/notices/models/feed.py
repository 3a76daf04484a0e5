"""A person's own calendar feed: its address is a secret that they can renew or end."""

from django.db import models

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class CalendarFeed(Keyed):
    """The address's secret is made from `seed` and the site's key, so that a copy of the database opens no feed."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_feed")
    seed = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Calendar feed {self.key}"
