"""Clocks that are paused and resumed: no day is lost or won unseen."""

from datetime import date

import pytest
from deadlines_data import ENGLAND, SCOTLAND

from equalterms.engines.deadlines import Clock, ClockState, DeadlineError, Pause, Skipped, Why, read

START = date(2026, 6, 1)  # a Monday


def test_a_clock_counts_working_days_from_the_day_after():
    reading = read(Clock(START, 7, ENGLAND), date(2026, 6, 3))
    assert (reading.state, reading.used, reading.left) == (ClockState.RUNNING, 2, 5)
    assert reading.due_on == date(2026, 6, 10)
    assert read(Clock(START, 7, ENGLAND), START).used == 0


def test_on_the_due_day_nothing_is_left_and_the_next_day_it_is_overdue():
    clock = Clock(START, 7, ENGLAND)
    assert (read(clock, date(2026, 6, 10)).state, read(clock, date(2026, 6, 10)).left) == (ClockState.RUNNING, 0)
    after = read(clock, date(2026, 6, 15))
    assert (after.state, after.overdue.calendar_days, after.overdue.working_days) == (ClockState.OVERDUE, 5, 3)


def test_a_paused_clock_stands_still_and_says_why():
    clock = Clock(START, 7, ENGLAND).paused(date(2026, 6, 4), "Waiting for the interpreter.")
    reading = read(clock, date(2026, 6, 9))
    assert (reading.state, reading.used, reading.left, reading.due_on) == (ClockState.PAUSED, 2, 5, None)
    assert Skipped(date(2026, 6, 4), Why.PAUSED, "Waiting for the interpreter.") in reading.skipped
    assert Skipped(date(2026, 6, 6), Why.WEEKEND) in reading.skipped


def test_a_resumed_clock_goes_on_from_where_it_stood():
    clock = Clock(START, 7, ENGLAND).paused(date(2026, 6, 4), "Waiting.").resumed(date(2026, 6, 10))
    reading = read(clock, date(2026, 6, 10))
    # 2 and 3 June counted; 4 to 9 June are four working days lost
    assert (reading.state, reading.used, reading.due_on) == (ClockState.RUNNING, 3, date(2026, 6, 16))
    twice = clock.paused(date(2026, 6, 11), "Waiting again.").resumed(date(2026, 6, 12))
    assert read(twice, date(2026, 6, 12)).due_on == date(2026, 6, 17)


def test_a_clock_resumed_on_the_day_of_its_pause_lost_nothing():
    clock = Clock(START, 7, ENGLAND)
    assert clock.paused(date(2026, 6, 4), "A slip.").resumed(date(2026, 6, 4)) == clock


def test_a_pause_after_the_due_day_changes_nothing():
    reading = read(Clock(START, 7, ENGLAND, (Pause(date(2026, 6, 11), "Too late."),)), date(2026, 6, 12))
    assert (reading.state, reading.due_on) == (ClockState.OVERDUE, date(2026, 6, 10))


def test_a_clock_that_was_met_stays_as_it_was_that_day():
    clock = Clock(START, 7, ENGLAND)
    in_time, too_late = clock.met(date(2026, 6, 9)), clock.met(date(2026, 6, 11))
    assert read(in_time, date(2027, 1, 1)) == read(in_time, date(2026, 6, 9))
    assert (read(in_time, date(2027, 1, 1)).state, read(in_time, date(2027, 1, 1)).left) == (ClockState.MET, 1)
    assert read(too_late, date(2027, 1, 1)).state is ClockState.MET_LATE
    assert read(too_late, date(2027, 1, 1)).overdue.calendar_days == 1
    assert read(in_time, date(2026, 6, 8)).state is ClockState.RUNNING


def test_bank_holidays_stop_a_clock_in_their_own_nation_only():
    # St Andrew's Day is Monday 30 November 2026
    start = date(2026, 11, 27)
    assert [read(Clock(start, 1, c), start).due_on.isoformat() for c in (ENGLAND, SCOTLAND)] == [
        "2026-11-30",
        "2026-12-01",
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: Clock(START, 0, ENGLAND), "from 1 on"),
        (lambda: Clock(START, 7, ENGLAND, met_on=date(2026, 5, 1)), "before it started"),
        (lambda: Clock(START, 7, ENGLAND).resumed(START), "not paused"),
        (lambda: Clock(START, 7, ENGLAND).paused(START, "One.").paused(START, "Two."), "paused already"),
        (lambda: Clock(START, 7, ENGLAND).paused(START, "One.").resumed(date(2026, 5, 1)), "before it was paused"),
        (lambda: Pause(START, " "), "needs a reason"),
        (lambda: Pause(START, "One.", date(2026, 5, 1)), "cannot be before"),
    ],
)
def test_a_clock_that_makes_no_sense_is_refused_in_words(wrong, words):
    with pytest.raises(DeadlineError, match=words):
        wrong()
