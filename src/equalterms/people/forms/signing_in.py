"""Signing in and up: an address, a name, a code. Nothing is asked twice and everything can be pasted."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST_CODE = 40

EMAIL_MESSAGES = {
    "required": _("Enter your e-mail address"),
    "invalid": _("Enter an e-mail address in the right form, like name@example.org"),
}


YOUR_ADDRESS = _("Your e-mail address")


def email_field(label: Any = YOUR_ADDRESS, **more: Any) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
    return forms.EmailField(label=label, widget=widget, max_length=254, error_messages=EMAIL_MESSAGES, **more)


def code_field() -> forms.CharField:
    widget = forms.TextInput(
        attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"}
    )
    return forms.CharField(
        label=_("The code from the e-mail"),
        help_text=_("Eight numbers, like 1234-5678. You can paste them."),
        widget=widget,
        max_length=LONGEST_CODE,
        error_messages={"required": _("Enter the code that we sent by e-mail")},
    )


class SignInForm(LoginForm):
    """Asks for the address to which a code is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()


class SignInCodeForm(ConfirmLoginCodeForm):
    """Asks for the code that was sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()


class SignUpForm(forms.Form):
    """Asks how the person wants to be called, and for their address."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As you wish to be called here."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name")},
    )
    email = email_field(help_text=_("We send you a code. You need no password."))


class CodeForm(forms.Form):
    """Asks for a code; `is_right` says whether it is the one that was sent."""

    code = code_field()

    def __init__(self, *args: Any, is_right: Any = None, **kwargs: Any) -> None:
        self.is_right = is_right
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if self.is_right is not None and not self.is_right(code):
            raise ValidationError(
                _("That is not the code we sent. Look at the newest e-mail from us and type its code again.")
            )
        return code


class PasskeyNameForm(forms.Form):
    """Asks for a name by which the person knows the device."""

    name = forms.CharField(
        label=_("A name for this passkey"),
        help_text=_("So that you know later which device it is on. For example “My phone”."),
        max_length=60,
        error_messages={"required": _("Enter a name for the passkey")},
    )
