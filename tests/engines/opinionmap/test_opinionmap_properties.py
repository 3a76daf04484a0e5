"""Any table of votes gives a map or a plain error: never a crash, never a NaN."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equalterms.engines.opinionmap import (
    OpinionMap,
    VoteError,
    VoteMatrix,
    draw,
    pictured,
    priorities,
    published,
    refresh,
)

CALM = settings(max_examples=60, deadline=None)
votes_of = st.tuples(st.integers(0, 12), st.integers(-3, 9), st.sampled_from([-1, 0, 1]))
tables = st.integers(0, 9).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([-1.0, 0.0, 1.0, float("nan")]), min_size=width, max_size=width), max_size=45
    ).map(lambda rows: np.asarray(rows, float).reshape(len(rows), width))
)


def check_whole(drawn: OpinionMap) -> None:
    """Nothing in the map or what is made of it is NaN or infinite, and it survives storage."""
    text = json.dumps(drawn.to_dict(), allow_nan=False)
    again = OpinionMap.from_dict(json.loads(text))
    assert json.dumps(again.to_dict(), allow_nan=False) == text
    json.dumps(published(drawn), allow_nan=False)
    assert "nan" not in pictured(drawn).replace("nance", "").split("<desc")[0].lower()
    assert sum(g.size for g in drawn.groups) == int((drawn.group >= 0).sum())


@CALM
@given(tables, st.sampled_from([None, 1, 2, 3, 7]), st.sampled_from([2, 3]), st.sampled_from([2, 30]))
def test_any_table_gives_a_map(table, groups, axes, crowd):
    drawn = draw(VoteMatrix.from_table(table), seed=0, groups=groups, axes=axes, smallest_crowd=crowd)
    check_whole(drawn)
    assert drawn.positions.shape == (table.shape[0], axes)
    if groups is None:
        assert all(g.size > 1 for g in drawn.groups) or drawn.coverage.people_in == 1


@CALM
@given(st.lists(votes_of, max_size=150), st.lists(votes_of, max_size=12), st.booleans())
def test_any_new_votes_give_a_refreshed_map(votes, more, exact):
    drawn = draw(VoteMatrix.from_votes(votes), seed=3, smallest_crowd=4)
    updated = refresh(drawn, more, exact=exact)
    check_whole(updated)
    whole = draw(VoteMatrix.from_votes(votes + more), seed=3, smallest_crowd=4)
    assert updated.tallies.tolist() == whole.tallies.tolist()
    assert updated.votes_cast.tolist() == whole.votes_cast.tolist()
    priorities(updated, 1)


@CALM
@given(st.lists(votes_of, max_size=120), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing_when_no_vote_is_changed(votes, random):
    once = list({(p, s): (p, s, v) for p, s, v in votes}.values())
    shuffled = list(once)
    random.shuffle(shuffled)
    one, other = (draw(VoteMatrix.from_votes(v), seed=0, smallest_crowd=4) for v in (once, shuffled))
    assert json.dumps(one.to_dict()) == json.dumps(other.to_dict())


@CALM
@given(st.lists(votes_of, max_size=100), st.sets(st.integers(0, 12)), st.sets(st.integers(-3, 9)))
def test_any_exclusion_gives_the_map_of_the_others(votes, people, statements):
    matrix = VoteMatrix.from_votes(votes).excluding(participants=people, statements=statements)
    drawn = draw(matrix, seed=0, smallest_crowd=4)
    check_whole(drawn)
    assert not set(drawn.participant_ids.tolist()) & people
    assert not set(drawn.statement_ids.tolist()) & statements


@CALM
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.floats() | st.integers() | st.none()), min_size=1))
def test_anything_that_is_not_a_vote_is_refused_in_words(votes):
    if all(v in (-1, 0, 1) for _, _, v in votes):
        assert VoteMatrix.from_votes(votes).n_votes > 0
    else:
        with pytest.raises(VoteError, match="a vote is 1"):
            VoteMatrix.from_votes(votes)


@pytest.mark.parametrize("vote", [1, 0, -1])
def test_everyone_votes_the_same_on_everything(vote):
    drawn = draw(VoteMatrix.from_table(np.full((60, 9), float(vote))), seed=0)
    check_whole(drawn)
    assert len(drawn.groups) == 1
    assert not drawn.positions.any()


def test_one_statement_and_many_people():
    drawn = draw(VoteMatrix.from_table(np.array([[1.0], [-1.0]] * 40)), seed=0)
    check_whole(drawn)
    assert len(drawn.groups) == 1
