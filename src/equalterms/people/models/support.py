"""A supporter: somebody whom a person names to act for them, until either of them ends it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.people.models.consent import Consent
from equalterms.people.models.person import Person
from equalterms.people.vocabulary import ConsentWay, SupportScope


class SupportQuerySet(models.QuerySet["Support"]):
    def current(self) -> "SupportQuerySet":
        """Return what stands: agreed by both, ended by neither."""
        return self.filter(agreed_at__isnull=False, ended_at__isnull=True)

    def asked(self) -> "SupportQuerySet":
        """Return what waits for the supporter's yes."""
        return self.filter(agreed_at__isnull=True, ended_at__isnull=True)


class Support(Keyed):
    """One person supported by another. Everything the supporter enters is credited to the person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="supports")
    supporter = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="supporting")
    supporter_name = models.CharField(_("their name"), max_length=120)
    supporter_email = models.EmailField(_("their e-mail address"))
    scope = models.CharField(
        _("what they may do"), max_length=20, choices=SupportScope.choices, default=SupportScope.ACT
    )
    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="support")
    named_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_way = models.CharField(max_length=20, choices=ConsentWay.choices, blank=True)

    objects = SupportQuerySet.as_manager()

    class Meta:
        ordering = ["named_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "supporter"],
                condition=Q(ended_at__isnull=True, supporter__isnull=False),
                name="one_current_support",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supporter_name} supports {self.person}"

    @property
    def stands(self) -> bool:
        return self.agreed_at is not None and self.ended_at is None
