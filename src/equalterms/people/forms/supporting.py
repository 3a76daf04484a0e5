"""Naming a supporter, and entering somebody who has no e-mail address, each with how they said yes."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.people.forms.profile import clean_phone_number, phone_field
from equalterms.people.forms.signing_in import email_field
from equalterms.people.vocabulary import ConsentWay, SupportScope

OFFLINE_WAYS = [choice for choice in ConsentWay.choices if choice[0] != ConsentWay.ONLINE]
SCOPES = [
    (
        SupportScope.ACT.value,
        SupportScope.ACT.label,
        _("What they write counts as yours. The ledger names them too."),
    ),
    (SupportScope.READ.value, SupportScope.READ.label, _("They cannot send anything in your name.")),
]


class SupporterForm(forms.Form):
    """Who the supporter is and what they may do."""

    supporter_name = forms.CharField(
        label=_("Their name"), max_length=120, error_messages={"required": _("Enter the name of your supporter")}
    )
    supporter_email = email_field(_("Their e-mail address"), help_text=_("We ask them first. They can say no."))
    scope = ChoiceWithHints(label=_("What may they do?"), choices=SCOPES, initial=SupportScope.ACT.value)

    def __init__(self, *args: object, own_email: str = "", **kwargs: object) -> None:
        self.own_email = own_email
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def clean_supporter_email(self) -> str:
        email = self.cleaned_data["supporter_email"].lower()
        if email == (self.own_email or "").lower():
            raise forms.ValidationError(_("This is your own address. Enter the address of your supporter"))
        return email


class ConsentFields(forms.Form):
    """How, when and in which words a person said yes to somebody who writes it down."""

    way = ChoiceWithHints(label=_("How did they say yes?"), choices=OFFLINE_WAYS)
    words = forms.CharField(
        label=_("What did you explain, and what did they say?"),
        help_text=_("In their words where you can. They can ask to see this."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what you explained and what the person said")},
    )
    given_on = DayField(label=_("When did they say yes?"), called=_("the date they said yes"))

    def clean_given_on(self) -> date:
        day: date = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The date they said yes must be today or earlier"))
        return day


class SupporterWithConsentForm(SupporterForm, ConsentFields):
    """A supporter whom a person without e-mail named to somebody who writes it down."""


class EndSupportForm(forms.Form):
    """How the person said that it should end."""

    way = ChoiceWithHints(label=_("How did they say that it should end?"), choices=OFFLINE_WAYS)


class EnterPersonForm(ConsentFields):
    """Somebody who takes part without an e-mail address."""

    name = forms.CharField(
        label=_("Their name"),
        help_text=_("As they wish to be called here."),
        max_length=120,
        error_messages={"required": _("Enter the name of the person")},
    )
    address_as = forms.CharField(
        label=_("How to address them"), help_text=_("For example “Mrs Okafor”."), max_length=80, required=False
    )
    phone = phone_field()
    field_order = ("name", "address_as", "phone", "way", "words", "given_on")

    def clean_phone(self) -> str:
        return clean_phone_number(self.cleaned_data["phone"])
