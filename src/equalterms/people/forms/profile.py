"""What a person says about themself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField, SeveralWithHints
from equalterms.people.forms.signing_in import email_field
from equalterms.people.vocabulary import NEEDS, NeedGroup, Sharing

PHONE_CHARACTERS = set("0123456789+()-. x")
FEWEST_DIGITS = 5


class NameForm(forms.Form):
    """How the person wants to be called."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As you wish to be called here. It need not be the name on your papers."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name")},
    )
    address_as = forms.CharField(
        label=_("How should we address you?"),
        help_text=_("For example “Mrs Okafor” or “Sam”. Leave it empty to be addressed by your name."),
        max_length=80,
        required=False,
    )


def phone_field(**more: object) -> forms.CharField:
    return forms.CharField(
        label=_("Phone number"),
        help_text=_("With 18001 in front if we should call by text relay. Leave it empty for no calls."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        **more,  # type: ignore[arg-type]
    )


def clean_phone_number(number: str) -> str:
    """Return a phone number as typed, once it can be one: spaces, text relay and other countries are all fine."""
    digits = sum(character.isdigit() for character in number)
    if number and (set(number) - PHONE_CHARACTERS or digits < FEWEST_DIGITS):
        raise forms.ValidationError(_("Enter a phone number with numbers only, for example 01632 960 001"))
    return " ".join(number.split())


class PhoneForm(forms.Form):
    """Where the person can be called."""

    phone = phone_field()

    def clean_phone(self) -> str:
        return clean_phone_number(self.cleaned_data["phone"])


class EmailForm(forms.Form):
    """A new address; a code goes there before anything changes."""

    email = email_field(_("Your new e-mail address"))


class NeedForm(forms.Form):
    """One question of the Accessible Information Standard: choices, and the person's own words."""

    chosen = SeveralWithHints(label="", required=False)
    words = forms.CharField(
        label=_("Anything else, in your own words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: object, group: NeedGroup, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        chosen = self.fields["chosen"]
        chosen.choices = NEEDS[group]  # type: ignore[attr-defined]
        chosen.label = _("Choose everything that is right for you")


def _choice(sharing: Sharing) -> tuple[str, object]:
    return sharing.value, sharing.label


class SharingForm(forms.Form):
    """With whom needs are shared, and when to look at them again."""

    sharing = ChoiceWithHints(
        label=_("Who may see what you need?"),
        choices=[
            (*_choice(Sharing.FACILITATORS), _("So that meetings and papers are ready for you.")),
            (*_choice(Sharing.ORGANISERS), _("Also those who book rooms, transport and interpreters.")),
            (*_choice(Sharing.NOBODY), _("You tell people yourself, each time.")),
        ],
    )
    review_on = DayField(
        label=_("When shall we ask you whether this is still right?"), called=_("the date to look at this again")
    )
