"""Consensus, representative statements and tests, against the published formulas worked out one cell at a time."""

import math

import numpy as np
import pytest
from opinionmap_data import matrix_of, planted, without_groups

from equalterms.engines.opinionmap import VoteMatrix, draw
from equalterms.engines.opinionmap.consensus import divisive
from equalterms.engines.opinionmap.tallies import one_share_z, two_shares_z

Z_90 = 1.2815515655446004


def given(seed=1, people=200, k=3):
    columns, group = planted(people, 30, 15, k, seed=seed)
    matrix = matrix_of(columns)
    return draw(matrix, seed=0, groups=group), matrix.table(), group


def votes_in(table, members, column):
    cells = table[members, column]
    return int((cells == 1).sum()), int((cells == -1).sum()), int((~np.isnan(cells)).sum())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_group_informed_consensus_is_the_product_over_the_given_groups(seed):
    drawn, table, group = given(seed)
    for j in range(table.shape[1]):
        agree = disagree = 1.0
        for g in range(3):
            a, d, n = votes_in(table, group == g, j)
            agree *= (a + 1) / (n + 2)
            disagree *= (d + 1) / (n + 2)
        assert abs(drawn.consensus[j] - agree) <= 1e-12
        assert abs(drawn.consensus_disagree[j] - disagree) <= 1e-12


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_consensus_lists_are_those_of_the_formulas(seed):
    drawn, table, _ = given(seed)
    everyone = np.ones(table.shape[0], bool)
    expected = []
    for direction in ("agree", "disagree"):
        fit = []
        for j in range(table.shape[1]):
            a, d, n = votes_in(table, everyone, j)
            hits = a if direction == "agree" else d
            share, z = (hits + 1) / (n + 2), 2 * math.sqrt(n + 1) * ((hits + 1) / (n + 1) - 0.5)
            if share > 0.5 and z > Z_90:
                fit.append((-share * z, j))
        expected += [(direction, j) for _, j in sorted(fit)[:5]]
    assert [(a.direction, a.statement) for a in drawn.agreements] == expected
    assert expected


def test_representative_statements_have_the_published_statistics():
    drawn, table, group = given()
    assert [g.id for g in drawn.groups] == [0, 1, 2]
    for g in drawn.groups:
        assert g.size == int((group == g.id).sum())
        assert 1 <= len(g.representative) <= 5
        for told in g.representative:
            a, d, n = votes_in(table, group == g.id, told.statement)
            oa, od, on = votes_in(table, group != g.id, told.statement)
            hits, others = (a, oa) if told.direction == "agree" else (d, od)
            assert (told.agree, told.disagree, told.seen) == (a, d, n)
            assert told.share == pytest.approx((hits + 1) / (n + 2), rel=1e-12)
            assert told.ratio == pytest.approx(((hits + 1) / (n + 2)) / ((others + 1) / (on + 2)), rel=1e-12)
            here, there = (hits + 1) / (n + 1), (others + 1) / (on + 1)
            pooled = (hits + others + 2) / (n + on + 2)
            z = (here - there) / math.sqrt(pooled * (1 - pooled) * (1 / (n + 1) + 1 / (on + 1)))
            assert told.z == pytest.approx(z, rel=1e-9)


def test_tests_of_shares_survive_their_corners():
    zero = np.array([0])
    assert one_share_z(zero, zero) == pytest.approx(1.0)  # 2 sqrt(1) (1/1 - 1/2): one pseudo-hit of one
    assert two_shares_z(np.array([5]), np.array([7]), np.array([5]), np.array([7])) == pytest.approx(0.0)


def test_a_pass_is_no_disagreement():
    table = np.array([[1.0, 0.0]] * 20 + [[1.0, -1.0]] * 20)
    drawn = draw(VoteMatrix.from_table(table), seed=0, groups=[0] * 20 + [1] * 20)
    assert drawn.group_counts[0, 1].tolist() == [0, 20, 0]
    assert drawn.consensus_disagree[1] == pytest.approx((1 / 22) * (21 / 22))


def test_divisive_statements_are_those_on_which_groups_stand_apart():
    counts = np.array([[[0, 0, 40], [20, 0, 20]], [[40, 0, 0], [20, 0, 20]]])
    apart, together = divisive(counts)
    assert apart == pytest.approx(40 / 42)
    assert together == 0.0


def test_given_groups_may_be_a_mapping_with_people_left_out():
    columns, group = planted(60, 20, 12, 2)
    wanted = {p: int(g) + 5 for p, g in enumerate(group) if p % 3}
    drawn = draw(matrix_of(columns), seed=0, groups=wanted)
    assert [g.id for g in drawn.groups] == [5, 6]
    assert (drawn.group == -1).sum() == 20


def test_coverage_says_who_voted_on_how_much():
    drawn = draw(matrix_of(without_groups(50, 30, 20)), seed=0)
    told = drawn.coverage
    assert (told.people, told.people_in, told.statements, told.votes) == (50, 50, 30, 1000)
    assert told.median_votes == 20.0
    assert told.filled == pytest.approx(1000 / 1500)


def test_steady_groups_are_told_from_shaky_ones():
    steady = draw(matrix_of(planted(500, 60, 50, 2, strength=2.5)[0]), seed=0)
    assert steady.stability.survives
    shaky = draw(matrix_of(without_groups(300, 12, 9)), seed=0, groups=4)
    assert shaky.stability.statements < steady.stability.statements
    assert any("not steady" in note for note in shaky.notes)
