"""A meeting of a group: when, where and how one takes part."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models import Group
from equalterms.ledger.keys import Keyed
from equalterms.meetings.models.venue import Venue
from equalterms.meetings.vocabulary import FEWEST_CLEAR_DAYS, Manner, MeetingState, Nation
from equalterms.people.models import Person


class Meeting(Keyed):
    """One meeting. Who may see that it exists follows from its group; the way in is for members and guests.

    `sequence` goes up with each change that a calendar must hear of: a move, another place, a cancellation.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField(_("title"), max_length=160)
    state = models.CharField(max_length=20, choices=MeetingState.choices, default=MeetingState.PLANNED)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    manner = models.CharField(_("how"), max_length=20, choices=Manner.choices)
    venue = models.ForeignKey(Venue, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    room = models.CharField(_("room"), max_length=160, blank=True)
    link = models.URLField(_("link to take part online"), max_length=500, blank=True)
    phone = models.CharField(_("phone number to take part"), max_length=60, blank=True)
    phone_code = models.CharField(_("code for the phone"), max_length=60, blank=True)
    arrive_minutes = models.PositiveSmallIntegerField(_("doors open, minutes before"), default=15)
    breaks = models.CharField(_("breaks"), max_length=240, blank=True)
    nation = models.CharField(max_length=20, choices=Nation.choices, default=Nation.ENGLAND_AND_WALES)
    clear_days = models.PositiveSmallIntegerField(
        _("papers are out, clear working days before"),
        default=FEWEST_CLEAR_DAYS,
        validators=[MinValueValidator(FEWEST_CLEAR_DAYS)],
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    planned_at = models.DateTimeField(auto_now_add=True)
    planned_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    called_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    moved_because = models.TextField(_("why it was moved"), blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    began_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField(null=True, blank=True)
    held_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    cancelled_because = models.TextField(_("why it was cancelled"), blank=True)

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(clear_days__gte=FEWEST_CLEAR_DAYS), name="meeting_keeps_the_fewest_clear_days"
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.CANCELLED) | ~Q(cancelled_because=""), name="cancelled_with_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["group", "-starts_at"], name="meeting_by_group")]

    def __str__(self) -> str:
        return self.title
