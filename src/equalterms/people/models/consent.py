"""A person's recorded yes: to what, how it was given, in which words, and when it was taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models.organisation import Organisation
from equalterms.people.models.person import Person
from equalterms.people.vocabulary import ConsentKind, ConsentWay


class Consent(Keyed):
    """What a person agreed to. Taking it back keeps the row, with the moment and the way."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=20, choices=ConsentKind.choices)
    # For a person entered by a facilitator: the organisation that keeps in touch with them.
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="consents"
    )
    way = models.CharField(_("how they said yes"), max_length=20, choices=ConsentWay.choices)
    words = models.TextField(_("what was said"), blank=True)
    given_on = models.DateField(_("when they said yes"))
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_way = models.CharField(max_length=20, choices=ConsentWay.choices, blank=True)
    taken_back_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person}"
