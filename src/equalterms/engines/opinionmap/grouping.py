"""Groups of people who stand near each other: seeded k-means, and the number of groups by silhouette.

Restarts run side by side on weighted cells; the best is polished on the people themselves. A group smaller than the
smallest allowed never seeds itself: its people are set aside and then join the nearest group.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .arithmetic import product
from .cells import FINE_FROM, FINE_SIDE, POINTS_AS_THEY_ARE, Cells, gathered_cells
from .passes import Floats

MOST_GROUPS = 5
RESTARTS = 24
RESTARTS_TO_COMPARE = 6
"""Restarts for the groups that are shown, and for each number of groups that is only compared."""
SMALLEST_GROUP = 2
"""No group of one person, unless asked."""
SMALLEST_SHARE = 0.01
"""When the engine chooses the number of groups, none is smaller than this share of the people."""
_ROUNDS = 40
_FIRST_ROUNDS = 5
_GO_ON = 3
"""After the first rounds, one start in so many goes on: the tightest."""
_POLISH_ROUNDS = 60
_POINT_ROUNDS_WHEN_MANY = 2
_MANY = 50_000
_SET_ASIDE_ROUNDS = 8
_POLISHED_STARTS = 8
_NEARLY_AS_TIGHT = 1.02
_TIE = 1e-12
STAYS = 0.02
"""Silhouette by which another number of groups must be better before a refresh takes it."""


@dataclass(frozen=True)
class Grouping:
    """``centres`` (groups, axes), ``labels`` (points,), the label of each cell, and the silhouette on the cells."""

    centres: Floats
    labels: NDArray[np.int64]
    cell_labels: NDArray[np.int64]
    silhouette: float

    @property
    def k(self) -> int:
        """Number of groups."""
        return int(self.centres.shape[0])


def most_groups(n_people: int) -> int:
    """Polis's limit: at most 5 groups, and 2 + n / 12 for n base clusters, of which there are at most 100."""
    return min(MOST_GROUPS, 2 + min(n_people, 100) // 12)


def grouped(points: Floats, cells: Cells, k: int, *, seed: int, smallest: int) -> Grouping:
    """Return ``k`` groups of the points (fewer when so many of the smallest size are not to be had).

    Group 0 is the largest; ties go by position. Equal for equal points, whatever their order.
    """
    k = max(1, min(k, points.shape[0] // max(smallest, 1), _distinct_cells(cells, k)))
    starts, aside = _best_starts(cells, k, seed, smallest, RESTARTS)
    labels, centres = _polished(points, cells, starts, aside)
    centres, labels = _largest_first(*_without_small(points, centres, labels, smallest))
    return Grouping(centres, labels, nearest(cells.centres, centres), float("nan"))


def _distinct_cells(cells: Cells, k: int) -> int:
    """How many different positions there are, as far as ``k`` groups need to know."""
    if k < 2 or cells.weights.size > POINTS_AS_THEY_ARE:
        return k
    return int(np.unique(cells.centres, axis=0).shape[0])


def chosen(points: Floats, cells: Cells, *, limit: int, seed: int, before: int | None = None) -> Grouping:
    """Return the grouping into 2 to ``limit`` groups with the highest silhouette; fewer groups win a tie.

    The number of groups ``before`` stays until another is better by ``STAYS``, so that maps do not flicker.
    """
    smallest = max(SMALLEST_GROUP, int(np.ceil(SMALLEST_SHARE * points.shape[0])))
    far = distances(cells)
    best, best_value = 1, -np.inf
    for k in range(2, min(limit, _distinct_cells(cells, limit), points.shape[0] // smallest) + 1):
        starts, _ = _best_starts(cells, k, seed, smallest, RESTARTS_TO_COMPARE)
        labels = nearest(cells.centres, starts[0])
        value = silhouette(far, cells.weights, labels, k)
        wide = np.bincount(labels, weights=cells.weights, minlength=k).min() >= smallest
        value += STAYS if k == before else 0.0
        if wide and value > best_value + _TIE:
            best, best_value = k, value
    return with_silhouette(grouped(points, cells, best, seed=seed, smallest=smallest), cells, far)


def with_silhouette(grouping: Grouping, cells: Cells, far: Floats | None = None) -> Grouping:
    """Return the grouping with its silhouette filled in (0 for a single group)."""
    far = distances(cells) if far is None else far
    value = silhouette(far, cells.weights, grouping.cell_labels, grouping.k)
    return Grouping(grouping.centres, grouping.labels, grouping.cell_labels, value)


def distances(cells: Cells) -> Floats:
    """Mean distance of the points of each cell from those of each, shape (cells, cells)."""
    total = np.zeros((cells.weights.size, cells.weights.size))
    for column in cells.centres.T:
        total += (column[:, None] - column[None, :]) ** 2
    np.sqrt(total, out=total)
    np.fill_diagonal(total, cells.inner)
    return total


def silhouette(far: Floats, weights: Floats, labels: NDArray[np.int64], k: int) -> float:
    """Mean silhouette of weighted cells (Rousseeuw 1987): -1 to 1, a group of one counts 0, one group gives 0."""
    if k < 2:
        return 0.0
    member = np.zeros((labels.size, k))
    member[np.arange(labels.size), labels] = weights
    sums, sizes = product(far, member), member.sum(axis=0)
    own = np.arange(labels.size), labels
    inside = sums[own] / np.maximum(sizes[labels] - 1.0, 1.0)
    outside = sums / np.maximum(sizes, 1.0)
    outside[own] = np.inf
    outside[:, sizes == 0] = np.inf
    beside = outside.min(axis=1)
    larger = np.maximum(inside, beside)
    right = (larger > 0) & np.isfinite(larger) & (sizes[labels] > 1)
    value = np.where(right, (beside - inside) / np.where(right, larger, 1.0), 0.0)
    return float((weights * value).sum() / weights.sum())


def nearest(points: Floats, centres: Floats) -> NDArray[np.int64]:
    """Return the number of the nearest centre of each point; the first of equals."""
    best = np.full(points.shape[0], np.inf)
    labels = np.zeros(points.shape[0], np.int64)
    for number, centre in enumerate(centres):
        gap = ((points - centre) ** 2).sum(axis=1) if points.shape[1] > 2 else _flat_gap(points, centre)
        closer = gap < best
        labels[closer] = number
        best = np.minimum(best, gap)
    return labels


def _flat_gap(points: Floats, centre: Floats) -> Floats:
    gap = (points[:, 0] - centre[0]) ** 2
    if points.shape[1] == 2:
        gap += (points[:, 1] - centre[1]) ** 2
    return np.asarray(gap)


def side_by_side(
    points: Floats, weights: Floats, centres: Floats, rounds: int = _ROUNDS
) -> tuple[Floats, NDArray[np.int64], Floats]:
    """Lloyd's rounds for many starts at once, each until nobody moves or the rounds are up.

    ``points`` (n, d), ``weights`` (starts or 1, n), ``centres`` (starts, k, d). Returns centres, labels (starts, n)
    and the weighted spread of each start (starts,).
    """
    starts, k, _ = centres.shape
    heavy = np.broadcast_to(weights, (starts, points.shape[0]))
    heavy_points = [heavy, *(np.broadcast_to(weights * column, heavy.shape) for column in points.T)]
    centres, going = centres.copy(), np.arange(starts)
    labels, gap = np.full(heavy.shape, -1, np.int64), np.empty(heavy.shape)
    for _ in range(rounds):
        now, gap[going] = _nearest_of_many(points, centres[going])
        moving = (now != labels[going]).any(axis=1)
        labels[going] = now
        going, now = going[moving], now[moving]
        if going.size == 0:
            break
        flat = (now + (np.arange(going.size) * k)[:, None]).ravel()
        sizes, *sums = (np.bincount(flat, weights=h[going].ravel(), minlength=going.size * k) for h in heavy_points)
        means = np.stack(sums, axis=1) / np.where(sizes > 0, sizes, 1.0)[:, None]
        full = (sizes > 0).reshape(-1, k, 1)
        centres[going] = np.where(full, means.reshape(full.shape[0], k, -1), centres[going])
    squares = (weights * (points**2).sum(axis=1)).sum(axis=1)
    return centres, labels, (heavy * gap).sum(axis=1) + squares


def _nearest_of_many(points: Floats, centres: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Nearest centre of each point for each start, and its squared distance, less the point's own square."""
    starts, k, d = centres.shape
    flat = centres.reshape(-1, d)
    gaps = (product(-2.0 * flat, points.T) + (flat**2).sum(axis=1)[:, None]).reshape(starts, k, -1)
    best, labels = gaps[:, 0], np.zeros((starts, points.shape[0]), np.int64)
    for number in range(1, k):
        labels = np.where(gaps[:, number] < best, number, labels)
        best = np.minimum(best, gaps[:, number])
    return labels, best


def spread_starts(points: Floats, weights: Floats, k: int, starts: int, rng: np.random.Generator) -> Floats:
    """Starting centres (starts, k, d), each drawn far from those before (k-means++, Arthur and Vassilvitskii 2007)."""
    centres = np.empty((starts, k, points.shape[1]))
    odds = np.broadcast_to(weights, (starts, points.shape[0])).copy()
    gap = np.full(odds.shape, np.inf)
    for number in range(k):
        total = np.cumsum(odds, axis=1)
        draw = rng.random(starts) * total[:, -1]
        pick = np.minimum((total <= draw[:, None]).sum(axis=1), points.shape[0] - 1)
        centres[:, number] = points[pick]
        step = ((points[None, :, :] - centres[:, number, None, :]) ** 2).sum(axis=2)
        np.minimum(gap, step, out=gap)
        odds = gap * weights
    return centres


def _best_starts(cells: Cells, k: int, seed: int, smallest: int, restarts: int) -> tuple[Floats, NDArray[np.bool_]]:
    """Centres of the tightest groupings in which every group is large enough, best first (starts, k, axes).

    Also returns the cells that were set aside for it: small groups far from all others.
    """
    aside = np.zeros(cells.weights.size, bool)
    for turn in range(_SET_ASIDE_ROUNDS):
        points, weights = cells.centres[~aside], cells.weights[~aside]
        rng = np.random.Generator(np.random.PCG64([seed % 2**63, k, turn]))
        starts = np.concatenate([spread_starts(points, weights, k, restarts - 1, rng), _slices(points, weights, k)])
        early, _, spread = side_by_side(points, weights[None, :], starts, _FIRST_ROUNDS)
        tightest = np.argsort(spread, kind="stable")[: max(2, restarts // _GO_ON)]
        centres, labels, spread = side_by_side(points, weights[None, :], early[tightest])
        sizes = np.stack([np.bincount(row, weights=weights, minlength=k) for row in labels])
        wide = sizes.min(axis=1) >= smallest
        best = int(np.argmin(spread))
        if wide[best]:
            return _distinct_starts(centres[wide], spread[wide]), aside
        small = np.flatnonzero(sizes[best] < smallest)
        aside[np.flatnonzero(~aside)[np.isin(labels[best], small)]] = True
        if cells.weights[~aside].sum() < k * smallest:
            break
    return centres[best][None], aside


def _distinct_starts(centres: Floats, spread: Floats) -> Floats:
    """The few best and different results, nearly as tight as the tightest: which is best, the people decide."""
    order = np.argsort(spread, kind="stable")
    _, first = np.unique(np.round(spread[order] / max(spread[order[0]], _TIE), 6), return_index=True)
    close = order[first][spread[order[first]] <= spread[order[0]] * _NEARLY_AS_TIGHT]
    return np.asarray(centres[close[:_POLISHED_STARTS]])


def _slices(points: Floats, weights: Floats, k: int) -> Floats:
    """One start from the points cut into k equal parts along the first axis."""
    order = np.argsort(points[:, 0], kind="stable")
    share = (np.cumsum(weights[order]) - weights[order] / 2) / weights.sum()
    part = np.minimum((share * k).astype(np.int64), k - 1)
    centres = np.empty((1, k, points.shape[1]))
    for number in range(k):
        mine = order[part == number]
        mine = mine if mine.size else order[:1]
        centres[0, number] = np.average(points[mine], axis=0, weights=weights[mine])
    return centres


def _polished(
    points: Floats, cells: Cells, starts: Floats, aside: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], Floats]:
    """Lloyd's rounds on the people themselves; those set aside join a group but do not pull its centre."""
    pulling = ~aside[cells.of_point] if aside.any() else None
    core = points if pulling is None else points[pulling]
    fine = gathered_cells(core, FINE_SIDE, points_as_they_are=FINE_FROM)
    several, _, spread = side_by_side(fine.centres, fine.weights[None, :], starts)
    centres = several[int(np.argmin(spread))]
    labels = nearest(points, centres)
    for _ in range(_POLISH_ROUNDS if points.shape[0] <= _MANY else _POINT_ROUNDS_WHEN_MANY):
        centres = _means(points, labels, centres, pulling)
        again = nearest(points, centres)
        if np.array_equal(again, labels):
            break
        labels = again
    return labels, centres


def _means(points: Floats, labels: NDArray[np.int64], centres: Floats, pulling: NDArray[np.bool_] | None) -> Floats:
    if pulling is not None:
        points, labels = points[pulling], labels[pulling]
    sizes = np.bincount(labels, minlength=centres.shape[0])
    sums = np.stack([np.bincount(labels, weights=c, minlength=centres.shape[0]) for c in points.T], axis=1)
    return np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], centres)


def _without_small(
    points: Floats, centres: Floats, labels: NDArray[np.int64], smallest: int
) -> tuple[Floats, NDArray[np.int64]]:
    """Dissolve groups that came out too small after all; their people join the nearest of the others."""
    while centres.shape[0] > 1:
        sizes = np.bincount(labels, minlength=centres.shape[0])
        least = int(np.argmin(sizes))
        if sizes[least] >= smallest:
            break
        centres = np.delete(centres, least, axis=0)
        labels = nearest(points, centres)
    return centres, labels


def _largest_first(centres: Floats, labels: NDArray[np.int64]) -> tuple[Floats, NDArray[np.int64]]:
    """Number the groups by size, then by position; an empty group is dropped."""
    sizes = np.bincount(labels, minlength=centres.shape[0])
    order = np.lexsort((*centres.T[::-1], -sizes))
    order = order[sizes[order] > 0]
    name = np.zeros(centres.shape[0], np.int64)
    name[order] = np.arange(order.size)
    return centres[order], name[labels]
