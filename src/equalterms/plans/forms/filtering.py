"""Looking for accounts in the public record."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ReadyChoices
from equalterms.people.models import Organisation
from equalterms.plans.queries.record import RecordFilter
from equalterms.plans.vocabulary import RUNGS, Scale

STATE_CHOICES = [
    ("", _("All accounts")),
    ("disputed", _("A disagreement stands")),
    ("settled", _("Disagreements settled")),
    ("overdue", _("Late")),
    ("none_yet", _("None yet")),
    ("will", _("Promised")),
    ("has", _("Has taken place")),
]


class RungChoices(BaseChoiceIterator):
    """Every rung of every scale, in the reader's language."""

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(_rung_choices(get_language() or ""))


@lru_cache(maxsize=16)
def _rung_choices(language: str) -> list[tuple[str, Any]]:
    choices: list[tuple[str, Any]] = [("", gettext("Any rung"))]
    for scale, label in Scale.choices:
        choices.append(
            (str(label), [(f"{scale}-{rung.number}", f"{rung.number} {rung.name}") for rung in RUNGS[scale]])
        )
    return choices


class RecordForm(forms.Form):
    """Sent by GET, so that a search has an address. Empty fields do not narrow."""

    q = forms.CharField(label=_("Words to look for"), required=False, max_length=200)
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    state = forms.ChoiceField(label=_("How it stands"), required=False, choices=STATE_CHOICES)
    rung = forms.ChoiceField(label=_("Rung claimed"), required=False, choices=RungChoices())
    group = forms.SlugField(required=False, max_length=12, widget=forms.HiddenInput)
    plan = forms.SlugField(required=False, max_length=12, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = ReadyChoices(
            _("All organisations"), Organisation.objects.values_list("slug", "name")
        )

    def wanted(self) -> RecordFilter:
        """Return what is looked for; parts that make no sense are left out, and their messages shown."""
        found = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        scale, _dash, rung = found.get("rung", "").partition("-")
        return RecordFilter(
            organisation=found.get("organisation", ""),
            group=found.get("group", ""),
            plan=found.get("plan", ""),
            rung=int(rung) if rung else None,
            scale=scale,
            state=found.get("state", ""),
            words=found.get("q", ""),
        )

    @property
    def is_narrow(self) -> bool:
        return any(getattr(self, "cleaned_data", {}).values())
