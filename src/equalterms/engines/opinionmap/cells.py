"""Positions gathered into weighted cells, so that grouping a million people costs what grouping a thousand does."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .passes import Floats

POINTS_AS_THEY_ARE = 1_024
"""Up to so many people, each is a cell of its own and nothing is approximated."""
SIDE = {1: 1_024, 2: 32, 3: 11}
"""Cells along each axis, by number of axes: at most some 1,300 cells."""
FINE_SIDE = {1: 16_384, 2: 96, 3: 22}
"""The same for polishing the groups of more than ``FINE_FROM`` people."""
FINE_FROM = 4_096
_MEAN_DISTANCE = 1.277
"""Mean distance of two random points of a square, over the root of its variance (0.5214 / sqrt(1 / 6))."""
_EDGE_SHARE = 0.001
"""The grid spans all but this share of people at each end; those beyond fall into the outer cells."""


@dataclass(frozen=True)
class Cells:
    """``centres`` (cells, axes), ``weights`` (cells,) and, for each point, the cell it lies in (points,).

    ``inner`` (cells,) is about the mean distance between a point of a cell and all points of that cell.
    """

    centres: Floats
    weights: Floats
    inner: Floats
    of_point: NDArray[np.int64]


def gathered_cells(
    points: Floats, side: dict[int, int] = SIDE, *, points_as_they_are: int = POINTS_AS_THEY_ARE
) -> Cells:
    """Gather points (n, axes) into the cells of a grid; few points stay as they are, in order of position."""
    if points.shape[0] <= points_as_they_are:
        order = np.lexsort(points.T[::-1])
        place = np.empty(order.size, np.int64)
        place[order] = np.arange(order.size)
        return Cells(points[order], np.ones(order.size), np.zeros(order.size), place)
    number = np.zeros(points.shape[0], np.int64)
    per_axis = side[points.shape[1]]
    for column in points.T:
        low, high = _ends(column)
        step = (high - low) / per_axis or 1.0
        number *= per_axis
        number += np.clip((column - low) / step, 0, per_axis - 1).astype(np.int64)
    return _filled(points, number, per_axis ** points.shape[1])


def _filled(points: Floats, number: NDArray[np.int64], most: int) -> Cells:
    counts = np.bincount(number, minlength=most)
    used = np.flatnonzero(counts)
    name = np.zeros(most, np.int64)
    name[used] = np.arange(used.size)
    weights = counts[used].astype(np.float64)
    sums = [np.bincount(number, weights=column, minlength=most)[used] for column in points.T]
    centres = np.stack(sums, axis=1) / weights[:, None]
    squares = sum(np.bincount(number, weights=column**2, minlength=most)[used] for column in points.T)
    variance = np.maximum(squares / weights - (centres**2).sum(axis=1), 0.0)
    inner = _MEAN_DISTANCE * np.sqrt(variance) * (weights - 1.0) / weights
    return Cells(centres, weights, inner, name[number])


def _ends(column: Floats) -> tuple[float, float]:
    cut = int(column.size * _EDGE_SHARE)
    ordered = np.partition(column, [cut, column.size - 1 - cut])
    return float(ordered[cut]), float(ordered[column.size - 1 - cut])
