"""What members with lived experience write before a meeting, among themselves, and what they carry forward together.

On PostgreSQL the first three tables are behind row-level security (`row_security`): without a person set, nobody
reads them, not even who owns them. Read and write them through `queries.preparing` and `actions.preparing` alone.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.meetings.models.agenda import AgendaItem
from equalterms.meetings.models.meeting import Meeting
from equalterms.meetings.vocabulary import NoteKind
from equalterms.people.models import Person


class PreparationNote(Keyed):
    """A note, a question or a position, about one item or about all of the meeting; or an answer to such a one."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answers = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    kind = models.CharField(max_length=20, choices=NoteKind.choices, default=NoteKind.NOTE)
    words = models.TextField(_("words"))
    shared = models.BooleanField(default=False)  # with the others who prepare; else for its author alone
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(answers__isnull=True) | Q(shared=True), name="an_answer_is_shared")
        ]

    def __str__(self) -> str:
        return f"Note {self.key}"


class CarryProposal(Keyed):
    """Words that somebody would like the members to bring to the meeting together. All who take part must agree."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("words"))
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    carried_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["proposed_at", "pk"]

    def __str__(self) -> str:
        return f"Words {self.key}"


class CarryAnswer(models.Model):
    """Whether one of those who take part agrees, and whether they wish to be named with the words."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    proposal = models.ForeignKey(CarryProposal, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    named = models.BooleanField(default=False)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "person"], name="one_answer_about_carrying")]

    def __str__(self) -> str:
        return f"Answer {self.pk}"


class CarriedForward(Keyed):
    """Words that all who took part agreed to bring to the meeting. From here on they are the meeting's."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="carried_forward")
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="carried_forward"
    )
    words = models.TextField(_("words"))
    names = models.JSONField(default=list)  # of those who wished to be named
    carried_at = models.DateTimeField()

    class Meta:
        ordering = ["carried_at", "pk"]

    def __str__(self) -> str:
        return f"Carried {self.key}"
