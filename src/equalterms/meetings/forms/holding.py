"""Questions while a meeting goes on: who is there, what was said, decided and agreed to be done."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.groups.models import Membership
from equalterms.meetings.forms.fields import MOST_VERSIONS, KeyedChoiceField, words
from equalterms.meetings.models import NoteText
from equalterms.meetings.vocabulary import LONGEST_ITEM, Attending


class AttendanceForm(forms.Form):
    """One line for each seat. What is left open is not noted yet."""

    says_optional = False

    def __init__(self, *args: Any, seats: Sequence[tuple[Membership, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for seat, how in seats:
            self.fields[f"how_{seat.person.key}"] = forms.ChoiceField(
                label=f"{seat.person.name}, {seat.get_capacity_display()}",
                choices=[("", _("Not noted")), *Attending.choices],
                initial=how,
                required=False,
            )

    def how(self) -> dict[str, str]:
        """Return what was said, by the person's key."""
        return {name.removeprefix("how_"): said for name, said in self.cleaned_data.items() if said}


class NoteForm(forms.Form):
    """The note of one item. `base` says which text the writer had before them."""

    text = words(
        _("Note"), required=False, rows=10, help_text=_("What was said, without names where they are not needed.")
    )
    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_VERSIONS)

    def __init__(self, *args: Any, aside: Sequence[NoteText] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if aside:
            self.fields["brings_in"] = forms.MultipleChoiceField(
                label=_("Which of these texts is in your note now?"),
                choices=[(each.key, _g("The text of %(name)s") % {"name": each.written_by.name}) for each in aside],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                help_text=_("They stay on this page until they are in the note."),
            )


class FinishItemForm(forms.Form):
    """How long an item took."""

    spent_minutes = forms.IntegerField(
        label=_("How many minutes did it take?"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_ITEM)]
    )


class TakenDecisionForm(forms.Form):
    """What the group decided."""

    words = words(_("What was decided?"), rows=3, help_text=_("In the words that were read out."), max_length=4000)


class AgreedActionForm(forms.Form):
    """What somebody is to do, and by when."""

    words = words(_("What is to be done?"), rows=3, max_length=2000)
    owner = KeyedChoiceField(queryset=None, label=_("Who does it?"), to_field_name="key", empty_label=None)
    due_on = DayField(label=_("By when?"), called=_("the day"))

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people
        self.fields["due_on"].earliest = timezone.localdate()


class FollowUpForm(forms.Form):
    """How an action stands: done, or a later day."""

    stands = ChoiceWithHints(
        label=_("How does it stand?"),
        choices=[
            ("done", _("It is done"), _("Say what was done, or give a link.")),
            ("later", _("It takes longer"), _("Say until when, and why.")),
        ],
    )
    done_words = words(_("What was done?"), rows=3, required=False, max_length=2000)
    evidence_url = forms.URLField(label=_("Link that shows it"), max_length=500, required=False, assume_scheme="https")
    due_on = DayField(label=_("Until when?"), called=_("the new day"), required=False)
    because = words(_("Why does it take longer?"), rows=3, required=False, max_length=2000)

    def __init__(self, *args: Any, due_on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.due_before = due_on

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        is_asked = day is not None and self.data.get(self.add_prefix("stands")) == "later"
        if is_asked and day <= max(self.due_before, timezone.localdate()):
            raise ValidationError(_g("Choose a day that is later than the one before, and after today."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("stands") == "done" and not (given.get("done_words", "").strip() or given.get("evidence_url")):
            self.add_error("done_words", _g("Say what was done, or give a link that shows it."))
        if given.get("stands") == "later":
            if given.get("due_on") is None and "due_on" not in self.errors:
                self.add_error("due_on", _g("Say until when it takes."))
            if not given.get("because", "").strip():
                self.add_error("because", _g("Say why it takes longer."))
        return given
