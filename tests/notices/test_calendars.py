"""Calendars for other programs: real readers read them, a move moves, a cancellation cancels, nothing is lost."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from equalterms.notices.calendars import CANCELLED, CalendarEntry, build_calendar

LONDON = ZoneInfo("Europe/London")
WORDS = (
    "Read the papers: https://equal.example.org/meetings/k3/\n"
    "By phone: 01632 960 100, then 44 55 66#\n"
    "Bring: pens; cake, and \\ a \"question\"."
)  # fmt: skip


def entry(**more: object) -> CalendarEntry:
    facts = {
        "uid": "k3j4h5g6f7d8@equal.example.org",
        "sequence": 0,
        "starts": datetime(2026, 3, 28, 14, 0, tzinfo=LONDON),
        "ends": datetime(2026, 3, 28, 16, 0, tzinfo=LONDON),
        "summary": "Northshire board, with a name so long that its line must be folded, twice – “quoted” – ünïcödé",
        "last_modified": datetime(2026, 2, 1, 9, 30, tzinfo=UTC),
        "description": WORDS,
        "location": "Corn Exchange, Alderbridge; step-free",
        "url": "https://equal.example.org/meetings/k3/",
    }
    return CalendarEntry(**{**facts, **more})  # type: ignore[arg-type]


def read(calendar: bytes) -> icalendar.Component:
    return icalendar.Calendar.from_ical(calendar).walk("VEVENT")[0]


def test_a_reader_finds_what_was_written() -> None:
    event = read(build_calendar("My calendar", [entry()]))
    assert str(event["uid"]) == "k3j4h5g6f7d8@equal.example.org"
    assert str(event["description"]) == WORDS
    assert str(event["summary"]) == entry().summary
    assert str(event["location"]) == entry().location
    assert event["dtstart"].dt == entry().starts
    assert event["dtstart"].params["TZID"] == "Europe/London"


def test_a_second_reader_reads_the_same() -> None:
    event = vobject.readOne(build_calendar("My calendar", [entry()]).decode()).vevent
    assert event.description.value == WORDS
    assert event.summary.value == entry().summary
    assert event.dtstart.value.astimezone(UTC) == entry().starts.astimezone(UTC)
    assert event.dtend.value.astimezone(UTC) == entry().ends.astimezone(UTC)


def test_it_is_unchanged_after_a_round_trip() -> None:
    written = build_calendar("My calendar", [entry(), entry(uid="two@equal.example.org", status=CANCELLED)])
    assert icalendar.Calendar.from_ical(written).to_ical() == written


def test_lines_end_as_they_must_and_are_folded_at_75_octets() -> None:
    written = build_calendar("My calendar", [entry()])
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", written)
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    written.decode("utf-8")  # no character is cut in two


def test_a_moved_meeting_replaces_the_earlier_one_and_a_cancelled_one_cancels() -> None:
    first = entry()
    later = first.moved(first.starts + timedelta(days=7), first.ends + timedelta(days=7), at=first.last_modified)
    gone = later.cancelled(at=first.last_modified + timedelta(days=1))
    events = [read(build_calendar("Mine", [each])) for each in (first, later, gone)]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [int(event["sequence"]) for event in events] == [0, 1, 2]
    assert events[1]["dtstart"].dt - events[0]["dtstart"].dt == timedelta(days=7)
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert events[2]["last-modified"].dt > events[1]["last-modified"].dt


def test_the_same_entries_give_the_same_bytes_in_any_order() -> None:
    two = [entry(), entry(uid="another@equal.example.org")]
    assert build_calendar("Mine", two) == build_calendar("Mine", two[::-1])


def offset_by_our_rules(moment: datetime) -> timedelta:
    """Read the rules of the calendar as a program without a time zone database must: by the calendar alone."""
    zone = vobject.readOne(build_calendar("Mine", [entry(starts=moment, ends=moment)]).decode()).vevent.dtstart.value
    return zone.utcoffset() or timedelta()


@pytest.mark.parametrize(
    ("local", "hours"),
    [
        ((2026, 3, 29, 0, 30), 0),  # the clocks go forward on 29 March 2026 at 1 am
        ((2026, 3, 29, 3, 0), 1),
        ((2026, 7, 1, 14, 0), 1),
        ((2026, 10, 25, 0, 30), 1),  # and back on 25 October 2026 at 2 am
        ((2026, 10, 25, 3, 0), 0),
        ((2030, 12, 1, 10, 0), 0),
        ((2031, 3, 30, 12, 0), 1),
    ],
)
def test_british_time_is_right_around_the_days_on_which_clocks_change(local: tuple[int, ...], hours: int) -> None:
    assert offset_by_our_rules(datetime(*local, tzinfo=LONDON)) == timedelta(hours=hours)  # type: ignore[arg-type,misc]


def test_the_rules_of_british_time_are_those_of_the_time_zone_database() -> None:
    rules = icalendar.Calendar.from_ical(build_calendar("Mine", [entry()])).walk("VTIMEZONE")[0].to_tz()
    for day in range(0, 365 * 12, 5):
        noon = datetime(2024, 1, 1, 12) + timedelta(days=day)  # noqa: DTZ001  (local)
        assert noon.replace(tzinfo=rules).utcoffset() == noon.replace(tzinfo=LONDON).utcoffset(), noon


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@limits(max_examples=60, deadline=None)
@given(summary=TEXT, description=TEXT, location=TEXT)
def test_whatever_people_type_comes_out_as_a_calendar(summary: str, description: str, location: str) -> None:
    written = build_calendar("Mine", [entry(summary=summary, description=description, location=location)])
    assert icalendar.Calendar.from_ical(written).to_ical() == written
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert len(icalendar.Calendar.from_ical(written).walk("VEVENT")) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends": datetime(2026, 3, 28, 13, 0, tzinfo=LONDON)},
        {"starts": datetime(2026, 3, 28, 14, 0)},  # noqa: DTZ001
        {"status": "MAYBE"},
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="calendar entr"):
        entry(**wrong)
