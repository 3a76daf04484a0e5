"""Questions about a meeting: when, how, where one comes in, why it moves, why it is cancelled."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.meetings.forms.fields import KeyedChoiceField, TimeOfDayField, words
from equalterms.meetings.models import Meeting
from equalterms.meetings.vocabulary import FEWEST_CLEAR_DAYS, Manner, Nation

LONGEST_AHEAD = timedelta(days=730)
MOST_CLEAR_DAYS = 30
MOST_MINUTES_BEFORE = 120


class MeetingForm(forms.Form):
    """One calm page for a whole meeting."""

    title = forms.CharField(
        label=_("What is the meeting called?"), max_length=160, help_text=_("For example “Panel meeting, March”.")
    )
    on = DayField(label=_("On which day?"), called=_("the day"))
    starts = TimeOfDayField(label=_("When does it start?"))
    ends = TimeOfDayField(label=_("When does it end?"))
    manner = ChoiceWithHints(
        label=_("How does one take part?"),
        choices=[
            (Manner.IN_PERSON, Manner.IN_PERSON.label, _("Everybody comes to one place.")),
            (Manner.ONLINE, Manner.ONLINE.label, _("By video, and by phone for those who have no video.")),
            (Manner.HYBRID, Manner.HYBRID.label, _("Each member chooses.")),
        ],
    )
    venue = KeyedChoiceField(
        queryset=None, label=_("Venue"), required=False, empty_label=_("No venue"), to_field_name="key"
    )
    room = forms.CharField(label=_("Room"), max_length=160, required=False)
    link = forms.URLField(
        label=_("Link to take part online"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Only members of the group see it."),
    )
    phone = forms.CharField(
        label=_("Phone number to take part"), max_length=60, required=False, help_text=_("Only members see it.")
    )
    phone_code = forms.CharField(label=_("Code for the phone"), max_length=60, required=False)
    arrive_minutes = forms.IntegerField(
        label=_("Doors open, minutes before"),
        initial=15,
        validators=[MinValueValidator(0), MaxValueValidator(MOST_MINUTES_BEFORE)],
    )
    breaks = forms.CharField(
        label=_("Breaks"), max_length=240, required=False, help_text=_("For example “ten minutes at 3 pm”.")
    )
    clear_days = forms.IntegerField(
        label=_("Papers are out, clear working days before"),
        initial=FEWEST_CLEAR_DAYS,
        validators=[MinValueValidator(FEWEST_CLEAR_DAYS), MaxValueValidator(MOST_CLEAR_DAYS)],
        help_text=_("At least 5. More gives people time to have papers read to them, or in their format."),
    )
    nation = forms.ChoiceField(label=_("Whose bank holidays count?"), choices=Nation.choices)

    def __init__(self, *args: Any, venues: Any, meeting: Meeting | None = None, **kwargs: Any) -> None:
        if meeting is not None:
            kwargs.setdefault("initial", initial_of(meeting))
        super().__init__(*args, **kwargs)
        self.fields["venue"].queryset = venues
        self.fields["on"].earliest = timezone.localdate()
        self.fields["on"].latest = timezone.localdate() + LONGEST_AHEAD

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _g("The meeting has to end after it starts."))
        manner = given.get("manner")
        if manner in (Manner.IN_PERSON, Manner.HYBRID) and "venue" in given and given["venue"] is None:
            self.add_error("venue", _g("Choose a venue, or let everybody take part online."))
        no_way_in = not (given.get("link") or given.get("phone") or "link" in self.errors)
        if manner in (Manner.ONLINE, Manner.HYBRID) and no_way_in:
            self.add_error("link", _g("Give a link or a phone number, so that people can take part."))
        return given

    def facts(self) -> dict[str, Any]:
        """Return what the actions take."""
        given = {
            name: value for name, value in self.cleaned_data.items() if name not in ("on", "starts", "ends", "because")
        }
        if given["manner"] == Manner.ONLINE:
            given |= {"venue": None, "room": ""}
        day: date = self.cleaned_data["on"]
        for name, field in (("starts_at", "starts"), ("ends_at", "ends")):
            given[name] = timezone.make_aware(datetime.combine(day, self.cleaned_data[field]))
        return given


class MoveForm(MeetingForm):
    """The same page for a meeting that is planned, with the reason for the change."""

    because = words(
        _("Why does it change?"), rows=3, help_text=_("Everybody who sees the meeting reads this."), max_length=1000
    )


class CancelForm(forms.Form):
    """Cancelling a meeting."""

    because = words(
        _("Why is it cancelled?"), rows=3, help_text=_("Everybody who sees the meeting reads this."), max_length=1000
    )


class ConfirmForm(forms.Form):
    """Nothing to fill in: a page that says what will happen, and a button."""


def initial_of(meeting: Meeting) -> dict[str, Any]:
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    names = (
        "title",
        "manner",
        "room",
        "link",
        "phone",
        "phone_code",
        "arrive_minutes",
        "breaks",
        "nation",
        "clear_days",
    )
    given = {name: getattr(meeting, name) for name in names}
    venue = meeting.venue.key if meeting.venue is not None else None
    return given | {"on": starts.date(), "starts": starts.time(), "ends": ends.time(), "venue": venue}
