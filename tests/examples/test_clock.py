"""The stories of the examples are told in their order, on a clock that only goes forward."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from equalterms.examples.clock import Clock, story_time, tell
from equalterms.ledger.keys import new_key

START = date(2025, 3, 1)


def tale(told: list[str], name: str, *days: int) -> Iterator[date]:
    for number in days:
        yield START + timedelta(days=number)
        told.append(f"{name}{number} on {timezone.localdate():%d %B}")


def test_stories_are_told_day_by_day_whoever_tells_them() -> None:
    told: list[str] = []
    with story_time(START) as clock:
        tell([tale(told, "a", 1, 9), tale(told, "b", 4), tale(told, "c", 9, 10)], clock)
    assert told == ["a1 on 02 March", "b4 on 05 March", "a9 on 10 March", "c9 on 10 March", "c10 on 11 March"]


def test_a_story_that_goes_back_is_told_where_it_stands() -> None:
    told: list[str] = []
    with story_time(START) as clock:
        tell([tale(told, "a", 5, 2)], clock)
    assert told == ["a5 on 06 March", "a2 on 06 March"]


def test_no_two_moments_are_the_same() -> None:
    clock = Clock(START)
    moments = [clock.now() for _number in range(50)]
    assert len(set(moments)) == 50
    clock.go_to(START - timedelta(days=3))
    assert clock.now() > moments[-1]


def test_keys_are_the_same_from_build_to_build_and_random_elsewhere() -> None:
    with story_time(START):
        first = [new_key(), new_key()]
    with story_time(START):
        assert [new_key(), new_key()] == first
    assert new_key() not in first
