"""Questions about a venue: where it is, how one gets in, and what is there."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import DayField
from equalterms.meetings.forms.fields import KeyedChoiceField, words
from equalterms.meetings.models import Venue
from equalterms.meetings.vocabulary import SAID_OF_VENUE, VENUE_FACTS
from equalterms.people.models import Organisation

YES_NO_UNKNOWN = [("yes", _("Yes")), ("no", _("No")), ("", _("Not known"))]
VALUES = {"yes": True, "no": False, "": None}


class VenueForm(forms.Form):
    """What is known about getting in and being there. Nothing is guessed: a fact may be not known."""

    organisation = KeyedChoiceField(
        queryset=None, label=_("Whose list does it belong to?"), to_field_name="slug", empty_label=None
    )
    name = forms.CharField(label=_("What is it called?"), max_length=160)
    address = words(_("Address"), rows=3, max_length=600)
    getting_there = words(
        _("Getting there"),
        rows=3,
        required=False,
        help_text=_("Buses, trains, parking, the way from the door."),
        max_length=2000,
    )
    other_facts = words(_("What else should people know?"), rows=3, required=False, max_length=2000)
    looked_at_on = DayField(label=_("When did somebody last look at all this?"), called=_("the day"), required=False)

    def __init__(self, *args: Any, organisations: Any = None, venue: Venue | None = None, **kwargs: Any) -> None:
        if venue is not None:
            kwargs.setdefault("initial", initial_of(venue))
        super().__init__(*args, **kwargs)
        self.venue = venue
        self.fields["looked_at_on"].latest = timezone.localdate()
        for name in VENUE_FACTS:
            label = Venue._meta.get_field(name).verbose_name
            self.fields[name] = forms.ChoiceField(
                label=str(label).capitalize() if name != "changing_places" else _("Changing Places toilet"),
                choices=YES_NO_UNKNOWN,
                widget=forms.RadioSelect,
                required=False,
            )
        if organisations is not None:
            self.fields["organisation"].queryset = organisations
        if venue is not None:
            del self.fields["organisation"]
        self.order_fields(
            ["organisation", "name", "address", "getting_there", *VENUE_FACTS, "other_facts", "looked_at_on"]
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        organisation: Organisation | None = self.venue.organisation if self.venue else given.get("organisation")
        if organisation is not None and "name" in given:
            others = Venue.objects.filter(organisation=organisation, name=given["name"])
            if others.exclude(pk=self.venue.pk if self.venue else None).exists():
                self.add_error("name", _g("There is a venue with this name already. Choose another name."))
        return given

    def said(self) -> dict[str, Any]:
        """Return what the actions take."""
        given = {name: self.cleaned_data[name] for name in SAID_OF_VENUE}
        return given | {name: VALUES[given[name]] for name in VENUE_FACTS}


def initial_of(venue: Venue) -> dict[str, Any]:
    values = {name: getattr(venue, name) for name in SAID_OF_VENUE}
    words_of = {value: word for word, value in VALUES.items()}
    return values | {name: words_of[values[name]] for name in VENUE_FACTS}
