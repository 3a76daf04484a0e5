"""A membership: one person's seat in a group, in one capacity, from a day to a day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models.group import Group
from equalterms.groups.vocabulary import LIVED_EXPERIENCE, Capacity, Role
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class Membership(Keyed):
    """A seat. Leaving ends it with a handover; the row stays, because the history of a group is kept.

    A change of capacity, role or term ends the row and starts another that `follows` it, so that what somebody was
    on any day can be told.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    capacity = models.CharField(_("sits as"), max_length=20, choices=Capacity.choices)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.MEMBER)
    since = models.DateField(_("since"))
    term_ends = models.DateField(_("term ends"), null=True, blank=True)
    until = models.DateField(_("left on"), null=True, blank=True)
    left_because = models.TextField(_("why they left"), blank=True)
    handover = models.TextField(_("handover"), blank=True)
    follows = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by", editable=False
    )
    named_in_public = models.BooleanField(_("show my name on the public page"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(until__isnull=True), name="one_current_seat_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.group}"

    @property
    def has_lived_experience(self) -> bool:
        return self.capacity in LIVED_EXPERIENCE
