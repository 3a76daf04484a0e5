"""Questions about a change: what will be different, for whom, at which stage, when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.plans.models import Change
from equalterms.plans.vocabulary import ChangeStatus, Stage

STAGES = [
    (Stage.DESIGN, Stage.DESIGN.label, _("Deciding what it should be like")),
    (Stage.DELIVERY, Stage.DELIVERY.label, _("Doing it, day by day")),
    (Stage.EVALUATION, Stage.EVALUATION.label, _("Finding out how well it works")),
]
WORDS = ("title", "what", "for_whom", "stage")
MOVABLE = ("status", "starts_on", "ends_on")


class ChangeForm(forms.Form):
    """One calm page. Of a public change only the status and the dates can move."""

    title = forms.CharField(
        label=_("What is the change called?"), max_length=160, help_text=_("For example “Letters in plain words”.")
    )
    what = forms.CharField(label=_("What will be different?"), widget=forms.Textarea)
    for_whom = forms.CharField(label=_("For whom?"), max_length=240)
    stage = ChoiceWithHints(label=_("Which stage is it at?"), choices=STAGES)
    status = ChoiceWithHints(label=_("How does it stand?"), choices=ChangeStatus.choices)
    starts_on = DayField(label=_("When does it start?"), called=_("the day it starts"))
    ends_on = DayField(label=_("When does it end?"), called=_("the day it ends"), required=False)

    def __init__(self, *args: Any, change: Change | None = None, **kwargs: Any) -> None:
        if change is not None:
            kwargs.setdefault("initial", {name: getattr(change, name) for name in (*WORDS, *MOVABLE)})
        super().__init__(*args, **kwargs)
        if change is None:
            self.fields["status"].initial = ChangeStatus.PLANNED
        elif change.published_at is not None:
            for name in WORDS:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, ends = given.get("starts_on"), given.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The change cannot end before it starts."))
        return given
