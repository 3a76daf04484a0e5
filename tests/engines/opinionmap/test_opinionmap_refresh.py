"""New votes: the exact refresh is the new map, the frozen one is counted right, and neither makes the picture jump."""

import numpy as np
import pytest
from opinionmap_data import adjusted_rand, matrix_of, planted

from equalterms.engines.opinionmap import OpinionMap, VoteMatrix, draw, priorities, refresh


@pytest.fixture(scope="module")
def parts():
    columns, _ = planted(400, 40, 30, 3, strength=2.0)
    order = np.random.default_rng(3).permutation(columns[0].size)
    columns = [c[order] for c in columns]
    cut = columns[0].size - 600
    return [c[:cut] for c in columns], tuple(c[cut:] for c in columns)


def test_an_exact_refresh_is_the_map_of_all_votes(parts):
    first, new = parts
    whole = draw(VoteMatrix.from_columns(*(np.append(a, b) for a, b in zip(first, new, strict=True))), seed=0)
    updated = refresh(draw(matrix_of(first), seed=0), new)
    assert updated.digest == whole.digest
    assert np.abs((updated.components * whole.components).sum(axis=1)).min() > 0.999999
    assert adjusted_rand(updated.group, whole.group) > 0.99
    assert updated.tallies.tolist() == whole.tallies.tolist()
    counted = draw(updated.matrix, seed=0, groups=updated.group)
    assert updated.group_counts.tolist() == counted.group_counts.tolist()
    assert updated.moved.basis == "exact"
    assert 0 < updated.moved.mean_shift < 1


def test_groups_keep_their_names_and_axes_their_direction(parts):
    first, new = parts
    drawn = draw(matrix_of(first), seed=0)
    for exact in (True, False):
        updated = refresh(drawn, new, exact=exact)
        assert ((updated.components * drawn.components).sum(axis=1) > 0.9).all()
        assert (updated.group == drawn.group).mean() > 0.9
        assert updated.moved.changed_group == int((updated.group != drawn.group).sum())


def test_names_stay_when_the_smaller_group_becomes_the_larger():
    columns, group = planted(200, 30, 25, 2, strength=2.5)
    some = np.isin(columns[0], np.flatnonzero(group == 0)[:70]) | (group[columns[0]] == 1)
    drawn = draw(matrix_of([c[some] for c in columns]), seed=0, groups=2)
    newcomers = tuple(c[~some] for c in columns)
    copies = [newcomers[0] + 1000 * i for i in range(4)]
    many = tuple(np.concatenate(c) for c in (copies, [newcomers[1]] * 4, [newcomers[2]] * 4))
    updated = refresh(drawn, many)
    before = {g.id: g.size for g in drawn.groups}
    after = {g.id: g.size for g in updated.groups}
    assert max(before, key=before.get) != max(after, key=after.get)
    known = np.isin(updated.participant_ids, drawn.participant_ids)
    assert (updated.group[known] == drawn.group).mean() > 0.9
    assert updated.moved.new_people == int((~known).sum())


def test_a_frozen_refresh_counts_every_vote_and_moves_only_who_voted(parts):
    first, new = parts
    drawn = draw(matrix_of(first), seed=0)
    updated = refresh(drawn, new, exact=False)
    again = draw(updated.matrix, seed=0, groups=updated.group)
    assert updated.tallies.tolist() == again.tallies.tolist()
    assert updated.group_counts.tolist() == again.group_counts.tolist()
    assert updated.consensus == pytest.approx(again.consensus, abs=1e-14)
    assert [g.size for g in updated.groups] == [g.size for g in again.groups]
    still = ~np.isin(drawn.participant_ids, new[0])
    assert updated.positions[still].tolist() == drawn.positions[still].tolist()
    assert updated.digest not in (drawn.digest, again.digest)


def test_a_few_votes_one_refresh_after_another_place_people_as_all_at_once_do(parts):
    first, new = parts
    drawn = draw(matrix_of(first), seed=0)
    few = [c[:12] for c in new]
    whole = refresh(drawn, tuple(few), exact=False)
    one = refresh(drawn, tuple(c[:6] for c in few), exact=False)
    two = refresh(one, tuple(c[6:] for c in few), exact=False)
    for name in ("positions", "votes_cast", "group"):
        assert getattr(two, name).tolist() == getattr(whole, name).tolist()
        assert not getattr(two, name).flags.writeable
    assert OpinionMap.from_dict(one.to_dict()).positions.tolist() == one.positions.tolist()
    with pytest.raises(AttributeError, match="no colour"):
        _ = two.colour


def test_frozen_refreshes_follow_one_another_with_new_people_and_statements(parts):
    first, new = parts
    drawn = draw(matrix_of(first).excluding(participants=[3], statements=[5]), seed=0)
    one = refresh(drawn, [(5000, s, 1) for s in range(40)] + [(3, 1, 1), (1, 5, -1), (2, 77, 1)], exact=False)
    two = refresh(one, [(5000, 0, -1), (7, 77, -1)], exact=False)
    assert two.participant_ids.tolist() == sorted([*drawn.participant_ids.tolist(), 5000])
    assert two.statement_ids.tolist() == [*drawn.statement_ids.tolist(), 77]
    assert two.tallies[-1].tolist() == [1, 0, 1]
    assert two.group[-1] >= 0
    assert two.tallies.tolist() == draw(two.matrix, seed=0).tallies.tolist()
    assert refresh(two, []).tallies.tolist() == two.tallies.tolist()


def test_a_few_votes_among_many_are_counted_as_all_votes_would_be(parts):
    first, new = parts
    drawn = draw(matrix_of(first), seed=0)
    for some in (0, 1, 5):
        updated = refresh(drawn, tuple(c[:some] for c in new))
        counted = draw(updated.matrix, seed=0, groups=updated.group)
        assert updated.tallies.tolist() == counted.tallies.tolist()
        assert updated.group_counts.tolist() == counted.group_counts.tolist()


def test_given_groups_stay_as_given(parts):
    first, new = parts
    drawn = draw(matrix_of(first), seed=0, groups=np.arange(400) % 2)
    for exact in (True, False):
        assert refresh(drawn, new, exact=exact).group.tolist() == drawn.group.tolist()


def test_a_map_without_its_votes_says_what_it_needs(parts):
    first, new = parts
    drawn = draw(matrix_of(first), seed=0)
    stored = OpinionMap.from_dict(drawn.to_dict())
    with pytest.raises(ValueError, match="at_matrix"):
        refresh(stored, new)
    with pytest.raises(ValueError, match="at_matrix"):
        priorities(stored, 1)
    assert refresh(stored.at_matrix(drawn.matrix), new).digest == refresh(drawn, new).digest


def test_priorities_are_what_a_person_has_not_voted_on_and_the_same_each_time(parts):
    first, _ = parts
    drawn = draw(matrix_of(first), seed=0)
    person = int(first[0][0])
    wanted = priorities(drawn, person)
    voted = set(first[1][first[0] == person].tolist())
    assert {p.statement for p in wanted} == set(range(40)) - voted
    assert wanted == priorities(drawn, person)
    assert [p.priority for p in wanted] == sorted((p.priority for p in wanted), reverse=True)
    assert priorities(drawn, person, most=2) == wanted[:2]
    assert len(priorities(drawn, 123456)) == 40


def test_a_statement_that_few_have_seen_comes_first():
    columns, _ = planted(200, 20, 20, 2)
    keep = (columns[1] != 4) | (columns[0] < 3)
    drawn = draw(matrix_of([c[keep] for c in columns]), seed=0)
    assert priorities(drawn, 9999)[0].statement == 4
