"""Questions about minutes: their texts, what is not right in them, and by what the group approved them."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.meetings.forms.fields import LONGEST_TEXT, MOST_VERSIONS, words
from equalterms.meetings.models import TakenDecision

LONGEST_MINUTES = 5 * LONGEST_TEXT
LONGEST_ANSWERING = timedelta(days=180)


class MinutesForm(forms.Form):
    """The minutes: for everybody, for members only, and in easy words."""

    public_part = words(
        _("Minutes for everybody"),
        rows=18,
        help_text=_("Everybody can read this once the group has approved it."),
        max_length=LONGEST_MINUTES,
    )
    closed_part = words(
        _("Closed part"),
        rows=6,
        required=False,
        help_text=_("Only members of the group read this."),
        max_length=LONGEST_MINUTES,
    )
    easy_read = words(
        _("In easy words"),
        rows=6,
        required=False,
        help_text=_("Short sentences, one thing in each. Begin with what was decided."),
    )
    because = forms.CharField(label=_("What changed?"), max_length=400, required=False)
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_VERSIONS)

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["because"]


class CorrectionForm(forms.Form):
    """What a member says is not right."""

    words = words(
        _("What is not right, and what should it say?"), help_text=_("All members read this."), max_length=4000
    )


class AnswerCorrectionForm(forms.Form):
    """What is said to a correction."""

    accepted = ChoiceWithHints(
        label=_("Is it accepted?"),
        choices=[
            ("yes", _("Yes"), _("Put it into the next version.")),
            ("no", _("No"), _("The minutes stay. Say why.")),
        ],
    )
    answer = words(_("Your words to the member"), rows=3, max_length=2000)


class ApproveForm(forms.Form):
    """By which decision the group approved the minutes."""

    taken = ChoiceWithHints(label=_("By which decision did the group approve them?"))

    def __init__(self, *args: Any, decisions: Sequence[TakenDecision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decisions = {each.key: each for each in decisions}
        self.fields["taken"].choices = [(key, each.words) for key, each in self.decisions.items()]
        self.fields["taken"].choice_hints = {key: each.item.meeting.title for key, each in self.decisions.items()}

    def clean_taken(self) -> TakenDecision:
        found = self.decisions.get(self.cleaned_data["taken"])
        if found is None:
            raise forms.ValidationError(_g("Choose one of these decisions."))
        return found


class PutToGroupForm(forms.Form):
    """Until when the members can answer whether they approve."""

    closes_on = DayField(label=_("Until which day can members answer?"), called=_("the day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closes_on"].earliest = timezone.localdate() + timedelta(days=1)
        self.fields["closes_on"].latest = timezone.localdate() + LONGEST_ANSWERING

    def closes_at(self) -> datetime:
        """Return the end of that day."""
        day = self.cleaned_data["closes_on"] + timedelta(days=1)
        return timezone.make_aware(datetime.combine(day, time.min))
