"""What a person does for an organisation, and from when to when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models.organisation import Organisation
from equalterms.people.models.person import Person
from equalterms.people.vocabulary import Duty


class Affiliation(Keyed):
    """One duty of one person in one organisation. History stays: an ended one keeps its row."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="affiliations")
    duty = models.CharField(_("duty"), max_length=20, choices=Duty.choices)
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "duty"],
                condition=Q(until__isnull=True),
                name="one_current_duty",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_duty_display()}, {self.organisation}"
