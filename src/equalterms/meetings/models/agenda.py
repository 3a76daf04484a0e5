"""The agenda: items that anybody in the group proposes, and changes of the chairs that wait for each other."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models import Group, Referral
from equalterms.groups.vocabulary import Capacity
from equalterms.ledger.keys import Keyed
from equalterms.meetings.models.meeting import Meeting
from equalterms.meetings.vocabulary import ItemPurpose, ItemState, OrderState
from equalterms.people.models import Person

MINUTES = [MinValueValidator(1), MaxValueValidator(480)]


class AgendaItem(Keyed):
    """One thing that somebody wants the group to talk about. It keeps as what its proposer sat in the group then.

    An item without a meeting waits for the next one. Putting off needs a reason and a day on which it comes back.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="agenda_items")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="items")
    title = models.CharField(_("what it is about"), max_length=160)
    why = models.TextField(_("why it should be talked about"))
    purpose = models.CharField(_("what for"), max_length=20, choices=ItemPurpose.choices)
    wished_minutes = models.PositiveSmallIntegerField(_("minutes you wish for"), validators=MINUTES)
    state = models.CharField(max_length=20, choices=ItemState.choices, default=ItemState.PROPOSED)
    position = models.PositiveSmallIntegerField(null=True, blank=True)  # from 1, when it is on the agenda
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True, validators=MINUTES)
    spent_minutes = models.PositiveSmallIntegerField(_("minutes spent"), null=True, blank=True)
    closed = models.BooleanField(_("the public does not see this item"), default=False)
    closed_because = models.TextField(_("why it is closed"), blank=True)
    referral = models.ForeignKey(Referral, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda_items")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proposed_items")
    proposed_as = models.CharField(max_length=20, choices=Capacity.choices)
    times_deferred = models.PositiveSmallIntegerField(default=0)
    deferred_until = models.DateField(_("comes back on"), null=True, blank=True)
    deferred_because = models.TextField(_("why it was put off"), blank=True)
    deferred_at = models.DateTimeField(null=True, blank=True)
    deferred_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["position", "proposed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"], condition=Q(position__isnull=False), name="one_item_at_a_position"
            ),
            models.CheckConstraint(
                condition=~Q(state=ItemState.DEFERRED) | (~Q(deferred_because="") & Q(deferred_until__isnull=False)),
                name="put_off_with_a_reason_and_a_day",
            ),
            models.CheckConstraint(condition=Q(closed=False) | ~Q(closed_because=""), name="closed_with_a_reason"),
        ]
        indexes = [models.Index(fields=["group", "state"], name="item_by_group")]

    def __str__(self) -> str:
        return self.title


class AgendaChange(Keyed):
    """A change that one chair makes to an agenda. It takes effect when another chair agrees, and shows until then.

    `lines` is the whole agenda as wished: [{"item": key, "minutes": 20}, ...] in order; `put_off` the items that
    would leave it: [{"item": key, "because": words, "until": "2027-01-15"}, ...].
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda_changes")
    lines = models.JSONField(default=list)
    put_off = models.JSONField(default=list)
    words = models.TextField(_("a few words to the other chair"), blank=True)
    state = models.CharField(max_length=20, choices=OrderState.choices, default=OrderState.OPEN)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_typed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting"], condition=Q(state=OrderState.OPEN), name="one_open_change")
        ]

    def __str__(self) -> str:
        return f"Change of the agenda of {self.meeting}"
