"""What a map promises: exact axes, groups that are there, the same map for the same votes, honesty in doubt."""

import json

import numpy as np
import pytest
from opinionmap_data import adjusted_rand, matrix_of, planted, real_export, without_groups
from sklearn.decomposition import PCA

from equalterms.engines.opinionmap import Cancelled, OpinionMap, VoteMatrix, draw, read_export
from equalterms.engines.opinionmap.intervals import exact, wilson


def dense(matrix):
    table = matrix.table()
    means = np.nan_to_num(np.nanmean(np.vstack([table, np.zeros(table.shape[1])])[:-1], axis=0))
    return np.where(np.isnan(table), means, table)


@pytest.mark.parametrize(
    "columns",
    [planted()[0], planted(60, 12, 10, 2)[0], planted(1500, 90, 12, 4)[0], without_groups(900, 70, 30)],
    ids=["planted", "few", "sparse", "without groups"],
)
@pytest.mark.parametrize("axes", [2, 3])
def test_axes_equal_those_of_a_dense_analysis(columns, axes):
    matrix = matrix_of(columns)
    drawn = draw(matrix, seed=0, axes=axes)
    reference = PCA(axes, svd_solver="full").fit(dense(matrix))
    cosines = np.abs((drawn.components * reference.components_).sum(axis=1))
    assert cosines.min() >= 0.9999
    assert drawn.variances == pytest.approx(reference.explained_variance_, rel=1e-8)
    lengths = np.sqrt((drawn.positions**2).sum(axis=0))
    assert lengths == pytest.approx(np.sqrt((reference.transform(dense(matrix)) ** 2).sum(axis=0)), rel=1e-6)


def test_planted_groups_are_found_again():
    columns, group = planted(1200, 60, 40, 3, strength=2.0)
    drawn = draw(matrix_of(columns), seed=0)
    assert len(drawn.groups) == 3
    assert adjusted_rand(drawn.group, group) > 0.9


@pytest.mark.parametrize(
    "columns",
    [
        without_groups(),
        without_groups(agreeable=1.0),
        without_groups(yes_sayers=0.2),
        without_groups(120, 30, 30, agreeable=1.0, yes_sayers=0.2, seed=4),
    ],
    ids=["by chance", "some agree more", "a fifth agree with all", "both"],
)
def test_votes_without_groups_give_one_group_and_say_so(columns):
    drawn = draw(matrix_of(columns), seed=0)
    assert [g.size for g in drawn.groups] == [drawn.coverage.people_in]
    assert "do not hold more" in drawn.notes[0]
    assert drawn.divisive is None


def two_camps(leaning, *, people=50, statements=20, kept=0.9):
    """Votes of two camps of like size; ``leaning`` (2, statements) is the vote of each camp, kept nine times in ten."""
    rng = np.random.default_rng(5)
    camp = np.arange(people) % 2
    table = np.where(rng.random((people, statements)) < kept, leaning[camp], -leaning[camp]).astype(float)
    return table, camp


@pytest.mark.parametrize("differing", [20, 10, 6])
def test_two_clear_groups_of_25_people_are_found_on_20_statements(differing):
    leaning = np.where(np.arange(20) % 2, 1, -1) * np.ones((2, 1), int)
    leaning[1, :differing] *= -1
    table, camp = two_camps(leaning)
    drawn = draw(VoteMatrix.from_table(table), seed=0)
    assert len(drawn.groups) == 2
    assert max((drawn.group == camp).mean(), (drawn.group != camp).mean()) >= 0.9


def test_a_camp_for_everything_and_a_camp_against_everything_are_two_groups():
    table, camp = two_camps(np.array([[1], [-1]]) * np.ones(20, int))
    drawn = draw(VoteMatrix.from_table(table), seed=0)
    assert len(drawn.groups) == 2
    assert max((drawn.group == camp).mean(), (drawn.group != camp).mean()) == 1.0


def test_people_who_agree_with_everything_are_no_camp_beside_people_who_judge():
    rng = np.random.default_rng(2)
    chance = np.where(np.arange(60)[:, None] < 20, 0.97, rng.random(20))
    table = np.where(rng.random((60, 20)) < chance, 1.0, -1.0)
    assert not draw(VoteMatrix.from_table(table), seed=0).evidence.camps.opposed


def test_asked_groups_are_drawn_with_a_warning_when_the_votes_do_not_hold_them():
    drawn = draw(matrix_of(without_groups()), seed=0, groups=3)
    assert len(drawn.groups) == 3
    assert "do not show that there are groups" in drawn.notes[0]


def test_a_small_crowd_gets_no_groups_even_when_asked():
    columns, _ = planted(29, 12, 10, 2, strength=4.0)
    drawn = draw(matrix_of(columns), seed=0, groups=2)
    assert drawn.small
    assert drawn.groups == ()
    assert set(drawn.group.tolist()) == {-1}
    assert drawn.consensus is None
    assert "No groups are shown: 29 people" in drawn.notes[0]
    low, high = exact(drawn.tallies[:, 2], drawn.seen)
    assert drawn.low[:, 0].tolist() == low.tolist()
    assert drawn.high[:, 0].tolist() == high.tolist()


def test_exact_intervals_equal_the_published_ones():
    # Clopper-Pearson for 8 of 10 and 0 of 10, as in textbooks; one-sided limits at the ends
    low, high = exact(np.array([8, 0, 10, 0]), np.array([10, 10, 10, 0]))
    assert low == pytest.approx([0.4439, 0.0, 0.6915, 0.0], abs=5e-5)
    assert high == pytest.approx([0.9748, 0.3085, 1.0, 1.0], abs=5e-5)


def test_wilson_intervals_equal_the_published_ones():
    low, high = wilson(np.array([8, 0]), np.array([10, 10]))  # R: prop.test(8, 10, correct = FALSE)
    assert low == pytest.approx([0.4902, 0.0], abs=5e-5)
    assert high == pytest.approx([0.9433, 0.2775], abs=5e-5)


def test_the_same_votes_give_the_same_bytes_and_another_seed_may_differ_only_in_what_is_drawn_by_lot():
    columns, _ = planted()
    one, two = (json.dumps(draw(matrix_of(columns), seed=0).to_dict()) for _ in range(2))
    assert one == two
    other = draw(matrix_of(columns), seed=1)
    assert other.seed == 1
    assert other.positions.tolist() == draw(matrix_of(columns), seed=0).positions.tolist()


@pytest.mark.parametrize("size", [(300, 40, 25), (3000, 50, 20)])
def test_result_does_not_change_when_rows_and_columns_are_shuffled(size):
    columns, _ = planted(*size)
    order = np.random.default_rng(5).permutation(columns[0].size)
    one = draw(matrix_of(columns), seed=0)
    two = draw(matrix_of([c[order] for c in columns]), seed=0)
    assert json.dumps(one.to_dict()) == json.dumps(two.to_dict())


@pytest.mark.parametrize("size", [(300, 40, 25), (3000, 50, 20)])
def test_result_does_not_change_when_people_and_statements_are_renamed(size):
    columns, _ = planted(*size)
    rng = np.random.default_rng(6)
    person, statement = rng.permutation(size[0]), rng.permutation(size[1])
    one = draw(matrix_of(columns), seed=0, groups=3)
    two = draw(VoteMatrix.from_columns(person[columns[0]], statement[columns[1]], columns[2]), seed=0, groups=3)
    assert np.abs(one.positions - two.positions[person]).max() < 1e-5
    assert adjusted_rand(one.group, two.group[person]) > 0.999
    assert one.consensus == pytest.approx(two.consensus[statement], rel=1e-2)
    assert [g.size for g in one.groups] == pytest.approx([g.size for g in two.groups], abs=1)


def test_text_ids_give_the_same_map_as_numbers():
    columns, _ = planted()
    one = draw(matrix_of(columns), seed=0)
    names = [f"p{p:04d}" for p in columns[0]], [f"s{s:04d}" for s in columns[1]]
    two = draw(VoteMatrix.from_columns(*names, columns[2]), seed=0)
    assert two.positions == pytest.approx(one.positions, abs=1e-9)
    assert two.group.tolist() == one.group.tolist()


def test_one_person_far_out_is_no_group_unless_asked():
    (person, statement, vote), _ = planted(200, 30, 20, 2)
    far = np.arange(30)
    contrary = -np.sign(np.bincount(statement, weights=vote * (person % 2), minlength=30))
    columns = np.append(person, np.full(30, 999)), np.append(statement, far), np.append(vote, contrary)
    for k in (2, 3, 4, 5):
        drawn = draw(matrix_of(columns), seed=0, groups=k)
        assert min(g.size for g in drawn.groups) > 1


def test_excluded_people_and_statements_count_nowhere():
    columns, _ = planted()
    banned, removed = [3, 4, 5], [0, 7]
    drawn = draw(matrix_of(columns).excluding(participants=banned, statements=removed), seed=0)
    keep = ~np.isin(columns[0], banned) & ~np.isin(columns[1], removed)
    without = draw(matrix_of([c[keep] for c in columns]), seed=0)
    assert drawn.tallies.tolist() == without.tallies.tolist()
    assert np.abs((drawn.components * without.components).sum(axis=1)).min() > 0.9999
    assert drawn.zeroed == 2
    assert matrix_of(columns).excluding(participants=banned).including(participants=banned).live_people.all()


def test_scaled_positions_follow_the_published_factor_with_moderated_statements_as_votes_of_all():
    columns, _ = planted()
    drawn = draw(matrix_of(columns).excluding(statements=[0, 7]), seed=0, polis_scaling=True)
    factor = np.sqrt(40 / (drawn.votes_cast + 2))
    assert drawn.shown == pytest.approx(drawn.positions * factor[:, None])


def test_people_with_few_votes_are_on_the_map_but_in_no_group():
    (person, statement, vote), _ = planted()
    columns = np.append(person, [900, 901]), np.append(statement, [1, 2]), np.append(vote, [1, 1])
    drawn = draw(matrix_of(columns), seed=0)
    assert drawn.group[drawn.participant_ids >= 900].tolist() == [-1, -1]


def test_a_map_can_be_stored_and_read_back():
    drawn = draw(matrix_of(planted()[0]), seed=0)
    again = OpinionMap.from_dict(json.loads(json.dumps(drawn.to_dict())))
    assert again.to_dict() == drawn.to_dict()
    with pytest.raises(ValueError, match="not a stored opinion map"):
        OpinionMap.from_dict({"engine": "x"})


def test_a_map_cannot_be_changed():
    drawn = draw(matrix_of(planted()[0]), seed=0)
    with pytest.raises(ValueError, match="read-only"):
        drawn.positions[0, 0] = 1.0
    with pytest.raises(AttributeError):
        drawn.seed = 2


def test_settings_that_make_no_sense_are_refused():
    matrix = matrix_of(planted(40, 10, 9)[0])
    for wrong in ({"groups": 0}, {"groups": True}, {"groups": "two"}, {"axes": 4}, {"groups": [1, 2]}):
        with pytest.raises(ValueError):
            draw(matrix, seed=0, **wrong)
    with pytest.raises(ValueError, match="whole number"):
        draw(matrix, seed=None)


def test_work_is_reported_and_can_be_stopped():
    seen = []
    draw(matrix_of(planted()[0]), seed=0, progress=lambda step, done: seen.append((step, done)))
    assert [d for _, d in seen] == sorted(d for _, d in seen)
    assert seen[-1] == ("done", 1.0)
    with pytest.raises(Cancelled):
        draw(matrix_of(planted()[0]), seed=0, progress=lambda step, done: done < 0.5)


def test_no_argument_is_changed():
    columns, _ = planted()
    before = [c.copy() for c in columns]
    draw(matrix_of(columns), seed=0)
    assert all((a == b).all() for a, b in zip(columns, before, strict=True))


@pytest.mark.parametrize("scaling", [False, True])
def test_official_groups_of_a_real_conversation_are_found(scaling):
    export = read_export(real_export("vtaiwan.uberx"))
    drawn = draw(export.matrix, seed=0, groups=2, polis_scaling=scaling)
    official = [export.groups.get(p, -1) for p in drawn.participant_ids.tolist()]
    both = (np.asarray(official) >= 0) & (drawn.group >= 0)
    assert adjusted_rand(np.asarray(official)[both], drawn.group[both]) >= 0.8
    assert len(draw(export.matrix, seed=0).groups) == 2


def test_a_real_conversation_of_26_people_gets_no_groups():
    export = read_export(real_export("london.youth.policing"))
    drawn = draw(export.matrix, seed=0, groups=3)
    assert drawn.small
    assert drawn.groups == ()
    assert drawn.coverage.people_in == 24
