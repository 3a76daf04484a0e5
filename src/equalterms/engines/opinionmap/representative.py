"""The statements that tell a group from the others, chosen by Polis's rule made independent of order."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .consensus import HALF, MOST_LISTED, Z_90
from .passes import Floats
from .tallies import AGREE, DISAGREE, Comparison


@dataclass(frozen=True)
class Representative:
    """One statement of a group: counts within it, the direction it speaks in, its share and two statistics.

    ``z`` compares the group with all others, ``share_z`` its share with one half; ``ratio`` is the smoothed share
    here over that of the others.
    """

    statement: int
    direction: str
    agree: int
    disagree: int
    seen: int
    share: float
    share_z: float
    ratio: float
    z: float


def representatives(
    counts: NDArray[np.int64], comparison: Comparison, group: int, most: int = MOST_LISTED
) -> list[Representative]:
    """Return up to ``most`` statements of a group; counts is (groups, statements, 3), places are named.

    The best agreed statement leads, then those significant on both tests at 90 % (one-sided) in either direction,
    by ratio x z x share x share z; without any, the one with the highest z. Agreements come before disagreements.
    Polis compares one statement with the next in the order they were written, so that its lead depends on that
    order; here the highest measure leads, and ties go to the lower statement id.
    """
    share, share_z = comparison.share[:, group], comparison.share_z[:, group]
    ratio, ratio_z = comparison.ratio[:, group], comparison.ratio_z[:, group]
    voted = comparison.hits[:, group].sum(axis=0) > 0
    significant = ((share_z > Z_90) & (ratio_z > Z_90)).any(axis=0) & voted
    direction = np.where(ratio_z[0] > ratio_z[1], 0, 1)
    own = direction, np.arange(direction.size)
    measure = (ratio * ratio_z * share * share_z)[own]
    lead = _best_agreed(share[0], share_z[0], ratio[0], ratio_z[0], voted)
    chosen = np.flatnonzero(significant)
    order = chosen[np.argsort(-measure[chosen], kind="stable")].tolist()
    if lead is None and not order and voted.any():
        lead = int(np.argmax(np.where(voted, ratio_z.max(axis=0), -np.inf)))
    if lead is not None:
        order = [lead] + [j for j in order if j != lead]
    listed = [_described(counts, comparison, group, j, int(direction[j])) for j in order[:most]]
    return sorted(listed, key=lambda r: r.direction)


def _best_agreed(
    share: Floats, share_z: Floats, ratio: Floats, ratio_z: Floats, voted: NDArray[np.bool_]
) -> int | None:
    """The agreed statement that leads: the most telling one, else the most generally agreed one."""
    fit = voted & ((share_z > Z_90) | ((ratio > 1.0) & (share > HALF)))
    telling = fit & (ratio > 1.0)
    if telling.any():
        return int(np.argmax(np.where(telling, ratio * ratio_z * share * share_z, -np.inf)))
    return int(np.argmax(np.where(fit, share * share_z, -np.inf))) if fit.any() else None


def _described(counts: NDArray[np.int64], comparison: Comparison, group: int, j: int, direction: int) -> Representative:
    return Representative(
        statement=j,
        direction=("agree", "disagree")[direction],
        agree=int(counts[group, j, AGREE]),
        disagree=int(counts[group, j, DISAGREE]),
        seen=int(comparison.seen[group, j]),
        share=float(comparison.share[direction, group, j]),
        share_z=float(comparison.share_z[direction, group, j]),
        ratio=float(comparison.ratio[direction, group, j]),
        z=float(comparison.ratio_z[direction, group, j]),
    )
