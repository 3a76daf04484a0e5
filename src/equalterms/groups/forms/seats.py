"""Forms for taking a seat, changing it, leaving it and ending it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.groups.forms.describing import long_text
from equalterms.groups.models import Group, Membership
from equalterms.groups.rules import capacities_open_in, why_not_sit
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.people.models import Person

CAPACITY_HINTS = {
    Capacity.SERVICE_USER: _("I use, or have used, these services."),
    Capacity.CARER: _("I care for a relative or friend, unpaid."),
    Capacity.STAFF: _("It is part of my job."),
    Capacity.ADVISER: _("I bring knowledge that the group asks for."),
    Capacity.OBSERVER: _("I listen. I have no seat at the table."),
}


def capacity_choices(group: Group, *, hints: bool = True) -> list[tuple[str, Any, Any]]:
    return [
        (each, Capacity(each).label, CAPACITY_HINTS[Capacity(each)] if hints else "")
        for each in capacities_open_in(group)
    ]


class JoinForm(forms.Form):
    """How somebody takes part."""

    def __init__(self, *args: Any, group: Group, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group, self.person = group, person
        self.fields = {
            "capacity": ChoiceWithHints(label=_("How do you take part?"), choices=capacity_choices(group)),
            **self.fields,
        }

    def clean_capacity(self) -> str:
        capacity = self.cleaned_data["capacity"]
        words = why_not_sit(self.group, capacity, person=self.person)
        if words:
            raise forms.ValidationError(words)
        return capacity


class ApplyForm(JoinForm):
    """An application, with words to those who answer it."""

    why = forms.CharField(
        label=_("Why would you like to join?"),
        help_text=_("Only the people who answer applications can read this. A sentence or two is enough."),
        widget=long_text(),
    )


class AnswerApplicationForm(forms.Form):
    """Yes or no to an applicant, with words to them."""

    response = ChoiceWithHints(
        label=_("What do you say?"),
        choices=[("accept", _("Yes, give them a seat")), ("decline", _("No"))],
    )
    answer = forms.CharField(
        label=_("Your words to the person"),
        help_text=_("They read this on their page “Your turn”."),
        widget=long_text(),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("response") == "decline" and not cleaned.get("answer", "").strip():
            self.add_error("answer", _("Write a few words to the person who applied."))
        return cleaned


class SeatForm(forms.Form):
    """As what somebody sits, in which role and until when."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect, initial=Role.MEMBER)
    term_ends = DayField(label=_("When does the term end?"), called=_("the end of the term"), required=False)

    def __init__(self, *args: Any, group: Group, seat: Membership | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group, self.seat = group, seat
        choices = capacity_choices(group, hints=False)
        self.fields = {"capacity": ChoiceWithHints(label=_("They sit as"), choices=choices), **self.fields}
        if seat is not None:
            for name in ("capacity", "role", "term_ends"):
                self.fields[name].initial = getattr(seat, name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        person = self.seat.person if self.seat is not None else None
        words = why_not_sit(self.group, cleaned.get("capacity", ""), cleaned.get("role", ""), person)
        if words:
            self.add_error("capacity", words)
        return cleaned


class InviteForm(SeatForm):
    """Whom a group invites, and to which seat."""

    name = forms.CharField(label=_("Whom do you invite?"), max_length=120)
    email = forms.EmailField(
        label=_("Their e-mail address"),
        help_text=_("Leave it empty if they have none. You then get a link to give to them or to their supporter."),
        required=False,
    )
    words = forms.CharField(label=_("A few words to them"), widget=long_text(), required=False)

    field_order = ("name", "email", "capacity", "role", "term_ends", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)


class EndSeatForm(forms.Form):
    """Ending somebody's seat."""

    reason = forms.CharField(
        label=_("Why does their seat end?"),
        help_text=_("Only the person and those who lead the group can read this."),
        widget=long_text(),
    )


class NamingForm(forms.Form):
    """Whether a name stands on the public page."""

    named = ChoiceWithHints(
        label=_("Show my name on the group's public page?"),
        choices=[
            ("yes", _("Yes, show my name"), _("If you lead the group, or have left it.")),
            ("no", _("No"), _("Only members see it.")),
        ],
    )


class HandoverForm(forms.Form):
    """First question for somebody who leaves."""

    handover = forms.CharField(
        label=_("What should the others know?"),
        help_text=_("Work you had begun, promises that were made, who to talk to. The members can read this."),
        widget=long_text(),
        required=False,
    )


class LeavingReasonForm(forms.Form):
    """Second question for somebody who leaves."""

    because = forms.CharField(
        label=_("Why do you leave?"),
        help_text=_("You need not say. Only those who lead the group can read this."),
        widget=long_text(),
        required=False,
    )


class DespiteForm(forms.Form):
    """Why something happens although the rule of seats is not kept after it."""

    despite = forms.CharField(
        label=_("Why go ahead anyway?"),
        help_text=_("This stands on the group's page until the rule is kept again."),
        widget=long_text(),
        error_messages={"required": _("Say why, or go back.")},
    )


class EmptyForm(forms.Form):
    """A page that asks only whether to go on."""
