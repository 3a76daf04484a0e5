"""A claim in the making: the answers that a manager has given so far, so that nothing is lost on leaving."""

from django.db import models
from django.db.models import Q

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person
from equalterms.plans.models.account import Account, AccountVersion
from equalterms.plans.models.change import Change


class ClaimDraft(Keyed):
    """Seen by the responsible managers only. It ends when its version is published, or is thrown away.

    `account` is set when it is to become the next version of a published account. `version` is the draft version
    that holds the same answers as soon as they are complete; `is_complete` says that it does so now.
    """

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="claim_drafts")
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.CASCADE, related_name="claim_drafts")
    version = models.OneToOneField(
        AccountVersion, null=True, blank=True, on_delete=models.CASCADE, related_name="claim_draft"
    )
    answers = models.JSONField(default=dict)  # plain values by field of the claim; a group by key, a way by slug
    to_visit = models.JSONField(default=list)  # steps to go through again although they are answered
    is_complete = models.BooleanField(default=False)
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["started_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(account__isnull=False), name="one_next_version_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"Claim in the making about {self.change}"
