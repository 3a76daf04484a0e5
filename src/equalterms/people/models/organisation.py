"""An organisation: a council, an NHS body, a user-led organisation, a charity."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.vocabulary import PUBLIC_BODIES, OrganisationKind


class Organisation(Keyed):
    """One of the bodies that share this installation. Their private spaces are strictly separate."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=160, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    about = models.TextField(_("what it does"), blank=True)
    is_example = models.BooleanField(default=False)
    modelled_on = models.TextField(blank=True)  # for examples: the published case and its source
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public_body(self) -> bool:
        return self.kind in PUBLIC_BODIES
