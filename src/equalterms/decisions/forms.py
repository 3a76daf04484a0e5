"""Forms for putting a text, answering it, asking, amending, dealing with objections, and ending a decision."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from equalterms.decisions.models import Decision
from equalterms.decisions.rules.deciding import may_put
from equalterms.decisions.vocabulary import LONGEST_DAYS, NEED_WORDS, Audience, Stance
from equalterms.design.fields import ChoiceWithHints, DayField, SeveralWithHints
from equalterms.groups.models import Group
from equalterms.people.models import Person

LONGEST_TEXT = 20_000  # letters
STANCE_HINTS = {
    Stance.AGREE: _("I can work with it."),
    Stance.CONCERNS: _("It can go ahead. Something should be watched. Say what."),
    Stance.ASIDE: _("I do not take part in this one, and do not stop it."),
    Stance.OBJECT: _("It would do harm, or go against what we stand for. Say why."),
}


def long_text(rows: str = "5") -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def words_field(label: Any, *, help_text: Any = "", rows: str = "5", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, widget=long_text(rows), required=required, max_length=LONGEST_TEXT
    )


def beginning_of(day: date) -> datetime:
    """Return the first moment of a day, in local time."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over."""
    return beginning_of(day + timedelta(days=1))


def latest_day() -> date:
    return timezone.localdate() + timedelta(days=LONGEST_DAYS - 1)


class PutForm(forms.Form):
    """A text for a group, to whom it is put, and until when."""

    title = forms.CharField(label=_("What is it about, in a few words?"), max_length=160)
    words = words_field(
        _("The text on which the group decides"),
        help_text=_("Write it so that everybody can see what happens if it is agreed."),
        rows="8",
    )
    why = words_field(_("Why do you put it?"), required=False)
    principles = SeveralWithHints(
        label=_("Which of the group’s principles bear on it?"),
        help_text=_("They stand beside the text. If you choose none, all of them do."),
        required=False,
    )
    audience = ChoiceWithHints(label=_("Who decides?"), initial=Audience.EVERYONE)
    opens_on = DayField(
        label=_("From when on are answers taken?"),
        called=_("the first day for answers"),
        help_text=_("Leave it empty for at once. A later day gives time for questions first. For example, 27 3 2026"),
        required=False,
    )
    last_day = DayField(label=_("What is the last day for answers?"), called=_("the last day for answers"))

    def __init__(self, *args: Any, group: Group, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.principles = {each.key: each for each in group.principles.filter(until__isnull=True)}
        self.fields["principles"].choices = [(key, each.text) for key, each in self.principles.items()]
        if not self.principles:
            del self.fields["principles"]
        offered = [each for each in (Audience.EVERYONE, Audience.LIVED) if may_put(person, group, each)]
        self.fields["audience"].choices = [(each.value, each.label) for each in offered]
        if len(offered) == 1:
            del self.fields["audience"]
        for name in ("opens_on", "last_day"):
            self.fields[name].earliest, self.fields[name].latest = timezone.localdate(), latest_day()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("opens_on"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _g("The last day for answers must not come before the first."))
        return cleaned

    def as_asked(self) -> dict[str, Any]:
        """Return what the action takes."""
        given = dict(self.cleaned_data)
        opens_on, last_day = given.pop("opens_on"), given.pop("last_day")
        chosen = [self.principles[key] for key in given.pop("principles", [])]
        opens_at = beginning_of(opens_on) if opens_on else None
        return {**given, "principles": chosen, "opens_at": opens_at, "closes_at": end_of(last_day)}


class AnswerForm(forms.Form):
    """One of four answers, and what a concern or an objection is."""

    stance = ChoiceWithHints(
        label=_("What do you answer?"), choices=[(each.value, each.label, STANCE_HINTS[each]) for each in Stance]
    )
    words = words_field(_("Your words"), help_text=_("Needed for a concern and for an objection."), required=False)
    words_shown = forms.BooleanField(
        label=_("Show my concern to the group, without my name, when the answers are counted"),
        help_text=_("Others may know you by the way you write. If you do not tick this, it is only counted."),
        required=False,
    )
    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = decision.number
        if not decision.secret_answers:
            del self.fields["words_shown"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        stance = cleaned.get("stance")
        if stance in NEED_WORDS and not cleaned.get("words", "").strip() and "words" not in self.errors:
            needed = (
                _g("Say what your concern is") if stance == Stance.CONCERNS else _g("Say what you object to, and why")
            )
            self.add_error("words", needed)
        return cleaned


class QuestionForm(forms.Form):
    """A question about the text."""

    words = words_field(
        _("What would you like to understand?"), help_text=_("Everybody who sees the text can read it.")
    )


class AnswerQuestionForm(forms.Form):
    """An answer to a question about the text."""

    answer = words_field(_("Your answer"), help_text=_("Everybody who sees the text can read it."))


class AmendmentForm(forms.Form):
    """Another wording of the whole text."""

    words = words_field(_("The text as you would have it"), rows="8")
    because = words_field(_("What do you change, and why?"))


class AnswerAmendmentForm(forms.Form):
    """Whether an amendment becomes the text."""

    response = ChoiceWithHints(
        label=_("Does it become the text?"),
        choices=[
            ("accept", _("Yes"), _("Those who have answered are asked to look again.")),
            ("decline", _("No"), _("Say why.")),
        ],
    )
    answer = words_field(_("Your words"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("response") == "decline" and not cleaned.get("answer", "").strip():
            self.add_error("answer", _g("Say why it does not become the text"))
        return cleaned


class DealForm(forms.Form):
    """How an objection was dealt with."""

    words = words_field(
        _("How was it dealt with?"),
        help_text=_("Who was talked to, and what changed. The member who objects then says whether that settles it."),
    )


class SpeakForm(forms.Form):
    """Whether one's own objection is settled."""

    response = ChoiceWithHints(
        label=_("Is your objection settled?"),
        choices=[
            ("settled", _("Yes, it is settled")),
            ("stands", _("No, it stands"), _("It stands beside the decision, in the words that you write here.")),
        ],
    )
    words = words_field(_("Your words"), required=False)
    named = forms.BooleanField(
        label=_("Show my name beside my objection"),
        help_text=_("Otherwise it stands without a name."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("response") == "stands" and not cleaned.get("words", "").strip():
            self.add_error("words", _g("Write the words in which it stands"))
        return cleaned


class MoreTimeForm(forms.Form):
    """A later end."""

    last_day = DayField(label=_("What is the last day for answers now?"), called=_("the last day for answers"))
    because = words_field(_("Why is more time needed?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].earliest, self.fields["last_day"].latest = timezone.localdate(), latest_day()


class WithdrawForm(forms.Form):
    """Taking a text back."""

    because = words_field(_("Why is it withdrawn?"), help_text=_("This stays beside the text."))


class CloseForm(forms.Form):
    """A page that asks only whether to count."""
