"""A change: one thing that a plan will make different, for somebody."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person
from equalterms.plans.models.plan import Plan
from equalterms.plans.vocabulary import ChangeStatus, Stage


class Change(Keyed):
    """It cannot be published without an account of its co-production, even if that account says "none yet"."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="changes")
    title = models.CharField(_("title"), max_length=160)
    what = models.TextField(_("what will be different"))
    for_whom = models.CharField(_("for whom"), max_length=240)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices)
    status = models.CharField(_("status"), max_length=20, choices=ChangeStatus.choices, default=ChangeStatus.PLANNED)
    starts_on = models.DateField(_("starts"))
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["starts_on", "id"]

    def __str__(self) -> str:
        return self.title
