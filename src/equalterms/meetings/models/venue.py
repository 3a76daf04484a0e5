"""A place where meetings are held, and what is known about getting in and being there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models import Organisation, Person


class Venue(Keyed):
    """A place with its access facts. A fact is yes (True), no (False) or not known (None), as last looked at."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="venues")
    name = models.CharField(_("name"), max_length=160)
    address = models.TextField(_("address"))
    getting_there = models.TextField(_("getting there"), blank=True)
    step_free = models.BooleanField(_("step-free way in and around"), null=True, blank=True)
    hearing_loop = models.BooleanField(_("hearing loop"), null=True, blank=True)
    accessible_toilet = models.BooleanField(_("accessible toilet"), null=True, blank=True)
    changing_places = models.BooleanField(_("Changing Places toilet"), null=True, blank=True)
    parking = models.BooleanField(_("Blue Badge parking"), null=True, blank=True)
    quiet_room = models.BooleanField(_("quiet room"), null=True, blank=True)
    other_facts = models.TextField(_("what else to know"), blank=True)
    looked_at_on = models.DateField(_("looked at on"), null=True, blank=True)
    looked_at_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="venue_name_once")]

    def __str__(self) -> str:
        return self.name
