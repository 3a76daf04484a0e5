"""What stays of a meeting: the short note of attendance and decisions, and the minutes that members approve."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.meetings.models.meeting import Meeting
from equalterms.meetings.vocabulary import CorrectionState, MinutesState
from equalterms.people.models import Person


class ShortNote(Keyed):
    """Who was there, by capacity, and what was decided: public within seven working days, frozen when it is."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="short_note")
    content = models.JSONField()  # {"attendance": {...}, "quorum": words, "decisions": [{"item", "words"}, ...]}
    due_on = models.DateField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"Note of {self.meeting}"


class Minutes(Keyed):
    """The minutes of one meeting. Their texts are versions; the highest number stands."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=20, choices=MinutesState.choices, default=MinutesState.DRAFT)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=12, blank=True, editable=False)  # key of the decision that approves them
    approved_version = models.PositiveSmallIntegerField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=MinutesState.APPROVED) | Q(approved_version__isnull=False),
                name="approved_in_a_version",
            )
        ]

    def __str__(self) -> str:
        return f"Minutes of {self.meeting}"


class MinutesVersion(Keyed):
    """One version of the minutes: for everybody, for members only, and in easy words. Added, never changed."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    public_part = models.TextField(_("minutes"))
    closed_part = models.TextField(_("closed part"), blank=True)
    easy_read = models.TextField(_("in easy words"), blank=True)
    because = models.TextField(_("what changed"), blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["minutes", "number"], name="minutes_number_once")]

    def __str__(self) -> str:
        return f"{self.minutes}, version {self.number}"


class Correction(Keyed):
    """A member says what in the minutes is not right; somebody who leads answers, with words either way."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="corrections")
    version = models.PositiveSmallIntegerField()  # that the member read
    words = models.TextField(_("what should it say?"))
    state = models.CharField(max_length=20, choices=CorrectionState.choices, default=CorrectionState.OPEN)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CorrectionState.OPEN) | ~Q(answer=""), name="correction_answered_in_words"
            )
        ]

    def __str__(self) -> str:
        return self.words
