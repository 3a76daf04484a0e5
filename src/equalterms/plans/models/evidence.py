"""Evidence: a link or a file that a claim rests on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.documents.storage import private_storage
from equalterms.ledger.keys import Keyed, new_key
from equalterms.plans.models.account import AccountVersion
from equalterms.plans.models.effect import Effect


def where_kept(evidence: "Evidence", name: str) -> str:
    """Return where a file is kept: under a random name, never under one that somebody gave it."""
    return f"evidence/{new_key()}{new_key()}"


class Evidence(Keyed):
    """Belongs to one version of an account, or to one effect."""

    version = models.ForeignKey(
        AccountVersion, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence"
    )
    effect = models.ForeignKey(Effect, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(_("what it is"), max_length=160)
    url = models.URLField(_("address"), max_length=500, blank=True)
    file = models.FileField(_("file"), upload_to=where_kept, storage=private_storage, blank=True)
    file_name = models.CharField(max_length=160, blank=True)  # what the person called it, made safe
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the file, so that the ledger can vouch for it
    content_type = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(version__isnull=False, effect__isnull=True) | Q(version__isnull=True, effect__isnull=False),
                name="evidence_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.title
