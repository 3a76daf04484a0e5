"""Public keys: short random names of things, safe to show in an address because nobody can count or guess them."""

import secrets

from django.db import models

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u, so it can be read aloud
KEY_LENGTH = 12


def new_key() -> str:
    """Return a fresh random key of 12 characters (60 bits)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(KEY_LENGTH))


class Keyed(models.Model):
    """Something that addresses and the ledger speak of by a public key instead of its database number."""

    key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key, editable=False)

    class Meta:
        abstract = True

    @property
    def ledger_kind(self) -> str:
        """How the ledger names this kind of thing, for example `plans.account`."""
        return self._meta.label_lower
