"""Questions about what has come of an account since."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import DayField
from equalterms.documents.forms import SafeFileField


class EffectForm(forms.Form):
    """It is frozen and public at once, so everything is asked on one page."""

    words = forms.CharField(
        label=_("What is different now?"),
        widget=forms.Textarea,
        help_text=_("Say what people can see or feel. Figures help, if you have them."),
    )
    seen_on = DayField(label=_("Since when?"), called=_("the day"))
    title = forms.CharField(
        label=_("What shows it?"),
        max_length=160,
        required=False,
        help_text=_("Name the evidence. For example “Calls to the help line, monthly”."),
    )
    url = forms.URLField(label=_("Address of the page"), required=False, max_length=500, assume_scheme="https")
    file = SafeFileField(label=_("Or a file"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_on"].latest = timezone.localdate()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        shown = bool(given.get("url") or given.get("file"))
        if shown and not given.get("title"):
            self.add_error("title", _("Name the evidence, so that people know what they open."))
        if given.get("title") and not shown and not {"url", "file"} & set(self.errors):
            self.add_error("url", _("Give the address of the evidence, or choose a file."))
        return given

    def evidence(self) -> dict[str, list[tuple[str, Any]]]:
        """Return the evidence as the action takes it."""
        given = self.cleaned_data
        return {
            "links": [(given["title"], given["url"])] if given["url"] else [],
            "files": [(given["title"], given["file"])] if given["file"] else [],
        }
