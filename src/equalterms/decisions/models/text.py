"""The words of a decision: its text in versions, the amendments proposed, and the questions asked about it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.decisions.models.decision import Decision
from equalterms.decisions.vocabulary import AmendmentState
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class DecisionText(Keyed):
    """One version of the text. Versions are added and never changed; `Decision.number` says which one stands."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField()
    words = models.TextField(_("text"))
    because = models.TextField(_("why it changed"), blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["decision", "number"], name="decision_text_once")]

    def __str__(self) -> str:
        return f"{self.decision}, text {self.number}"

    def frozen_content(self) -> dict[str, Any]:
        """Return what the ledger vouches for."""
        return {"decision": self.decision.key, "number": self.number, "words": self.words, "because": self.because}


class Amendment(Keyed):
    """Another wording of the whole text, which whoever put it, or the chairs, can accept."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()  # of the text that it would change
    words = models.TextField(_("text as it would be"))
    because = models.TextField(_("why"))
    state = models.CharField(max_length=20, choices=AmendmentState.choices, default=AmendmentState.PROPOSED)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["proposed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.decision}: amendment"


class ClarifyingQuestion(Keyed):
    """A question about the text, for understanding it, and what was answered."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="questions")
    words = models.TextField(_("question"))
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return self.words
