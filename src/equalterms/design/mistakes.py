"""Messages about mistakes that say what to do. Django's own ("This field is required.") do not say where or how."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DJANGOS_REQUIRED = forms.Field.default_error_messages["required"]
DJANGOS_CHOICE = forms.ChoiceField.default_error_messages["invalid_choice"]


def in_words(bound: BoundField) -> list[str]:
    """Return the messages of a field, each able to stand alone at the top of a page."""
    return [_words(bound, error) for error in bound.errors.as_data()]


def _words(bound: BoundField, error: ValidationError) -> str:
    label = str(bound.label).rstrip(".:")
    params = error.params if isinstance(error.params, dict) else {}
    message = str(error.message)
    if message == str(DJANGOS_REQUIRED):
        return _required(bound, label)
    if error.code == "max_length" and "limit_value" in params:
        limit = params["limit_value"]
        return ngettext(
            "“%(label)s” can have at most %(limit)s letter. You have written %(length)s.",
            "“%(label)s” can have at most %(limit)s letters. You have written %(length)s.",
            limit,
        ) % {"label": label, "limit": limit, "length": params.get("show_value")}
    if error.code == "min_value":
        return _("“%(label)s” must be %(limit)s or more") % {"label": label, "limit": params.get("limit_value")}
    if error.code == "max_value":
        return _("“%(label)s” must be %(limit)s or less") % {"label": label, "limit": params.get("limit_value")}
    if message == str(EmailValidator.message):
        return _("Write an e-mail address like name@example.org")
    if message == str(URLValidator.message):
        return _("Write a whole web address, beginning with https://")
    if message == str(DJANGOS_CHOICE):
        return _("Choose one of the answers shown for “%(label)s”") % {"label": label}
    return str(next(iter(error)))


def _required(bound: BoundField, label: str) -> str:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return _("Tick “%(label)s” if you want to go on") % {"label": label}
    if isinstance(widget, forms.FileInput):
        return _("Choose a file for “%(label)s”") % {"label": label}
    if label.endswith("?"):
        return _("Answer “%(label)s”") % {"label": label}
    if isinstance(widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return _("Choose an answer for “%(label)s”") % {"label": label}
    return _("Fill in “%(label)s”") % {"label": label}
