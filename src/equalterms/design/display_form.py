"""The form in which a person says how pages should look."""

from django import forms
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints
from equalterms.design.preferences import Display, from_choices


class DisplayForm(forms.Form):
    """Every question has an answer already: the one in use."""

    size = ChoiceWithHints(
        label=_("Size of the text"),
        choices=[
            ("standard", _("Standard")),
            ("larger", _("Larger"), _("About a fifth larger")),
            ("largest", _("Largest"), _("Half as large again")),
        ],
    )
    spacing = ChoiceWithHints(
        label=_("Space between lines and letters"),
        choices=[
            ("standard", _("Standard")),
            ("wide", _("More space")),
            ("widest", _("Most space")),
        ],
    )
    theme = ChoiceWithHints(
        label=_("Colours"),
        choices=[
            ("device", _("As my device is set")),
            ("light", _("Light"), _("Dark words on warm paper")),
            ("dark", _("Dark"), _("Light words on a dark page")),
            ("contrast", _("High contrast, light"), _("Black on white")),
            ("contrast-dark", _("High contrast, dark"), _("White and yellow on black")),
        ],
    )
    font = ChoiceWithHints(
        label=_("Font"),
        choices=[
            ("hyperlegible", _("Atkinson Hyperlegible"), _("Letters that are hard to mistake for each other")),
            ("system", _("The font of my device")),
            (
                "dyslexia",
                _("A font for readers with dyslexia"),
                _("OpenDyslexic, Lexend, Verdana or Comic Sans: the first that your device has"),
            ),
        ],
    )
    motion = ChoiceWithHints(
        label=_("Movement"),
        choices=[
            ("device", _("As my device is set"), _("Very little moves here in any case")),
            ("none", _("Nothing moves")),
        ],
    )
    symbols = ChoiceWithHints(
        label=_("Small symbols beside words"),
        choices=[("on", _("Show them")), ("off", _("Words only"))],
    )

    def chosen(self) -> Display:
        return from_choices(self.cleaned_data)
