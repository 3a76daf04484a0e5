"""An effect: what the manager says has come of it since, and whether the members have seen it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person
from equalterms.plans.models.account import Account
from equalterms.plans.vocabulary import EffectSeen, ShownAs


class Effect(Keyed):
    """Claimed with a date and evidence; confirmed, partly confirmed or not seen by the members. Frozen once claimed."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="effects")
    words = models.TextField(_("what is different now"))
    seen_on = models.DateField(_("since when"))
    claimed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    claimed_at = models.DateTimeField()
    spread = models.JSONField(null=True, blank=True)  # {"yes": 4, "no": 1}, or null: too few to show
    released_readings = models.PositiveIntegerField(default=0)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["seen_on", "id"]

    def __str__(self) -> str:
        return self.words[:60]


class EffectReading(Keyed):
    """One member's word on one effect."""

    effect = models.ForeignKey(Effect, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="effect_readings")
    seen = models.CharField(max_length=20, choices=EffectSeen.choices)
    words = models.TextField(_("in your words"), blank=True)
    shown_as = models.CharField(max_length=20, choices=ShownAs.choices, default=ShownAs.COUNTED)
    given_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    counted_at = models.DateTimeField(default=timezone.now)  # when the answer was given or last became different

    class Meta:
        constraints = [models.UniqueConstraint(fields=["effect", "person"], name="one_effect_reading_each")]

    def __str__(self) -> str:
        return f"{self.effect} as seen by a member"
