"""What people agree on across groups, what all together agree on, and what divides the groups.

Group-informed consensus is the product over groups of (agree + 1) / (votes + 2) (Small et al. 2021).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .passes import Floats
from .tallies import AGREE, DISAGREE, one_share_z, smoothed

MOST_LISTED = 5
"""Statements listed in each direction."""
Z_90 = 1.2815515655446004
"""The 90 % point of the normal distribution, one-sided: what Polis calls significant."""
HALF = 0.5


@dataclass(frozen=True)
class Agreement:
    """One statement that people at large agree (or disagree) with: counts, smoothed share and its z."""

    statement: int
    direction: str
    hits: int
    seen: int
    share: float
    z: float


def group_informed(counts: NDArray[np.int64], stance: int = AGREE) -> Floats:
    """Product over groups of the smoothed share of ``stance``; counts (groups, statements, 3), result (statements,)."""
    return np.asarray(smoothed(counts[:, :, stance], counts.sum(axis=2)).prod(axis=0))


def divisive(counts: NDArray[np.int64]) -> Floats:
    """How far the groups stand apart on each statement, 0 to 1, shape (statements,).

    Half the distance between the two furthest groups' mean stances (agree 1, disagree -1, pass 0), each smoothed
    with one vote each way; groups in which nobody voted are left out.
    """
    seen = counts.sum(axis=2)
    stance = (counts[:, :, AGREE] - counts[:, :, DISAGREE]) / (seen + 2.0)
    high = np.where(seen > 0, stance, -np.inf).max(axis=0, initial=-np.inf)
    low = np.where(seen > 0, stance, np.inf).min(axis=0, initial=np.inf)
    apart = np.isfinite(high) & np.isfinite(low)
    return np.where(apart, np.where(apart, high, 0.0) - np.where(apart, low, 0.0), 0.0) / 2.0


def agreements(tallies: NDArray[np.int64], most: int = MOST_LISTED) -> list[Agreement]:
    """The statements that people at large agree or disagree with, by Polis's rule; places in ``tallies`` are named.

    A statement is listed when its smoothed share is over one half and that is significant at 90 %; the order is that
    of share times z. ``tallies`` is (statements, 3) and counts everyone, in a group or not.
    """
    seen = tallies.sum(axis=1)
    listed: list[Agreement] = []
    for direction, stance in (("agree", AGREE), ("disagree", DISAGREE)):
        hits = tallies[:, stance]
        share, z = smoothed(hits, seen), one_share_z(hits, seen)
        fit = np.flatnonzero((share > HALF) & (z > Z_90))
        order = fit[np.argsort(-(share * z)[fit], kind="stable")][:most]
        listed += [
            Agreement(int(j), direction, int(hits[j]), int(seen[j]), float(share[j]), float(z[j])) for j in order
        ]
    return listed
