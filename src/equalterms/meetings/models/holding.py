"""What is kept of a meeting while it goes on: who took part, notes by item, decisions taken and actions agreed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.vocabulary import Capacity
from equalterms.ledger.keys import Keyed
from equalterms.meetings.models.agenda import AgendaItem
from equalterms.meetings.models.meeting import Meeting
from equalterms.meetings.vocabulary import AgreedActionState, Attending
from equalterms.people.models import Person


class Attendance(Keyed):
    """How one person took part in one meeting, and as what they sat in the group on that day."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    capacity = models.CharField(max_length=20, choices=Capacity.choices)
    how = models.CharField(_("how they took part"), max_length=20, choices=Attending.choices)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["person__name", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_attendance_each")]

    def __str__(self) -> str:
        return f"{self.person} at {self.meeting}"


class ItemNote(Keyed):
    """The note of one item, as it stands. Every text that anybody sent is kept as a `NoteText`."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="note")
    text = models.TextField(_("note"), blank=True)
    number = models.PositiveIntegerField(default=0)  # of the text that stands; 0 before there is one

    def __str__(self) -> str:
        return f"Note of {self.item}"


class NoteText(Keyed):
    """A text that somebody sent for a note. `number` is empty when it was written against an older text than stood.

    Such a text waits until somebody brings the two together; it is never thrown away.
    """

    note = models.ForeignKey(ItemNote, on_delete=models.PROTECT, related_name="texts")
    text = models.TextField()
    base = models.PositiveIntegerField()  # number of the text that the writer had before them
    number = models.PositiveIntegerField(null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    brought_in_at = models.DateTimeField(null=True, blank=True)
    brought_in_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["written_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["note", "number"], condition=Q(number__isnull=False), name="note_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"Text {self.number or 'aside'} of {self.note}"


class TakenDecision(Keyed):
    """What the group decided on an item, in words; `decision` is the key of the vote, where there was one."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="taken_decisions")
    words = models.TextField(_("what was decided"))
    decision = models.CharField(max_length=12, blank=True, editable=False)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")  # who wrote it down

    class Meta:
        ordering = ["taken_at", "pk"]

    def __str__(self) -> str:
        return self.words


class AgreedAction(Keyed):
    """Something that somebody is to do by a day, agreed at a meeting."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="agreed_actions")
    words = models.TextField(_("what is to be done"))
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agreed_actions")
    due_on = models.DateField(_("by when"))
    state = models.CharField(max_length=20, choices=AgreedActionState.choices, default=AgreedActionState.OPEN)
    agreed_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    done_words = models.TextField(_("what was done"), blank=True)
    evidence_url = models.URLField(_("link that shows it"), max_length=500, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["owner", "state"], name="action_by_owner")]

    def __str__(self) -> str:
        return self.words


class ActionDelay(Keyed):
    """The day of an action was moved, and why. Rows are added and never changed."""

    action = models.ForeignKey(AgreedAction, on_delete=models.PROTECT, related_name="delays")
    due_before = models.DateField()
    due_after = models.DateField()
    because = models.TextField(_("why it takes longer"))
    moved_at = models.DateTimeField()
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["moved_at", "pk"]

    def __str__(self) -> str:
        return f"{self.action}: {self.due_before} to {self.due_after}"
