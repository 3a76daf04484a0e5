"""Intervals for a share of people: Wilson's for every size, and exact ones for small groups."""

import numpy as np
from numpy.typing import NDArray

from .passes import Floats

CONFIDENCE = 0.95
_NORMAL_QUANTILE = 1.959963984540054
"""The 97.5 % point of the normal distribution, for intervals of 95 %."""

Counts = NDArray[np.int64]


def wilson(hits: Counts, seen: Counts) -> tuple[Floats, Floats]:
    """95 % score interval for hits / seen (Wilson 1927); 0 to 1 where nobody voted. Shapes as the input."""
    n = np.maximum(seen, 1).astype(np.float64)
    share, z2 = hits / n, _NORMAL_QUANTILE**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _NORMAL_QUANTILE * np.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low = np.where((seen > 0) & (hits > 0), np.maximum(middle - half, 0.0), 0.0)
    high = np.where((seen > 0) & (hits < seen), np.minimum(middle + half, 1.0), 1.0)
    return low, high


def exact(hits: Counts, seen: Counts) -> tuple[Floats, Floats]:
    """95 % interval that is never too short (Clopper and Pearson 1934); 0 to 1 where nobody voted."""
    from scipy.special import betaincinv  # loaded here: only small groups need it, and it slows every start

    tail = (1 - CONFIDENCE) / 2
    hits, seen = np.asarray(hits), np.asarray(seen)
    low = np.where(hits > 0, betaincinv(np.maximum(hits, 1), seen - hits + 1, tail), 0.0)
    high = np.where(hits < seen, betaincinv(hits + 1, np.maximum(seen - hits, 1), 1 - tail), 1.0)
    return low, high
