"""What holds for every date of ten years, in every nation."""

from datetime import date, timedelta

from deadlines_data import NATIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from equalterms.engines.deadlines import (
    Calendar,
    Clock,
    Pause,
    clear_days,
    day_in_london,
    end_of,
    latest_day,
    months_after,
    overdue,
    read,
    working_days_after,
)

DAYS = st.dates(date(2022, 1, 1), date(2031, 12, 31))
CALENDARS = st.sampled_from([Calendar(nation) for nation in NATIONS])
FEW = st.integers(0, 25)
DAY = timedelta(days=1)
quick = settings(max_examples=150, deadline=None)


@quick
@given(meeting=DAYS, clear=FEW, calendar=CALENDARS)
def test_the_latest_day_leaves_enough_clear_days_and_no_later_working_day_does(meeting, clear, calendar):
    count = latest_day(meeting, clear, calendar)
    assert calendar.is_working_day(count.start)
    assert count.days == clear == clear_days(count.start, meeting, calendar).days
    later = count.start + DAY
    while later < meeting:
        if calendar.is_working_day(later):
            assert clear_days(later, meeting, calendar).days < clear
        later += DAY


@quick
@given(sent=DAYS, apart=st.integers(-5, 40), calendar=CALENDARS)
def test_every_day_between_is_counted_once_or_skipped_once(sent, apart, calendar):
    count = clear_days(sent, sent + apart * DAY, calendar)
    between = [sent + n * DAY for n in range(1, apart)]
    assert sorted([*count.counted, *(s.day for s in count.skipped)]) == between
    assert all(calendar.is_working_day(day) for day in count.counted)
    assert all(calendar.day_off(s.day) == s for s in count.skipped)


@quick
@given(day=DAYS, number=FEW, calendar=CALENDARS)
def test_counting_forward_and_back_agree(day, number, calendar):
    count = working_days_after(day, number + 1, calendar)
    assert count.end == count.counted[-1]
    assert clear_days(day, count.end, calendar).days == number
    if calendar.is_working_day(day):
        assert latest_day(count.end, number, calendar).start == day


@quick
@given(day=DAYS, calendar=CALENDARS)
def test_nobody_waits_longer_than_five_days_for_a_working_day(day, calendar):
    # the longest run: a weekend and the two days that stand in for Christmas, or for New Year in Scotland
    assert (working_days_after(day, 1, calendar).end - day).days <= 5


@quick
@given(day=DAYS, months=st.integers(0, 24), calendar=CALENDARS)
def test_months_keep_the_number_of_the_day_or_end_with_the_month(day, months, calendar):
    count = months_after(day, months, calendar)
    assert (count.end.year - day.year) * 12 + count.end.month - day.month == months
    if count.shortened:
        assert count.end.day < day.day
        assert (count.end + DAY).day == 1
    else:
        assert count.end.day == day.day


@quick
@given(day=DAYS)
def test_the_last_moment_of_a_day_is_in_it_and_its_end_is_not(day):
    assert day_in_london(end_of(day) - timedelta(microseconds=1)) == day
    assert day_in_london(end_of(day)) == day + DAY


@quick
@given(due=DAYS, apart=st.integers(-20, 60), calendar=CALENDARS)
def test_lateness_in_working_days_is_never_more_than_in_days(due, apart, calendar):
    late = overdue(due, due + apart * DAY, calendar)
    assert late.late == (apart > 0)
    assert 0 <= late.working_days <= late.calendar_days == max(apart, 0)


@quick
@given(
    start=DAYS, days=st.integers(1, 20), on=st.integers(-3, 60), calendar=CALENDARS,
    pauses=st.lists(st.tuples(st.integers(0, 40), st.one_of(st.none(), st.integers(0, 15)))),
)  # fmt: skip
def test_a_clock_never_loses_or_wins_a_day(start, days, on, calendar, pauses):
    stops = tuple(
        Pause(start + first * DAY, "Because.", None if length is None else start + (first + length) * DAY)
        for first, length in pauses
    )
    reading = read(Clock(start, days, calendar, stops), start + on * DAY)
    assert reading.used + reading.left == days
    assert all(calendar.is_working_day(d) and not any(p.holds(d) for p in stops) for d in reading.counted)
    passed = sorted([*reading.counted, *(s.day for s in reading.skipped)])
    assert passed == [start + n * DAY for n in range(1, len(passed) + 1)]
    if reading.due_on is not None:
        assert len(reading.counted) == days
        assert reading.due_on == reading.counted[-1]
        unpaused = read(Clock(start, days, calendar), start).due_on
        assert reading.due_on >= unpaused


@quick
@given(start=DAYS, days=st.integers(1, 20), first=st.integers(1, 10), length=st.integers(0, 15), calendar=CALENDARS)
def test_a_pause_moves_the_due_day_by_the_working_days_it_took(start, days, first, length, calendar):
    pause = Pause(start + first * DAY, "Because.", start + (first + length) * DAY)
    before = read(Clock(start, days, calendar), start).due_on
    lost = [d for n in range(length + 1) if calendar.is_working_day(d := pause.first + n * DAY)]
    moved = len(lost) if pause.first <= before else 0
    assert read(Clock(start, days, calendar, (pause,)), start).due_on == working_days_after(before, moved, calendar).end
