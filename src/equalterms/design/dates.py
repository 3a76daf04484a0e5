"""Dates as people write them: "Tuesday 3 November 2026"."""

from datetime import date, datetime
from functools import lru_cache
from html import escape

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language


def in_words(day: date | datetime | str, *, weekday: bool = False) -> str:
    """Say a day in words; text is returned as it is."""
    if isinstance(day, datetime):
        day = (timezone.localtime(day) if timezone.is_aware(day) else day).date()
    elif not isinstance(day, date):
        return str(day)
    return _in_words(day, weekday, get_language() or "")


@lru_cache(maxsize=4096)
def _in_words(day: date, weekday: bool, language: str) -> str:
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
    return mark_safe(f'<time datetime="{machine}">{escape(in_words(day, weekday=weekday))}</time>')
