"""The table of votes: the last vote wins, order does not matter, and two bytes hold a vote."""

import numpy as np
import pytest

from equalterms.engines.opinionmap import VoteError, VoteMatrix


def test_the_last_vote_by_time_wins():
    matrix = VoteMatrix.from_votes([(1, 1, 1, 30), (1, 1, -1, 10), (2, 1, 0, 5), (1, 1, 0, 20)])
    assert matrix.table().tolist() == [[1.0], [0.0]]


def test_without_times_the_last_to_arrive_wins():
    assert VoteMatrix.from_votes([(1, 1, 1), (1, 1, -1)]).table().tolist() == [[-1.0]]


def test_a_later_append_wins():
    matrix = VoteMatrix.from_votes([(1, 1, 1, 100)]).append([1, 3], [1, 9], [-1, 1], [5, 5])
    assert matrix.participant_ids.tolist() == [1, 3]
    assert matrix.table()[0, 0] == -1.0


def test_appending_leaves_the_old_matrix_as_it_was():
    old = VoteMatrix.from_votes([(1, 1, 1)])
    digest = old.digest
    old.append([2], [2], [1])
    assert (old.shape, old.digest) == ((1, 1), digest)


@pytest.mark.parametrize("size", [50, 400_000])
def test_votes_in_batches_give_the_same_matrix_as_votes_at_once(size):
    rng = np.random.default_rng(0)
    columns = rng.integers(0, size // 5 + 1, size), rng.integers(-4, 90, size), rng.integers(-1, 2, size)
    whole = VoteMatrix.from_columns(*columns)
    cuts = [0, size // 3, size // 2, size]
    batches = [tuple(c[a:b] for c in columns) for a, b in zip(cuts, cuts[1:], strict=False)]
    appended = VoteMatrix.from_columns(*batches[0]).append(*batches[1]).append(*batches[2])
    assert VoteMatrix.from_batches(batches).digest == whole.digest
    assert appended.digest == whole.digest
    assert whole.nbytes == 2 * whole.n_votes


def test_votes_equal_a_plain_dictionary_of_last_votes():
    rng = np.random.default_rng(2)
    rows = list(
        zip(
            *(rng.integers(low, high, 3000).tolist() for low, high in ((0, 60), (0, 40), (-1, 2), (0, 500))),
            strict=True,
        )
    )
    matrix = VoteMatrix.from_votes(rows)
    last = {(p, s): v for p, s, v, _ in sorted(rows, key=lambda r: r[3])}
    table = matrix.table()
    people, statements = matrix.participant_ids.tolist(), matrix.statement_ids.tolist()
    assert {
        (people[i], statements[j]): int(table[i, j]) for i, j in zip(*np.nonzero(~np.isnan(table)), strict=True)
    } == last


def test_equal_votes_have_one_digest_and_different_votes_another():
    rows = [(1, 1, 1), (2, 1, -1), (1, 2, 0)]
    assert VoteMatrix.from_votes(rows).digest == VoteMatrix.from_votes(rows[::-1]).digest
    assert VoteMatrix.from_votes(rows).digest != VoteMatrix.from_votes(rows[:2]).digest
    assert VoteMatrix.from_votes(rows).digest != VoteMatrix.from_votes(rows).excluding(statements=[2]).digest


def test_many_statements_need_wider_codes_and_get_them():
    statements = np.arange(30_000)
    matrix = VoteMatrix.from_columns(statements % 7, statements, np.ones(30_000, np.int8))
    assert matrix.shape == (7, 30_000)
    assert np.nansum(matrix.table()) == 30_000


def test_small_number_types_do_not_overflow():
    people = np.array([-30_000, 30_000], np.int16)
    assert VoteMatrix.from_columns(people, np.array([1, 1], np.int8), [1, 1]).participant_ids.tolist() == [
        -30_000,
        30_000,
    ]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (([1, 2], [1], [1, 1]), "differ in length"),
        (([1], [1], [2]), "Vote number 1 is 2"),
        (([1, 1], [1, 2], [1, float("nan")]), "Vote number 2 is nan"),
        (([1], [1], ["yes"]), "a vote is 1"),
        (([1, "a"], [1, 1], [1, 1]), "each by text"),
        (([1.5], [1], [1]), "whole number or by text"),
        (([True], [1], [1]), "whole number or by text"),
        (([[1]], [1], [1]), "one dimension"),
    ],
)
def test_columns_that_are_not_votes_are_refused_in_words(columns, reason):
    with pytest.raises(VoteError, match=reason):
        VoteMatrix.from_columns(*columns)


def test_numbers_and_text_cannot_be_mixed_by_appending():
    with pytest.raises(VoteError, match="use one kind"):
        VoteMatrix.from_votes([(1, 1, 1)]).append(["a"], [1], [1])


def test_a_table_must_fit_its_names():
    with pytest.raises(VoteError, match="are named"):
        VoteMatrix.from_table(np.zeros((2, 2)), participants=[1], statements=[1, 2])
    with pytest.raises(VoteError, match="two dimensions"):
        VoteMatrix.from_table(np.zeros(3))
