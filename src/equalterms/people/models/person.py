"""A person: named as they wish, signing in by e-mail code or passkey, or with no e-mail at all."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str | None = None, **fields: object) -> "Person":
        """Make a person without a password: people sign in by code or passkey."""
        person = self.model(email=self.normalize_email(email) or None, **fields)
        person.set_unusable_password()
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str) -> "Person":
        return self.get(email__iexact=username)


class Person(Keyed, AbstractBaseUser, PermissionsMixin):
    """Somebody who takes part. Without an e-mail address they act through a supporter whom they name."""

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    name = models.CharField(_("name"), max_length=120, help_text=_("As you wish to be called here."))
    address_as = models.CharField(
        _("how to address you"), max_length=80, blank=True, help_text=_("For example “Mrs Okafor” or “Sam”.")
    )
    email = models.EmailField(_("e-mail address"), null=True, blank=True)
    phone = models.CharField(_("phone number"), max_length=30, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)
    try_as = models.SlugField(max_length=30, null=True, blank=True, unique=True)  # an example person of the demo

    objects: ClassVar[PersonManager] = PersonManager()

    # The supporter who is typing for this person in this request; set by the middleware, never stored.
    entered_by: "Person | None" = None

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_once", condition=models.Q(email__isnull=False))
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def addressed(self) -> str:
        """How letters and pages speak to this person."""
        return self.address_as or self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.addressed

    def clean(self) -> None:
        self.email = type(self).objects.normalize_email(self.email) or None
