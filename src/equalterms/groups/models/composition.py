"""The public memory of a rule of seats that is not kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models.group import Group
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class CompositionBreak(Keyed):
    """From a day on a group had fewer people with lived experience than its rule says, and why.

    It stands on the group's page until the rule is kept again. A reason is empty when somebody simply left.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="composition_breaks")
    since = models.DateField()
    lived = models.PositiveSmallIntegerField()
    filled = models.PositiveSmallIntegerField()
    rule = models.PositiveSmallIntegerField()  # percent, as it was
    reason = models.TextField(_("reason"), blank=True)
    accepted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    restored_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.group}: {self.lived} of {self.filled} since {self.since}"
