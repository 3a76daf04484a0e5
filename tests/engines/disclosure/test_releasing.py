"""A tally appears late, moves seldom, and says nothing of one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equalterms.engines.disclosure import may_release, tally

FEWEST, FEWEST_NEW = 5, 3
counts = st.integers(min_value=0, max_value=60)


def release(answers: int, new: int, before: bool) -> bool:
    return may_release(answers=answers, new_answers=new, released_before=before, fewest=FEWEST, fewest_new=FEWEST_NEW)


@given(counts, counts, st.booleans())
def test_nothing_is_released_below_the_fewest(answers: int, new: int, before: bool) -> None:
    if answers < FEWEST:
        assert not release(answers, new, before)


@given(counts, counts)
def test_a_second_release_needs_enough_new_answers(answers: int, new: int) -> None:
    assert release(answers, new, before=True) == (answers >= FEWEST and new >= FEWEST_NEW)


def test_the_first_release_comes_with_the_fifth_answer() -> None:
    assert [release(n, 0, before=False) for n in (3, 4, 5, 6)] == [False, False, True, True]


@given(st.lists(st.integers(min_value=1, max_value=8), max_size=60))
def test_two_shown_tallies_never_differ_by_one_or_two_people(rungs: list[int]) -> None:
    shown: dict[str, int] = {}
    since = 0
    for number in range(1, len(rungs) + 1):
        since += 1
        if release(number, since, before=bool(shown)):
            new = tally(rungs[:number])
            if shown:
                assert sum(new.values()) - sum(shown.values()) >= FEWEST_NEW
            shown, since = new, 0


@pytest.mark.parametrize("wrong", [(-1, 0), (0, -1)])
def test_counts_below_zero_are_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError):
        release(*wrong, before=False)


def test_a_tally_is_the_same_whatever_the_order() -> None:
    assert tally([4, 2, 4]) == tally([2, 4, 4]) == {"2": 1, "4": 2}
    assert list(tally([7, 1, 4])) == ["1", "4", "7"]
    assert tally([]) == {}
