"""Forms for terms of reference, principles, questions and referrals."""

import dataclasses
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.groups.forms.describing import long_text
from equalterms.groups.models import Group
from equalterms.groups.queries.referrals import groups_to_refer_to
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.vocabulary import DecisionMethod
from equalterms.people.models import Person

NOTHING_DECIDED = _("If fewer answer, nothing is decided.")
DECIDING = tuple(each.name for each in dataclasses.fields(DecidingTerms))


def share_field(label: Any, help_text: Any, initial: int, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, initial=initial, min_value=least, max_value=100)


class TermsForm(forms.Form):
    """The next version of the terms of reference."""

    words = forms.CharField(label=_("Terms of reference"), widget=long_text(rows="14"))
    agreed_on = DayField(label=_("When did the group agree them?"), called=_("the day"))
    guests_welcome = forms.BooleanField(
        label=_("Staff of public bodies can sit in as guests"),
        help_text=_("As advisers or observers. It matters only in a group that its members control."),
        required=False,
    )

    decides_by = ChoiceWithHints(
        label=_("How does the group decide?"), choices=DecisionMethod.choices, initial=DecisionMethod.CONSENT
    )
    most_aside = share_field(
        _("Consensus: how many of 100 may stand aside, at most?"), _("It matters only if you decide by consensus."), 20
    )
    majority = share_field(
        _("Majority: how many of 100 must say yes, at least?"),
        _("More than 50. It matters only if you decide by majority."),
        67,
        least=51,
    )
    quorum = share_field(_("How many of 100 members must answer, at least?"), _("Otherwise nothing is decided."), 50)
    lived_quorum = share_field(
        _("How many of 100 members with lived experience must answer, at least?"),
        _("Otherwise nothing is decided."),
        50,
    )
    secret_answers = forms.BooleanField(
        label=_("Answers are secret"),
        help_text=_("Nobody sees who said what. It needs at least five people to be asked."),
        required=False,
    )
    outcomes_public = forms.BooleanField(
        label=_("Everybody can read what was decided"),
        help_text=_("It matters only where everybody can see the group, and where answers are not secret."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed_on"].latest = timezone.localdate()

    def as_terms(self) -> dict[str, Any]:
        """Return what the action takes: the words, and how the group decides as one thing."""
        given = dict(self.cleaned_data)
        return {"deciding": DecidingTerms(**{name: given.pop(name) for name in DECIDING})} | given


class PrincipleForm(forms.Form):
    """A principle that is not up for discussion."""

    text = forms.CharField(label=_("The principle, in one sentence"), max_length=400)
    why = forms.CharField(label=_("Why is it not up for discussion?"), widget=long_text(), required=False)


class WithdrawPrincipleForm(forms.Form):
    """Taking a principle back."""

    reason = forms.CharField(
        label=_("Why is it withdrawn?"),
        help_text=_("The principle and this reason stay on the group's page."),
        widget=long_text(),
    )


class QuestionForm(forms.Form):
    """A question that is up for discussion."""

    text = forms.CharField(label=_("What is the question?"), max_length=400)


class CloseQuestionForm(forms.Form):
    """What came of a question."""

    agreed = ChoiceWithHints(
        label=_("Did the group agree?"),
        choices=[("yes", _("Yes")), ("no", _("No, no agreement was reached"))],
    )
    outcome = forms.CharField(label=_("What came of it?"), widget=long_text())


class ReferForm(forms.Form):
    """Work for another group."""

    to_group = forms.ModelChoiceField(queryset=None, label=_("Which group do you ask?"), empty_label=None)
    title = forms.CharField(
        label=_("What is the work, in a few words?"),
        help_text=_("Everybody who sees both groups can read this."),
        max_length=160,
    )
    words = forms.CharField(
        label=_("What do you ask of them?"),
        help_text=_("Only the people of the two groups can read this."),
        widget=long_text(),
    )

    def __init__(self, *args: Any, person: Person, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_group"].queryset = groups_to_refer_to(person, group)


class RespondForm(forms.Form):
    """How a group responds to work that it was asked to do."""

    response = ChoiceWithHints(
        label=_("What do you say?"),
        choices=[
            ("take_on", _("We take it on"), _("You can answer later, when the work is done.")),
            ("decline", _("We do not take it on"), _("Say why.")),
            ("answer", _("Here is our answer"), _("The work is done.")),
        ],
    )
    answer = forms.CharField(label=_("Your words to the other group"), widget=long_text(), required=False)

    def __init__(self, *args: Any, taken_on: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if taken_on:
            self.fields["response"].choices = [
                choice for choice in self.fields["response"].choices if choice[0] == "answer"
            ]
            self.fields["response"].initial = "answer"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("response") in ("decline", "answer") and not cleaned.get("answer", "").strip():
            self.add_error("answer", _("Write a few words to the other group."))
        return cleaned
