"""When a meeting is, as people say it: on pages and in messages alike."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.meetings.models import Meeting

NOON = 12


def time_in_words(moment: datetime) -> str:
    """Say a time of day as people do: "2 pm", "10.30 am"."""
    local = timezone.localtime(moment)
    half = _("am") if local.hour < NOON else _("pm")
    hour = local.hour % NOON or NOON
    return f"{hour}.{local.minute:02d} {half}" if local.minute else f"{hour} {half}"


def when_in_words(meeting: Meeting) -> str:
    """Say when a meeting is: "Tuesday 3 November 2026, 2 pm to 4 pm"."""
    return _("%(day)s, %(start)s to %(end)s") % {
        "day": in_words(meeting.starts_at, weekday=True),
        "start": time_in_words(meeting.starts_at),
        "end": time_in_words(meeting.ends_at),
    }
