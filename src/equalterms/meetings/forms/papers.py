"""Forms for papers: what a paper is called, how each format becomes ready, and what members say at the gate."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.documents.forms import SafeFileField
from equalterms.meetings.vocabulary import FEWEST_CLEAR_DAYS, PaperFormat
from equalterms.people.models import Person

LONGEST_PAPER = 100_000  # characters
MOST_CLEAR_DAYS = 60
HOW_TO_WRITE = _(
    "Begin a heading with #, each line of a list with -. Leave an empty line between paragraphs. "
    "**Two stars** make words strong."
)
HINTS = {
    PaperFormat.EASY_READ: _("Short sentences, one idea each. An easy read file with pictures is best."),
    PaperFormat.AUDIO: _("Give a link to the recording."),
    PaperFormat.BSL_VIDEO: _("Give a link to the video."),
    PaperFormat.BRAILLE_1: _("Say when it was posted or handed over. Do not name anybody."),
    PaperFormat.BRAILLE_2: _("Say when it was posted or handed over. Do not name anybody."),
}


def long_text(rows: str = "5") -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PaperForm(forms.Form):
    """What a paper is called, and who looks after it."""

    title = forms.CharField(label=_("What is the paper called?"), max_length=160)
    owner = forms.ModelChoiceField(
        queryset=None,
        label=_("Who looks after it?"),
        help_text=_("They are told when a format is due."),
        empty_label=None,
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [person.pk for person in people]
        self.fields["owner"].queryset = Person.objects.filter(pk__in=keys).order_by("name")


class HandOverForm(forms.Form):
    """Who makes a paper in one format."""

    owner = forms.ModelChoiceField(queryset=None, label=_("Who makes it?"), empty_label=None)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = Person.objects.filter(pk__in=[each.pk for each in people]).order_by("name")


class ReadyForm(forms.Form):
    """How a paper is there in one format. One of the four ways is enough."""

    words = forms.CharField(
        label=_("The paper, written here"),
        help_text=HOW_TO_WRITE,
        widget=long_text("14"),
        max_length=LONGEST_PAPER,
        required=False,
    )
    file = SafeFileField(label=_("Or a file"), required=False)
    link = forms.URLField(
        label=_("Or a link"),
        help_text=_("To a video or a recording that is kept elsewhere."),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    how_to_get = forms.CharField(
        label=_("Or how people get it"),
        help_text=_("For example: posted on 3 March. Everybody who sees the paper reads this, so do not name anybody."),
        max_length=240,
        required=False,
    )

    def __init__(self, *args: Any, format: str, has_file: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_file = has_file
        if has_file:
            self.fields["file"].label = _("Another file in place of the one that is there")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        ways = (given.get("words", "").strip(), given.get("file"), given.get("link"), given.get("how_to_get"))
        if not any(ways) and not self.has_file and not self.errors:
            self.add_error("words", _("Write the paper here, or choose one of the three other ways."))
        return given


class NotPossibleForm(forms.Form):
    """Why a format is not possible, and what is offered instead."""

    because = forms.CharField(label=_("Why is it not possible?"), widget=long_text())
    instead = forms.CharField(
        label=_("What do you offer instead?"),
        help_text=_("For example a talk about the paper before the meeting. Do not name anybody."),
        widget=long_text(),
    )


class FormatTimeForm(forms.Form):
    """How early a format is due in a group."""

    format = forms.ChoiceField(label=_("Which format?"), choices=PaperFormat.choices)
    clear_days = forms.IntegerField(
        label=_("How many clear working days before a meeting?"),
        min_value=FEWEST_CLEAR_DAYS,
        max_value=MOST_CLEAR_DAYS,
        help_text=_("Five are the fewest. The day it comes and the day of the meeting do not count."),
    )
    since = DayField(label=_("For meetings that are planned from which day on?"), called=_("the day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].earliest = timezone.localdate()


class GateForm(forms.Form):
    """What somebody affected says."""

    agrees = ChoiceWithHints(
        label=_("May this item go ahead?"),
        choices=[
            ("yes", _("Yes, it may go ahead"), _("You can change this until the meeting begins.")),
            ("no", _("No, put it off"), _("It comes back when the papers are there for you.")),
        ],
    )


class PutOffForm(forms.Form):
    """On which day an item that the gate stops comes back."""

    until = DayField(label=_("On which day does it come back?"), called=_("the day"))
