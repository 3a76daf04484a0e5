"""The questions by which members give their own reading, disagree, and say what they have seen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints
from equalterms.plans.forms.claiming import set_rungs
from equalterms.plans.vocabulary import EffectSeen, Rung, ShownAs

SHOWN_AS = [
    (ShownAs.COUNTED, _("Only count my reading"), _("Nobody sees your words.")),
    (ShownAs.WORDS, _("Show my words, without my name"), _("Somebody who knows how you write may guess who you are.")),
    (ShownAs.NAMED, _("Show my words, with my name"), _("Your rung is still not shown beside your name.")),
]


class RungReadingForm(forms.Form):
    """Question 1: which rung was it really?"""

    rung = ChoiceWithHints(
        label=_("Which rung was it really?"),
        help_text=_("Choose the words that fit best. There is no right answer but yours."),
        error_messages={"required": _("Choose the rung that fits best")},
    )

    def __init__(self, *args: Any, rungs: tuple[Rung, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_rungs(self.fields["rung"], rungs)


class EffectSeenForm(forms.Form):
    """Question 2: did you see the effect?"""

    effect_seen = ChoiceWithHints(label=_("Have you seen this?"), choices=EffectSeen.choices)


class WordsReadingForm(forms.Form):
    """Question 3: in your words, and how to be shown."""

    words = forms.CharField(
        label=_("What was it like, in your words?"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Write as much or as little as you like. You can leave this empty."),
    )
    shown_as = ChoiceWithHints(label=_("Who may see your words?"), choices=SHOWN_AS, initial=ShownAs.COUNTED)


class DisputeForm(forms.Form):
    because = forms.CharField(
        label=_("What do you disagree with?"),
        widget=forms.Textarea,
        help_text=_("Say it in your own words. It stands beside the account for everybody to read."),
    )
    shown_as = ChoiceWithHints(
        label=_("How shall it be shown?"),
        choices=[
            (ShownAs.WORDS, _("Without my name"), _("It says “A member”.")),
            (ShownAs.NAMED, _("With my name"), ""),
        ],
        initial=ShownAs.WORDS,
    )


class SettleForm(forms.Form):
    words = forms.CharField(
        label=_("Anything you want to say with it"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Everybody can read this."),
    )


class KeepDisputeForm(forms.Form):
    words = forms.CharField(
        label=_("What is still missing?"), widget=forms.Textarea, help_text=_("Everybody can read this.")
    )


class AnswerForm(forms.Form):
    words = forms.CharField(
        label=_("Your answer"),
        widget=forms.Textarea,
        help_text=_("Say what you will do, or why you see it otherwise. Everybody can read this."),
    )


class ReadEffectForm(forms.Form):
    seen = ChoiceWithHints(label=_("Have you seen this?"), choices=EffectSeen.choices)
    words = forms.CharField(label=_("In your words"), required=False, widget=forms.Textarea)
    shown_as = ChoiceWithHints(label=_("Who may see your words?"), choices=SHOWN_AS, initial=ShownAs.COUNTED)
