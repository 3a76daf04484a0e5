"""Papers for an item, the formats in which members need them, and what those affected said when one came late."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.documents.storage import private_storage
from equalterms.groups.models import Group
from equalterms.ledger.keys import Keyed, new_key
from equalterms.meetings.models.agenda import AgendaItem
from equalterms.meetings.models.meeting import Meeting
from equalterms.meetings.vocabulary import FEWEST_CLEAR_DAYS, PaperFormat
from equalterms.people.models import Person


def where_kept(version: "PaperVersion", name: str) -> str:
    """Return where a file is kept: under a random name, never under one that somebody gave it."""
    return f"papers/{new_key()}{new_key()}"


class Paper(Keyed):
    """What people read before an item is talked about. Its words and files are its versions, one for each format."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers")
    title = models.CharField(_("title"), max_length=160)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="owned_papers")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title


class PaperVersion(Keyed):
    """One paper in one format: asked for, ready (with words or a file), or not possible (with a reason).

    `late_by` is what it had to say when it became ready: 0 in time, else so many working days late. It stays for good.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="versions")
    format = models.CharField(_("format"), max_length=20, choices=PaperFormat.choices)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_versions")
    words = models.TextField(_("words"), blank=True)
    file = models.FileField(_("file"), upload_to=where_kept, storage=private_storage, blank=True)
    file_name = models.CharField(max_length=160, blank=True)  # what the person called it, made safe
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the file
    content_type = models.CharField(max_length=80, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)  # a video or a recording that is kept elsewhere
    how_to_get = models.CharField(_("how one gets it"), max_length=240, blank=True)  # "Posted on 3 March"
    ready_at = models.DateTimeField(null=True, blank=True)
    ready_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    late_by = models.PositiveSmallIntegerField(null=True, blank=True)  # working days, when it became ready
    changed_at = models.DateTimeField(null=True, blank=True)  # replaced after it was ready
    changed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    not_possible_because = models.TextField(_("why it is not possible"), blank=True)
    offered_instead = models.TextField(_("what is offered instead"), blank=True)
    not_possible_at = models.DateTimeField(null=True, blank=True)
    not_possible_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "format"], name="paper_once_in_a_format"),
            models.CheckConstraint(
                condition=Q(not_possible_at__isnull=True) | (~Q(not_possible_because="") & ~Q(offered_instead="")),
                name="not_possible_says_why_and_what_instead",
            ),
            models.CheckConstraint(
                condition=Q(ready_at__isnull=True) | Q(late_by__isnull=False), name="ready_says_how_late"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper} ({self.get_format_display()})"


class FormatTime(Keyed):
    """How many clear working days before a meeting a format is due in a group, for meetings planned from a day on."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="format_times")
    format = models.CharField(_("format"), max_length=20, choices=PaperFormat.choices)
    clear_days = models.PositiveSmallIntegerField(
        _("clear working days before"), validators=[MinValueValidator(FEWEST_CLEAR_DAYS)]
    )
    since = models.DateField(_("for meetings planned from"))
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["format", "since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "format", "since"], name="format_time_once_a_day"),
            models.CheckConstraint(
                condition=Q(clear_days__gte=FEWEST_CLEAR_DAYS), name="format_keeps_the_fewest_clear_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_format_display()}: {self.clear_days}"


class GateAnswer(models.Model):
    """What one member said about one paper that is not there for them in time in one format. No answer is a no.

    Who was asked tells who needs what, so nobody but the person reads these rows; others see the outcome alone.
    """

    version = models.ForeignKey(PaperVersion, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="gate_answers")
    agrees = models.BooleanField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "person"], name="one_answer_at_the_gate")]

    def __str__(self) -> str:
        return f"Answer {self.pk}"


class GateOutcome(Keyed):
    """How the gate of an item stood when its meeting began; from then on it no longer moves.

    `missing` says what was not on equal terms: [{"version": key, "late_by": 3}, ...], null late_by: not possible.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="gate_outcomes")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="gate_outcomes")
    agreed = models.BooleanField()
    missing = models.JSONField(default=list)
    closed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "meeting"], name="one_outcome_at_the_gate")]

    def __str__(self) -> str:
        return f"Gate of {self.item}"
