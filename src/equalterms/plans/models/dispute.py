"""A dispute: a member's disagreement with an account. It stands until that member is satisfied."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person
from equalterms.plans.models.account import Account, AccountVersion
from equalterms.plans.vocabulary import DisputeState, ShownAs, TurnKind


class Dispute(Keyed):
    """Stands beside the account and never edits it."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="disputes")
    version = models.ForeignKey(AccountVersion, on_delete=models.PROTECT, related_name="disputes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disputes")
    because = models.TextField(_("because"))
    shown_as = models.CharField(max_length=20, choices=ShownAs.choices[1:], default=ShownAs.WORDS)
    state = models.CharField(max_length=20, choices=DisputeState.choices, default=DisputeState.STANDS)
    opened_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "person"],
                condition=models.Q(settled_at__isnull=True),
                name="one_standing_dispute_each",
            )
        ]

    def __str__(self) -> str:
        return f"Dispute about {self.account}"


class DisputeTurn(Keyed):
    """One answer by a manager, or the member's word on whether it settles the matter."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=20, choices=TurnKind.choices)
    words = models.TextField(_("words"), blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.dispute})"
