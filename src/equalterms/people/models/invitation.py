"""An invitation: a secret link for one e-mail address, used once, that runs out."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models.organisation import Organisation
from equalterms.people.models.person import Person
from equalterms.people.models.support import Support
from equalterms.people.vocabulary import Duty, InvitationKind


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def usable(self) -> "InvitationQuerySet":
        """Return those that nobody has used, said no to or took back, and whose time has not run out."""
        open_still = {"accepted_at__isnull": True, "declined_at__isnull": True, "revoked_at__isnull": True}
        return self.filter(**open_still, expires_at__gt=timezone.now())


class Invitation(Keyed):
    """Asks the owner of one e-mail address to do something for an organisation, or to support a person."""

    kind = models.CharField(max_length=20, choices=InvitationKind.choices)
    email = models.EmailField(_("e-mail address"))
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations"
    )
    duty = models.CharField(_("what they will do"), max_length=20, choices=Duty.choices, blank=True)
    support = models.ForeignKey(Support, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)  # of the token in the link; the token itself is not kept
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    declined_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at"]

    def __str__(self) -> str:
        return f"Invitation {self.key}"
