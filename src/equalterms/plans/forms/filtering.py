"""Looking for accounts in the public record."""

from django import forms
from django.utils.translation import gettext_lazy as _

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


def _rung_choices() -> list[tuple[str, object]]:
    choices: list[tuple[str, object]] = [("", _("Any rung"))]
    for scale, label in Scale.choices:
        choices.append((label, [(f"{scale}-{rung.number}", f"{rung.number} {rung.name}") for rung in RUNGS[scale]]))
    return choices


class RecordForm(forms.Form):
    """Sent by GET, so that a search has an address. Empty fields do not narrow."""

    q = forms.CharField(label=_("Words to look for"), required=False, max_length=200)
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    state = forms.ChoiceField(label=_("How it stands"), required=False, choices=STATE_CHOICES)
    rung = forms.ChoiceField(label=_("Rung claimed"), required=False, choices=_rung_choices)
    group = forms.SlugField(required=False, max_length=12, widget=forms.HiddenInput)
    plan = forms.SlugField(required=False, max_length=12, widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        organisations = Organisation.objects.values_list("slug", "name")
        self.fields["organisation"].choices = [("", _("All organisations")), *organisations]

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
