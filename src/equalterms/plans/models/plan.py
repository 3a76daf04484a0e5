"""A plan: a programme of change of one organisation, and the groups it answers to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models import Group
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Organisation, Person
from equalterms.plans.vocabulary import PlanState


class Plan(Keyed):
    """What an organisation means to change in a period, who is responsible, and to whom it answers."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="plans")
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("what it is about"))
    limits = models.TextField(_("what cannot change, and why"), blank=True)
    starts_on = models.DateField(_("starts"))
    ends_on = models.DateField(_("ends"))
    state = models.CharField(max_length=20, choices=PlanState.choices, default=PlanState.DRAFT)
    answers_to = models.ManyToManyField(Group, related_name="plans", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-starts_on", "title"]
        indexes = [models.Index(fields=["-ends_on", "title", "id"], name="plan_listed")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="plan_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.title


class Responsibility(models.Model):
    """A manager who is responsible for a plan, from a day to a day."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="responsibilities")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="responsibilities")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "person"], condition=Q(until__isnull=True), name="responsible_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.plan}"
