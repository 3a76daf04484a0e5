"""Calendars that other programs read (iCalendar, RFC 5545), built from entries and nothing else.

The same entries give the same bytes. A room that has something to put into calendars registers a `CalendarProvider`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDDDTypes, vRecur

PRODUCT = "-//Equal Terms//Calendar//EN"
REFRESHED_AFTER = timedelta(hours=1)
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
STATUSES = (CONFIRMED, TENTATIVE, CANCELLED)
LONDON = "Europe/London"
FORBIDDEN = {code: None for code in range(32) if code not in (9, 10)} | {127: None}  # RFC 5545, 3.1: control characters


@dataclass(frozen=True)
class CalendarEntry:
    """One thing in a calendar. `uid` never changes; `sequence` goes up each time its time, place or status does.

    `description` is read aloud and printed, so it holds the link and the phone number in words. `starts` and `ends`
    are aware moments, shown in `timezone` (an IANA name).
    """

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    summary: str
    last_modified: datetime
    timezone: str = LONDON
    description: str = ""
    location: str = ""
    url: str = ""
    status: str = CONFIRMED

    def __post_init__(self) -> None:
        if self.starts.tzinfo is None or self.ends.tzinfo is None or self.last_modified.tzinfo is None:
            raise ValueError("The moments of a calendar entry need a time zone.")
        if self.ends < self.starts:
            raise ValueError("A calendar entry cannot end before it starts.")
        if self.status not in STATUSES:
            raise ValueError(f"The status of a calendar entry is one of {', '.join(STATUSES)}, not {self.status!r}.")

    def moved(self, starts: datetime, ends: datetime, at: datetime) -> "CalendarEntry":
        """Return the entry at its new time, so that calendars replace the old one."""
        return replace(self, starts=starts, ends=ends, sequence=self.sequence + 1, last_modified=at)

    def cancelled(self, at: datetime) -> "CalendarEntry":
        """Return the entry as cancelled: it stays in the feed, so that calendars learn of it."""
        return replace(self, status=CANCELLED, sequence=self.sequence + 1, last_modified=at)


@dataclass(frozen=True)
class CalendarProvider:
    """What a room puts into calendars. Each function decides by itself what may be seen.

    `for_person(person)` gives what the person may see; `for_place(kind, key)` what everybody may see of a public
    group or organisation (kind "people.organisation": of all its public groups), and nothing of any other.
    """

    for_person: Callable[..., Iterable[CalendarEntry]]
    for_place: Callable[[str, str], Iterable[CalendarEntry]]


_providers: dict[str, CalendarProvider] = {}


def register_calendar(room: str, provider: CalendarProvider) -> None:
    """Let a room put its entries into calendars; registered again, the later one counts."""
    _providers[room] = provider


def providers() -> list[CalendarProvider]:
    return list(_providers.values())


def build_calendar(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """Return a calendar as UTF-8 text, its lines folded at 75 octets and ended by CRLF, entries by time."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", plain(name))
    calendar.add("x-wr-calname", plain(name))
    refresh = vDDDTypes(REFRESHED_AFTER)
    refresh.params["VALUE"] = "DURATION"
    calendar.add("refresh-interval", refresh)
    calendar.add("x-published-ttl", "PT1H")
    ordered = sorted(entries, key=lambda entry: (entry.starts, entry.uid))
    for zone in sorted({entry.timezone for entry in ordered}):
        calendar.add_component(london() if zone == LONDON else Timezone.from_tzid(zone))
    for entry in ordered:
        calendar.add_component(event_of(entry))
    return bytes(calendar.to_ical())


def event_of(entry: CalendarEntry) -> Event:
    zone = ZoneInfo(entry.timezone)
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.last_modified.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", entry.last_modified.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", entry.starts.astimezone(zone).replace(microsecond=0))
    event.add("dtend", entry.ends.astimezone(zone).replace(microsecond=0))
    event.add("summary", plain(entry.summary))
    event.add("status", entry.status)
    if entry.description:
        event.add("description", plain(entry.description))
    if entry.location:
        event.add("location", plain(entry.location))
    if entry.url:
        event.add("url", plain(entry.url))
    return event


def plain(text: str) -> str:
    """Return text without the control characters that a calendar must not hold; line breaks stay."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(FORBIDDEN)


def london() -> Timezone:
    """Return the rules of British time since 1996 (directive 2000/84/EC as kept in the Summer Time Order 2002)."""
    zone = Timezone()
    zone.add("tzid", LONDON)
    for part, month, first, clock, before, after, called in (
        (TimezoneDaylight(), 3, date(1996, 3, 31), 1, 0, 1, "BST"),
        (TimezoneStandard(), 10, date(1996, 10, 27), 2, 1, 0, "GMT"),
    ):
        part.add("dtstart", datetime(first.year, first.month, first.day, clock))  # noqa: DTZ001  (local, by definition)
        part.add("rrule", vRecur({"freq": "yearly", "bymonth": month, "byday": "-1su"}))
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("tzname", called)
        zone.add_component(part)
    return zone
