"""A decision: a text put to a group, the rules by which it is made, and what came of it."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.decisions.vocabulary import Audience, DecisionOutcome, DecisionState
from equalterms.groups.models import Group, Principle
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.rules.deciding import NAMES
from equalterms.groups.vocabulary import DecisionMethod
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class Decision(Keyed):
    """A text put to a group, from one moment to another, by rules that are fixed when it is put.

    `about_kind` and `about_key` name what it is about, when another room asked for it. Between `put_at` and `opens_at`
    there is time for questions; answers are taken from `opens_at` up to, but without, `closes_at`. The figures after
    closing are the ones that are safe to show; of a secret decision no others exist any more.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="decisions")
    title = models.CharField(_("what it is about"), max_length=160)
    why = models.TextField(_("why"), blank=True)
    about_kind = models.CharField(max_length=60, blank=True)
    about_key = models.CharField(max_length=40, blank=True)
    about_url = models.CharField(max_length=300, blank=True)
    about_words = models.CharField(max_length=200, blank=True)
    principles = models.ManyToManyField(Principle, blank=True, related_name="+")
    audience = models.CharField(max_length=20, choices=Audience.choices, default=Audience.EVERYONE)
    number = models.PositiveSmallIntegerField(default=1)  # of the text that stands now

    decides_by = models.CharField(max_length=20, choices=DecisionMethod.choices)
    most_aside = models.PositiveSmallIntegerField()
    majority = models.PositiveSmallIntegerField()
    quorum = models.PositiveSmallIntegerField()
    lived_quorum = models.PositiveSmallIntegerField()
    secret_answers = models.BooleanField()
    outcomes_public = models.BooleanField()

    put_at = models.DateTimeField()
    put_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="decisions_put")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    more_time_because = models.TextField(blank=True)

    state = models.CharField(max_length=20, choices=DecisionState.choices, default=DecisionState.OPEN)
    outcome = models.CharField(max_length=20, choices=DecisionOutcome.choices, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked = models.PositiveSmallIntegerField(default=0)
    answered = models.PositiveSmallIntegerField(default=0)
    lived_asked = models.PositiveSmallIntegerField(default=0)
    lived_answered = models.PositiveSmallIntegerField(default=0)
    figures = models.JSONField(default=dict, blank=True)  # {row: {stance: number}}, or nothing where too few
    concerns = models.JSONField(default=list, blank=True)  # of a secret decision: words that may be shown
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(_("why it was withdrawn"), blank=True)

    class Meta:
        ordering = ["-put_at", "-pk"]
        indexes = [
            models.Index(fields=["about_kind", "about_key"], name="decision_about"),
            models.Index(fields=["state", "closes_at"], name="decision_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="decision_closes_after_it_opens"
            ),
            models.CheckConstraint(
                condition=models.Q(state="closed", closed_at__isnull=False) & ~models.Q(outcome="")
                | ~models.Q(state="closed") & models.Q(outcome="", closed_at__isnull=True),
                name="decision_closed_with_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def terms(self) -> DecidingTerms:
        """The rules by which this decision is made."""
        return DecidingTerms(**{name: getattr(self, name) for name in NAMES})

    @property
    def is_open(self) -> bool:
        return self.state == DecisionState.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == DecisionState.CLOSED

    @property
    def time_is_up(self) -> bool:
        return self.is_open and timezone.now() >= self.closes_at

    @property
    def takes_questions(self) -> bool:
        """Whether one can still ask, propose an amendment, or (from `opens_at`) answer."""
        return self.is_open and timezone.now() < self.closes_at

    @property
    def takes_answers(self) -> bool:
        return self.takes_questions and timezone.now() >= self.opens_at

    @property
    def ended_at(self) -> datetime | None:
        return self.closed_at or self.withdrawn_at
