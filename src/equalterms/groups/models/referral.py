"""A referral: work that one group asks another to take on."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models.group import Group
from equalterms.groups.vocabulary import OPEN_REFERRALS, ReferralState
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class Referral(Keyed):
    """Its title is for everybody who sees both groups; its words are for the members of the two."""

    from_group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="referrals_sent")
    to_group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="referrals_received")
    title = models.CharField(_("what the work is"), max_length=160)
    words = models.TextField(_("what you ask of them"))
    state = models.CharField(max_length=20, choices=ReferralState.choices, default=ReferralState.SENT)
    answer = models.TextField(_("answer"), blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    sent_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    taken_on_at = models.DateTimeField(null=True, blank=True)
    taken_on_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)  # answered, or not taken on
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(from_group=F("to_group")), name="referred_to_another")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_REFERRALS
