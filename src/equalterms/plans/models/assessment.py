"""The members' side: who was asked for a reading, and what they said."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person
from equalterms.plans.models.account import Account, AccountVersion
from equalterms.plans.vocabulary import EffectSeen, ShownAs


class Asked(models.Model):
    """A member with lived experience who was in the group at that time, and so is asked for their own reading."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="asked_people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asked_about")
    asked_at = models.DateTimeField()
    declined_at = models.DateTimeField(null=True, blank=True)  # "I would rather not say"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "person"], name="asked_once")]

    def __str__(self) -> str:
        return f"{self.person} about {self.account}"


class Assessment(Keyed):
    """One member's own reading of one account: the rung, whether they saw the effect, their words."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="assessments")
    version = models.ForeignKey(AccountVersion, on_delete=models.PROTECT, related_name="assessments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    rung = models.PositiveSmallIntegerField(_("rung"))
    effect_seen = models.CharField(_("effect seen"), max_length=20, choices=EffectSeen.choices)
    words = models.TextField(_("in your words"), blank=True)
    shown_as = models.CharField(max_length=20, choices=ShownAs.choices, default=ShownAs.COUNTED)
    given_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    counted_at = models.DateTimeField(default=timezone.now)  # when what is counted was given or last became different

    class Meta:
        ordering = ["given_at"]
        constraints = [models.UniqueConstraint(fields=["account", "person"], name="one_reading_each")]

    def __str__(self) -> str:
        return f"{self.account} as read by a member"
