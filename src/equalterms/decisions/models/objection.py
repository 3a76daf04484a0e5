"""An objection: reasons against a text. It stands until the member who has it says that it is settled."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.decisions.models.decision import Decision
from equalterms.decisions.vocabulary import ObjectionState, ObjectionTurnKind
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class Objection(Keyed):
    """Held by a person in an open decision; in a secret one by a token that only the site can make (see `ballots`).

    `named` is the member who has it, where they wish to be named beside it.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="objections")
    number = models.PositiveSmallIntegerField()  # of the text against which it was raised
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="objections")
    holder = models.CharField(max_length=64, blank=True)
    named = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("reasons"))
    state = models.CharField(max_length=20, choices=ObjectionState.choices, default=ObjectionState.RAISED)

    class Meta:
        ordering = ["key"]  # in no order that tells anything
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "person"],
                condition=models.Q(person__isnull=False) & ~models.Q(state="settled"),
                name="one_standing_objection_each",
            ),
            models.UniqueConstraint(
                fields=["decision", "holder"],
                condition=~models.Q(holder="") & ~models.Q(state="settled"),
                name="one_secret_objection_each",
            ),
        ]

    def __str__(self) -> str:
        return f"An objection to {self.decision}"


class ObjectionTurn(models.Model):
    """How the chairs dealt with an objection, or the member's word on it. The member's own turns bear no name."""

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=20, choices=ObjectionTurnKind.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.objection})"
