"""Fields for what people write about meetings: a time of day in their own way, and long texts."""

import re
from datetime import time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

TIME = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$", re.IGNORECASE)
NOON = 12


class TimeOfDayField(forms.Field):
    """A time of day as people write it: "2 pm", "2.30pm", "14:30"."""

    widget = forms.TextInput
    default_error_messages: ClassVar[dict[str, Any]] = {"invalid": _("Write a time like 2 pm or 14:30")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("For example, 2 pm or 14:30"))
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def to_python(self, value: Any) -> time | None:
        if value is None or isinstance(value, time):
            return value
        text = str(value).strip()
        if not text:
            return None
        found = TIME.match(text)
        if found is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower().replace(".", "")
        if half and not 1 <= hour <= NOON:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if half:
            hour = hour % NOON + (NOON if half == "pm" else 0)
        try:
            return time(hour, minute)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class KeyedChoiceField(forms.ModelChoiceField):
    """One of several things, chosen by key or slug. A zero byte names none: PostgreSQL cannot be asked for it."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and "\0" in value:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": ""})
        return super().to_python(value)


def long_text(**attrs: Any) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": "5", **attrs})


def words(label: Any, **kwargs: Any) -> forms.CharField:
    """Return a field for a text of several lines."""
    rows = str(kwargs.pop("rows", 5))
    kwargs.setdefault("max_length", LONGEST_TEXT)
    return forms.CharField(label=label, widget=long_text(rows=rows), **kwargs)


MOST_VERSIONS = 1_000_000  # of one text; a larger number was not written by this site
LONGEST_TEXT = 20_000
