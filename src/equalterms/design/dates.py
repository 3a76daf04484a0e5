"""Dates as people write them: "Tuesday 3 November 2026"."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString


def in_words(day: date | datetime | str, *, weekday: bool = False) -> str:
    """Say a day in words; text is returned as it is."""
    if isinstance(day, datetime):
        day = timezone.localtime(day) if timezone.is_aware(day) else day
    elif not isinstance(day, date):
        return str(day)
    return date_format(day, "l j F Y" if weekday else "j F Y")


def time_element(day: date | datetime | str | None, *, weekday: bool = False) -> SafeString | str:
    """Return a <time> element for a day, or the words given."""
    if not day:
        return ""
    if not isinstance(day, date):
        return str(day)
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    machine = day.date().isoformat() if isinstance(day, datetime) else day.isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, in_words(day, weekday=weekday))
