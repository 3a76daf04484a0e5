"""Fields for questions that people meet often: a day in three parts, and choices that explain themselves."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.choices import BaseChoiceIterator
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")
THE_DATE = _("the date")
# People type English names whatever language the page is in.
ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200


class DayWidget(forms.Widget):
    """Three text boxes, for day, month and year, in one fieldset. The month may be a number or a name."""

    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str, str] | str | None:
        if any(f"{name}_{part}" in data for part in PARTS):
            day, month, year = (str(data.get(f"{name}_{part}", "")).strip() for part in PARTS)
            return day, month, year
        return data.get(name)  # one text, as an API or a kept draft may send it

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else id_

    def parts_of(self, value: Any) -> tuple[str, str, str]:
        if isinstance(value, date):
            return str(value.day), str(value.month), str(value.year)
        if isinstance(value, tuple | list) and len(value) == len(PARTS):
            return str(value[0] or ""), str(value[1] or ""), str(value[2] or "")
        if isinstance(value, str) and value:
            found = _from_one_text(value)
            return found or (value, "", "")
        return "", "", ""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        base = (attrs or {}).get("id") or f"id_{name}"
        invalid = mark_safe(' aria-invalid="true"') if (attrs or {}).get("aria-invalid") else ""
        words = {"day": gettext("Day"), "month": gettext("Month"), "year": gettext("Year")}
        items = [
            format_html(
                '<div class="govuk-date-input__item"><label class="govuk-label govuk-date-input__label" '
                'for="{0}_{1}">{2}</label><input class="govuk-input govuk-date-input__input govuk-input--width-{3}"'
                ' type="text" id="{0}_{1}" name="{4}_{1}" value="{5}" autocomplete="off"{6}{7}></div>',
                base,
                part,
                words[part],
                4 if part == "year" else 3 if part == "month" else 2,
                name,
                text,
                mark_safe(' inputmode="numeric"') if part != "month" else "",
                invalid,
            )
            for part, text in zip(PARTS, self.parts_of(value), strict=True)
        ]
        return format_html('<div class="govuk-date-input" id="{}">{}</div>', base, mark_safe("".join(items)))


def _from_one_text(text: str) -> tuple[str, str, str] | None:
    """Split "3 November 2026", "3/11/2026" or "2026-11-03" into day, month and year."""
    pieces = text.replace("/", " ").replace(".", " ").replace("-", " ").split()
    if len(pieces) != len(PARTS):
        return None
    if len(pieces[0]) == 4:
        pieces.reverse()
    return pieces[0], pieces[1], pieces[2]


def month_number(text: str) -> int | None:
    """Read a month given as a number or as a name, whole or short, in English or the reader's language."""
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= 12 else None
    wanted = text.casefold().rstrip(".")
    for number in range(1, 13):
        names = {str(MONTHS[number]).casefold(), str(MONTHS_3[number]).casefold(), ENGLISH_MONTHS[number - 1]}
        if wanted in names or wanted == ENGLISH_MONTHS[number - 1][:3] or wanted in ("sept",) and number == 9:
            return number
    return None


class DayField(forms.Field):
    """A day. Messages name the day by what it is for: `DayField(label=..., called=_("the date it ended"))`."""

    widget = DayWidget
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Enter %(called)s"),
        "missing_day": _("%(Called)s must include a day"),
        "missing_month": _("%(Called)s must include a month"),
        "missing_year": _("%(Called)s must include a year"),
        "wrong_month": _("%(Called)s must have a month from 1 to 12, or its name"),
        "wrong_year": _("%(Called)s must have a year with four numbers, for example 2026"),
        "invalid": _("%(Called)s must be a real date, for example 27 3 2026"),
        "too_early": _("%(Called)s must be %(limit)s or later"),
        "too_late": _("%(Called)s must be %(limit)s or earlier"),
    }

    def __init__(
        self,
        *,
        called: Any = THE_DATE,
        earliest: date | None = None,
        latest: date | None = None,
        **kwargs: Any,
    ) -> None:
        self.called, self.earliest, self.latest = called, earliest, latest
        kwargs.setdefault("help_text", _("For example, 27 3 2026"))
        super().__init__(**kwargs)

    def _refuse(self, code: str, **words: str) -> ValidationError:
        called = str(self.called)
        words |= {"called": called, "Called": called[:1].upper() + called[1:]}
        return ValidationError(self.error_messages[code], code=code, params=words)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date):
            return value
        if isinstance(value, str):
            if not value.strip():
                return None
            value = _from_one_text(value.strip())
            if value is None:
                raise self._refuse("invalid")
        if not value or not any(value):
            return None
        day, month, year = value
        for part, text in zip(PARTS, value, strict=True):
            if not text:
                raise self._refuse(f"missing_{part}")
        number = month_number(month)
        if number is None:
            raise self._refuse("wrong_month")
        if not year.isascii() or not year.isdigit() or not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
            raise self._refuse("wrong_year")
        try:
            return date(int(year), number, int(day))
        except ValueError as error:
            raise self._refuse("invalid") from error

    def validate(self, value: date | None) -> None:
        if value is None:
            if self.required:
                raise self._refuse("required")
            return
        if self.earliest and value < self.earliest:
            raise self._refuse("too_early", limit=formats.date_format(self.earliest, "j F Y"))
        if self.latest and value > self.latest:
            raise self._refuse("too_late", limit=formats.date_format(self.latest, "j F Y"))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def first_wrong_part(self, errors: Any) -> str:
        """Return the part to which a message leads: the one that is missing or wrong, else the day."""
        for error in getattr(errors, "data", []):
            part = str(error.code or "").rpartition("_")[2]
            if part in PARTS:
                return part
        return "day"


class ChoiceWithHints(forms.ChoiceField):
    """One choice of a few, as radios. `choices` may be (value, label) or (value, label, hint)."""

    widget = forms.RadioSelect

    def __init__(self, *, choices: Iterable[tuple[Any, ...]] = (), **kwargs: Any) -> None:
        rows = list(choices() if callable(choices) else choices)
        super().__init__(choices=[row[:2] for row in rows], **kwargs)
        self.choice_hints = hints_of(rows)


class SeveralWithHints(forms.MultipleChoiceField):
    """Any number of choices, as checkboxes. `choices` may be (value, label) or (value, label, hint)."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, choices: Iterable[tuple[Any, ...]] = (), **kwargs: Any) -> None:
        rows = list(choices() if callable(choices) else choices)
        super().__init__(choices=[row[:2] for row in rows], **kwargs)
        self.choice_hints = hints_of(rows)


class ReadyChoices(BaseChoiceIterator):
    """Choices from rows of (value, label) after a first one, for long lists: Django does not work through them again.

    The rows are asked for once, and only if somebody looks at them.
    """

    def __init__(self, first: Any, rows: Iterable[tuple[Any, Any]]) -> None:
        self.first, self.rows = first, rows

    @cached_property
    def found(self) -> list[tuple[Any, Any]]:
        return [("", self.first), *self.rows]

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(self.found)


def hints_of(rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """Return the hint for each value that has one. Assign it to `field.choice_hints` of any radios or checkboxes."""
    return {str(row[0]): row[2] for row in rows if len(row) > 2 and row[2]}
