"""Votes counted by group and statement, and the tests that compare a group with the others.

Formulas and pseudocounts are those of Polis as red-dwarf 0.4.0 documents them (``reddwarf.utils.stats``).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .packing import STANCES, Packed
from .passes import Floats, Walk

DISAGREE, PASS, AGREE = range(STANCES)


def counted(walk: Walk, labels: NDArray[np.int64], k: int) -> NDArray[np.int64]:
    """Count votes by group, statement and stance in one pass; label -1 is nobody's. Shape (k, statements, 3)."""
    member = np.zeros((labels.size, max(k, 1)))
    here = np.flatnonzero(labels >= 0)
    member[here, labels[here]] = 1.0
    sums = walk.code_sums(member)
    counts = np.rint(sums).astype(np.int64).T.reshape(max(k, 1), walk.n_statements, STANCES)
    return np.ascontiguousarray(counts[:k])


def counted_in(rows: Packed, labels: NDArray[np.int64], k: int, n_statements: int) -> NDArray[np.int64]:
    """Count the votes of a few rows by group, with those in none (-1) last. Shape (k + 1, statements, 3)."""
    width = STANCES * n_statements
    number = np.where(labels >= 0, labels, k)
    key = np.repeat(number * width, np.diff(rows.starts)) + rows.codes
    return np.bincount(key, minlength=(k + 1) * width).reshape(k + 1, n_statements, STANCES)


def one_share_z(hits: NDArray[np.int64], seen: NDArray[np.int64]) -> Floats:
    """z of "more than half", one pseudo-hit added: 2 sqrt(n + 1) ((hits + 1) / (n + 1) - 1/2)."""
    n = seen + 1.0
    return np.asarray(2.0 * np.sqrt(n) * ((hits + 1.0) / n - 0.5))


def two_shares_z(
    hits: NDArray[np.int64], others: NDArray[np.int64], seen: NDArray[np.int64], others_seen: NDArray[np.int64]
) -> Floats:
    """z of "a larger share here than among the others", one pseudo-hit on each side; 0 where both are all hits."""
    n, m = seen + 1.0, others_seen + 1.0
    pooled = (hits + others + 2.0) / (n + m)
    spread = np.sqrt(np.maximum(pooled * (1.0 - pooled), 0.0) * (1.0 / n + 1.0 / m))
    gap = (hits + 1.0) / n - (others + 1.0) / m
    return np.where(spread > 0, gap / np.where(spread > 0, spread, 1.0), 0.0)


def smoothed(hits: NDArray[np.int64], seen: NDArray[np.int64]) -> Floats:
    """Share with one pseudo-vote each way: (hits + 1) / (seen + 2)."""
    return np.asarray((hits + 1.0) / (seen + 2.0))


@dataclass(frozen=True)
class Comparison:
    """Each group against all others, for agree (index 0) and disagree (index 1). Arrays are (2, groups, statements)."""

    hits: NDArray[np.int64]
    seen: NDArray[np.int64]
    share: Floats
    share_z: Floats
    ratio: Floats
    ratio_z: Floats


def compared(counts: NDArray[np.int64]) -> Comparison:
    """Compare the groups in ``counts`` (groups, statements, 3); ``seen`` is (groups, statements)."""
    seen = counts.sum(axis=2)
    hits = np.stack([counts[:, :, AGREE], counts[:, :, DISAGREE]])
    other_hits = hits.sum(axis=1, keepdims=True) - hits
    other_seen = seen.sum(axis=0, keepdims=True) - seen
    share = smoothed(hits, seen)
    ratio = share / smoothed(other_hits, other_seen)
    ratio_z = two_shares_z(hits, other_hits, seen, other_seen)
    return Comparison(hits, seen, share, one_share_z(hits, seen), ratio, ratio_z)
