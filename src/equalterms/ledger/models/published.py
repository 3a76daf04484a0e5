"""A published head: the end of the chain on one day, given to everybody so that nobody can rewrite what came before."""

from django.db import models

from equalterms.ledger.keys import Keyed


class PublishedHead(Keyed):
    """One day's head. Only the digest is shown: the number of events would tell how much goes on in private."""

    day = models.DateField(unique=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.day} {self.digest}"

    def frozen_content(self) -> dict[str, str]:
        """Return what the ledger vouches for."""
        return {"day": self.day.isoformat(), "digest": self.digest}
