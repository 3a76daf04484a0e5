"""Small products that stay on one thread: a BLAS library that wakes its threads for them costs more than it saves."""

import numpy as np

from .passes import Floats

_ONE_THREAD = 200_000
"""Multiplications under which OpenBLAS works on one thread."""


def product(left: Floats, right: Floats) -> Floats:
    """Return ``left @ right``, done in slices of rows small enough for one thread."""
    step = max(1, _ONE_THREAD // max(1, left.shape[1] * right.shape[1]))
    if left.shape[0] <= step:
        return np.asarray(left @ right)
    result = np.empty((left.shape[0], right.shape[1]), np.result_type(left, right))
    for start in range(0, left.shape[0], step):
        np.matmul(left[start : start + step], right, out=result[start : start + step])
    return result


def adjusted_rand(table: Floats) -> float:
    """Agreement of two partitions from their cross table of (weighted) counts: 1 is the same, 0 is chance.

    Hubert and Arabie, "Comparing partitions", Journal of Classification 2 (1985).
    """

    def pairs(counts: Floats) -> float:
        return float((counts * (counts - 1.0)).sum() / 2.0)

    both, rows, columns = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    everything = table.sum() * (table.sum() - 1.0) / 2.0
    if everything <= 0:
        return 1.0
    chance = rows * columns / everything
    most = (rows + columns) / 2.0
    return 1.0 if most == chance else float((both - chance) / (most - chance))
