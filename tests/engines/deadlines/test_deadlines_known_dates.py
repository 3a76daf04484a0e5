"""Deadlines that anybody can check with a calendar on the wall."""

from datetime import UTC, date, datetime, timedelta

import pytest
from deadlines_data import ENGLAND, PUBLISHED, SCOTLAND, ULSTER, published

from equalterms.engines.deadlines import (
    FLOOR,
    NOTE,
    RESPONSE,
    Calendar,
    DeadlineError,
    Lead,
    LeadTable,
    Nation,
    PaperState,
    Skipped,
    Why,
    clear_days,
    day_in_london,
    end_of,
    latest_day,
    months_after,
    overdue,
    paper_deadline,
    paper_standing,
    working_days_after,
)

BANK = Why.BANK_HOLIDAY


@pytest.mark.parametrize(("nation", "year"), PUBLISHED)
def test_bank_holidays_are_those_published(nation, year):
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    calendar = Calendar(nation)
    assert [d for d in days if (off := calendar.day_off(d)) and off.why is BANK] == published(nation, year)


def test_a_day_that_one_nation_has_off_is_a_working_day_in_another():
    easter_monday = date(2025, 4, 21)
    assert [c.is_working_day(easter_monday) for c in (ENGLAND, SCOTLAND, ULSTER)] == [False, True, False]
    boyne = date(2027, 7, 12)  # a Monday
    assert [c.is_working_day(boyne) for c in (ENGLAND, SCOTLAND, ULSTER)] == [True, True, False]
    second_of_january = date(2026, 1, 2)  # a Friday
    assert [c.is_working_day(second_of_january) for c in (ENGLAND, SCOTLAND, ULSTER)] == [True, False, True]


def test_the_coronation_was_a_day_off_everywhere_and_says_its_name():
    for calendar in (ENGLAND, SCOTLAND, ULSTER):
        assert calendar.day_off(date(2023, 5, 8)) == Skipped(date(2023, 5, 8), BANK, "Coronation of Charles III")


def test_a_christmas_at_the_weekend_moves_to_monday_and_tuesday():
    # 25 December 2027 is a Saturday
    assert [ENGLAND.day_off(date(2027, 12, d)).why for d in (25, 26, 27, 28)] == [Why.WEEKEND] * 2 + [BANK] * 2
    assert ENGLAND.bank_holiday(date(2027, 12, 27)) == "Christmas Day (substitute day)"
    assert ENGLAND.is_working_day(date(2027, 12, 29))


def test_five_clear_days_in_a_plain_week():
    # Wednesday 13 September 2023; clear are 6, 7, 8, 11 and 12 September
    count = latest_day(date(2023, 9, 13), 5, ENGLAND)
    assert count.start == date(2023, 9, 5)
    assert [d.day for d in count.counted] == [6, 7, 8, 11, 12]
    assert [s.why for s in count.skipped] == [Why.WEEKEND] * 2


def test_the_days_skipped_say_why():
    # Tuesday 2 January 2024, England: clear are 20, 21, 22, 27, 28, 29 December without Christmas and New Year
    count = latest_day(date(2024, 1, 2), 5, ENGLAND)
    assert count.start == date(2023, 12, 20)
    assert [d.day for d in count.counted] == [21, 22, 27, 28, 29]
    named = [(s.day, s.name) for s in count.skipped if s.why is BANK]
    assert named == [
        (date(2023, 12, 25), "Christmas Day"),
        (date(2023, 12, 26), "Boxing Day"),
        (date(2024, 1, 1), "New Year's Day"),
    ]


def test_the_same_meeting_has_another_deadline_in_each_nation():
    # Thursday 16 July 2026: 13 July stands in for the Twelfth in Northern Ireland alone
    starts = [latest_day(date(2026, 7, 16), 5, c).start for c in (ENGLAND, SCOTLAND, ULSTER)]
    assert starts == [date(2026, 7, 8), date(2026, 7, 8), date(2026, 7, 7)]
    # Tuesday 6 January 2026: New Year's Day everywhere, 2 January in Scotland alone
    starts = [latest_day(date(2026, 1, 6), 2, c).start for c in (ENGLAND, SCOTLAND, ULSTER)]
    assert starts == [date(2025, 12, 31), date(2025, 12, 30), date(2025, 12, 31)]


def test_neither_the_day_of_sending_nor_the_meeting_counts():
    assert clear_days(date(2023, 9, 11), date(2023, 9, 12), ENGLAND).days == 0
    assert clear_days(date(2023, 9, 11), date(2023, 9, 13), ENGLAND).days == 1
    assert clear_days(date(2023, 9, 13), date(2023, 9, 13), ENGLAND).days == 0
    assert clear_days(date(2023, 9, 14), date(2023, 9, 13), ENGLAND).days == 0


def test_a_bank_holiday_proclaimed_later_can_be_added():
    royal = Calendar(Nation.ENGLAND_AND_WALES, also=((date(2028, 6, 5), "A day of thanks"),))
    assert royal.day_off(date(2028, 6, 5)) == Skipped(date(2028, 6, 5), BANK, "A day of thanks")
    assert ENGLAND.is_working_day(date(2028, 6, 5))


def test_the_note_of_a_meeting_before_christmas_is_due_in_the_new_year():
    # Thursday 21 December 2023: 22, 27, 28, 29, then 2, 3, 4 January
    count = working_days_after(date(2023, 12, 21), NOTE.value, ENGLAND)
    assert count.end == date(2024, 1, 4)
    assert count.days == 7
    assert working_days_after(date(2023, 12, 21), NOTE.value, SCOTLAND).end == date(2024, 1, 5)


@pytest.mark.parametrize(
    ("start", "end", "shortened"),
    [
        (date(2026, 1, 15), date(2026, 3, 15), False),
        (date(2025, 12, 31), date(2026, 2, 28), True),
        (date(2027, 12, 31), date(2028, 2, 29), True),  # a leap year
        (date(2027, 12, 29), date(2028, 2, 29), False),
        (date(2026, 11, 30), date(2027, 1, 30), False),
    ],
)
def test_two_months_end_on_the_same_number_or_the_last_day_of_the_month(start, end, shortened):
    count = months_after(start, RESPONSE.value, ENGLAND)
    assert (count.end, count.shortened) == (end, shortened)


def test_a_period_of_months_is_not_moved_by_a_bank_holiday_but_says_so():
    count = months_after(date(2026, 10, 25), 2, ENGLAND)
    assert count.end == date(2026, 12, 25)
    assert count.falls_on == Skipped(date(2026, 12, 25), BANK, "Christmas Day")


def test_a_day_ends_at_midnight_in_london_in_winter_and_in_summer():
    assert end_of(date(2026, 1, 9)) == datetime(2026, 1, 10, 0, tzinfo=UTC)
    assert end_of(date(2026, 7, 9)) == datetime(2026, 7, 9, 23, tzinfo=UTC)
    assert day_in_london(datetime(2026, 7, 9, 23, tzinfo=UTC)) == date(2026, 7, 10)
    assert end_of(date(2026, 10, 24)) + timedelta(hours=25) == end_of(date(2026, 10, 25))  # the clocks go back


def test_lead_times_are_the_longest_that_fits_and_never_under_the_floor():
    table = LeadTable(
        (
            Lead(10, "Readers asked for two weeks.", format="easy read"),
            Lead(7, "Agreed in the terms.", group="panel"),
            Lead(15, "Printed in Leeds.", format="braille", group="panel"),
        )
    )
    assert table.lead().clear_days == FLOOR.value == 5
    assert table.lead(format="easy read", group="panel").why == "Readers asked for two weeks."
    assert table.lead(format="plain text", group="panel").clear_days == 7
    assert table.lead(format="braille", group="board").clear_days == 5
    with pytest.raises(DeadlineError, match="from 5 on"):
        LeadTable((Lead(3, "In a hurry."),))


def test_a_paper_is_due_until_the_day_is_over_and_late_after():
    deadline = paper_deadline(date(2026, 7, 16), ENGLAND)
    assert deadline.on == date(2026, 7, 8)
    last, over = datetime(2026, 7, 8, 22, 59, tzinfo=UTC), datetime(2026, 7, 8, 23, 0, tzinfo=UTC)
    assert paper_standing(deadline, now=last).state is PaperState.DUE
    assert paper_standing(deadline, now=over).state is PaperState.LATE
    assert paper_standing(deadline, now=over, ready_at=last).state is PaperState.READY
    came_late = paper_standing(deadline, now=over + timedelta(days=5), ready_at=over)
    assert (came_late.state, came_late.here, came_late.overdue.calendar_days) == (PaperState.LATE, True, 1)
    assert paper_standing(deadline, now=last, ready_at=over).state is PaperState.DUE


def test_a_format_that_is_not_possible_needs_a_reason_and_gives_way_when_it_comes():
    deadline = paper_deadline(date(2026, 7, 16), ENGLAND)
    now = datetime(2026, 7, 7, 12, tzinfo=UTC)
    standing = paper_standing(deadline, now=now, not_possible_because="No interpreter could be found.")
    assert (standing.state, standing.because) == (PaperState.NOT_POSSIBLE, "No interpreter could be found.")
    assert paper_standing(deadline, now=now, ready_at=now, not_possible_because="None.").state is PaperState.READY
    with pytest.raises(DeadlineError, match="Say why"):
        paper_standing(deadline, now=now, not_possible_because="  ")


def test_overdue_counts_all_days_and_working_days():
    # due Friday 22 December 2023, done Thursday 28: 27 and 28 are working days
    late = overdue(date(2023, 12, 22), date(2023, 12, 28), ENGLAND)
    assert (late.late, late.calendar_days, late.working_days) == (True, 6, 2)
    in_time = overdue(date(2023, 12, 22), date(2023, 12, 22), ENGLAND)
    assert (in_time.late, in_time.calendar_days, in_time.working_days) == (False, 0, 0)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: Calendar("france"), "no calendar of 'france'"),
        (lambda: latest_day(datetime(2026, 1, 1, tzinfo=UTC), 5, ENGLAND), "a date without a time"),
        (lambda: latest_day(date(2026, 1, 1), -1, ENGLAND), "whole number from 0"),
        (lambda: latest_day(date(2026, 1, 1), 10**9, ENGLAND), "in the years 1972"),
        (lambda: working_days_after(date(2026, 1, 1), True, ENGLAND), "whole number"),
        (lambda: working_days_after(date(2026, 1, 1), 10**9, ENGLAND), "in the years 1972"),
        (lambda: months_after(date(2026, 1, 1), 10**9, ENGLAND), "beyond every calendar"),
        (lambda: months_after(date.max, 1, ENGLAND), "in the years 1972"),
        (lambda: clear_days(date(1066, 10, 14), date(2026, 1, 1), ENGLAND), "not 1066"),
        (lambda: day_in_london(datetime(2026, 1, 1)), "needs a time zone"),  # noqa: DTZ001
        (lambda: Calendar(Nation.SCOTLAND, ((date(2026, 1, 1), " "),)), "needs a name"),
        (lambda: LeadTable((Lead(9, ""),)), "source or reason"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_words(wrong, words):
    with pytest.raises(DeadlineError, match=words):
        wrong()
