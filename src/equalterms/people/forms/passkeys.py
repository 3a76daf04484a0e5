"""A device's answers about passkeys. Whatever is not one is refused in words, however broken it is."""

import struct
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm

# The libraries that read these answers stumble over broken ones in many ways.
STUMBLES = (KeyError, IndexError, TypeError, AttributeError, ValueError, struct.error)


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey that a device has just made."""

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except STUMBLES as stumble:
            raise get_adapter().validation_error("incorrect_code") from stumble


class SignInWithPasskeyForm(LoginWebAuthnForm):
    """A passkey with which somebody signs in."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except STUMBLES as stumble:
            raise get_adapter().validation_error("incorrect_code") from stumble
