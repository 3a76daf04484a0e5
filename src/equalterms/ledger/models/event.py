"""An event: one line of the append-only, hash-chained record of who did what."""

from django.db import models


class Event(models.Model):
    """One action that took place. Rows are written once; triggers refuse every later change.

    `facts` holds small public facts only (states, numbers, keys of other things): never the words of a private
    thing, never a vote, never a reading's rung.
    """

    number = models.BigIntegerField(primary_key=True)  # 1, 2, 3 ... without gaps
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)  # for example "account.published"
    actor = models.CharField(max_length=12, blank=True)  # key of the person credited; "" is the system itself
    entered_by = models.CharField(max_length=12, blank=True)  # key of the supporter who entered it, if any
    for_whom = models.CharField(max_length=12, blank=True)  # key of the person it concerns, if another
    kind = models.CharField(max_length=60)
    thing = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    seal = models.CharField(max_length=64, blank=True)  # digest of the frozen content that this event vouches for
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["kind", "thing", "number"], name="ledger_by_thing"),
            models.Index(fields=["actor", "number"], name="ledger_by_actor"),
            models.Index(fields=["for_whom", "number"], name="ledger_by_for_whom"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.kind} {self.thing}"


class Head(models.Model):
    """The end of the chain: one row, locked while an event is added, so that numbers have no gaps."""

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
