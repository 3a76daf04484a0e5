"""What a group has agreed about itself: its terms of reference, its principles and the questions still open."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models.group import Group
from equalterms.groups.vocabulary import DecisionMethod, QuestionState
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person

PERCENT = (MinValueValidator(0), MaxValueValidator(100))
MORE_THAN_HALF = (MinValueValidator(51), MaxValueValidator(100))


class TermsVersion(Keyed):
    """One version of the terms of reference. Versions are added and never changed; the highest number is current.

    Shares are in percent: `most_aside` of those who answer, `majority` of those who say yes or no, `quorum` of those
    who are asked, `lived_quorum` of those asked who have lived experience.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField(_("version"))
    words = models.TextField(_("terms of reference"))
    guests_welcome = models.BooleanField(_("staff of public bodies can sit in as guests"), default=False)
    decides_by = models.CharField(max_length=20, choices=DecisionMethod.choices, default=DecisionMethod.CONSENT)
    most_aside = models.PositiveSmallIntegerField(default=20, validators=PERCENT)
    majority = models.PositiveSmallIntegerField(default=67, validators=MORE_THAN_HALF)
    quorum = models.PositiveSmallIntegerField(default=50, validators=PERCENT)
    lived_quorum = models.PositiveSmallIntegerField(default=50, validators=PERCENT)
    secret_answers = models.BooleanField(default=False)
    outcomes_public = models.BooleanField(default=False)
    agreed_on = models.DateField(_("agreed on"))
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["group", "number"], name="terms_number_once")]

    def __str__(self) -> str:
        return f"{self.group}: terms of reference, version {self.number}"


class Principle(Keyed):
    """A principle that is not up for discussion. Withdrawing one takes a reason, and stays visible."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="principles")
    text = models.TextField(_("principle"))
    why = models.TextField(_("why it is not up for discussion"), blank=True)
    since = models.DateField(_("in force since"))
    until = models.DateField(_("in force until"), null=True, blank=True)
    withdrawn_because = models.TextField(_("why it was withdrawn"), blank=True)
    stated_at = models.DateTimeField(auto_now_add=True)
    stated_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | ~Q(withdrawn_because=""), name="withdrawn_with_a_reason"
            )
        ]

    def __str__(self) -> str:
        return self.text


class OpenQuestion(Keyed):
    """A question that is up for discussion: open, agreed, or closed without agreement."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField(_("question"))
    state = models.CharField(max_length=20, choices=QuestionState.choices, default=QuestionState.OPEN)
    outcome = models.TextField(_("what came of it"), blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
