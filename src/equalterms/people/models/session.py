"""Where a person is signed in: one row for each browser session, so that they can see and end it."""

from django.db import models

from equalterms.ledger.keys import Keyed
from equalterms.people.models.person import Person
from equalterms.people.models.support import Support


class SignedInSession(Keyed):
    """A session of one person in one browser. `acting_for` is set while they support somebody in it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="signed_in_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=64, blank=True, db_index=True)  # digest of the browser's token
    device = models.CharField(max_length=80, blank=True)  # in words, for example "Firefox on Windows"
    acting_for = models.ForeignKey(Support, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField()
    used_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # the row stays: it says who was last in this browser

    class Meta:
        ordering = ["-used_at"]

    def __str__(self) -> str:
        return f"{self.device} ({self.key})"
