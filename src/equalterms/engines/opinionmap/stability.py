"""Do the groups survive resampling? Of the people who happened to come, and of the statements they happened to meet."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .arithmetic import adjusted_rand
from .cells import Cells
from .grouping import Grouping, nearest, side_by_side, spread_starts
from .identity import Ids
from .passes import Floats, Walk
from .pca import Axes, axis_table, code_values, rows_packed, sample_rows

RESAMPLES = 10
HALVES = 6
SURVIVES = 0.6
"""Mean agreement from which groups are said to survive."""
_SAMPLE = 1_000


@dataclass(frozen=True)
class Stability:
    """Mean adjusted Rand index (1 the same groups, 0 chance) of the groups with those found again.

    ``people``: from people drawn anew with replacement. ``statements``: from a random half of the statements each.
    """

    people: float
    statements: float

    @property
    def survives(self) -> bool:
        """Whether the groups stay much the same under both."""
        return min(self.people, self.statements) >= SURVIVES


def stability(
    grouping: Grouping, cells: Cells, walk: Walk, axes: Axes, live: NDArray[np.bool_], *,
    ids: Ids, rows: NDArray[np.int64], factor: Floats, seed: int,
) -> Stability | None:  # fmt: skip
    """Resample and group again; None for a single group, which has nothing to lose.

    ``rows`` are the rows of the grouped people, ``factor`` their scaling (rows,).
    """
    if grouping.k < 2:
        return None
    rng = np.random.Generator(np.random.PCG64([seed % 2**63, RESAMPLES]))
    by_people = _by_people(grouping, cells, rng)
    picked = sample_rows(ids[rows], None, _SAMPLE, seed)
    part = Walk(rows_packed(walk.packed, rows[picked]), walk.n_statements)
    by_statements = _by_statements(grouping, part, axes, live, factor[picked], grouping.labels[picked], rng)
    return Stability(by_people, by_statements)


def _by_people(grouping: Grouping, cells: Cells, rng: np.random.Generator) -> float:
    k, total = grouping.k, int(cells.weights.sum())
    weights = rng.multinomial(total, cells.weights / cells.weights.sum(), size=RESAMPLES).astype(np.float64)
    again = np.repeat(grouping.centres[None], RESAMPLES, axis=0)
    anew = spread_starts(cells.centres, weights, k, RESAMPLES, rng)
    centres, _, spread = side_by_side(cells.centres, np.concatenate([weights, weights]), np.concatenate([again, anew]))
    better = np.where(spread[:RESAMPLES] <= spread[RESAMPLES:], 0, RESAMPLES) + np.arange(RESAMPLES)
    found = [nearest(cells.centres, centres[i]) for i in better]
    return float(np.mean([_agreement(grouping.cell_labels, f, cells.weights, k) for f in found]))


def _by_statements(
    grouping: Grouping, part: Walk, axes: Axes, live: NDArray[np.bool_], factor: Floats,
    labels: NDArray[np.int64], rng: np.random.Generator,
) -> float:  # fmt: skip
    values, n_axes = code_values(axes.means, live), axes.components.shape[0]
    halves = rng.permuted(np.tile(np.arange(values.shape[0]) % 2, (HALVES, 1)), axis=1).astype(np.float64)
    vectors = (axes.components.T[:, None, :] * halves.T[:, :, None]).reshape(values.shape[0], -1)
    table = axis_table(values, vectors)
    sums = part.row_sums(table).reshape(-1, HALVES, n_axes) * factor[:, None, None]
    ones = np.ones(labels.size)
    found = []
    for half in range(HALVES):
        points = np.ascontiguousarray(sums[:, half])
        start = np.stack([points[labels == g].mean(axis=0) if (labels == g).any() else grouping.centres[g]
                          for g in range(grouping.k)])  # fmt: skip
        _, again, _ = side_by_side(points, ones[None], start[None])
        found.append(_agreement(labels, again[0], ones, grouping.k))
    return float(np.mean(found))


def _agreement(one: NDArray[np.int64], other: NDArray[np.int64], weights: Floats, k: int) -> float:
    table = np.bincount(one * k + other, weights=weights, minlength=k * k).reshape(k, k).astype(np.float64)
    return adjusted_rand(table)
