"""Where each person stands on the axes, and who has voted on enough to be placed in a group."""

import numpy as np
from numpy.typing import NDArray

from .passes import Floats, Walk
from .pca import Axes, axis_table, code_values

ENOUGH_VOTES = 7
"""Votes from which a person is "in", or all statements where there are fewer (Polis)."""
FEWEST_IN = 15
"""When fewer people are in, those with the most votes are taken in up to this many (Polis)."""


def positions(walk: Walk, axes: Axes, live: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.int64]]:
    """Return plain positions (rows, axes) and the number of votes of each row on statements that are not excluded."""
    table = axis_table(code_values(axes.means, live), axes.components.T)
    counted = np.repeat(live.astype(np.float64), 3)[:, None]
    sums = walk.row_sums(np.hstack([table, counted]))
    return np.ascontiguousarray(sums[:, :-1]), np.rint(sums[:, -1]).astype(np.int64)


def scaling(votes: NDArray[np.integer], n_voted_on: int, n_zeroed: int) -> Floats:
    """The Polis factor sqrt(statements / votes) that carries people with few votes outward, shape (rows,).

    ``n_voted_on`` counts every statement with a vote, ``n_zeroed`` those among them that are moderated out. Polis
    zeroes these for everyone, so they count as votes of everyone; only so do official positions come out the same
    (Small et al. 2021, and the published mathematics of Polis).
    """
    return np.asarray(np.sqrt(max(n_voted_on, 1) / np.maximum(votes + n_zeroed, 1)))


def taken_in(all_votes: NDArray[np.int64], live_votes: NDArray[np.int64], n_voted_on: int) -> NDArray[np.bool_]:
    """Return who has voted on enough: min(7, statements) votes, topped up to 15 people by number of votes.

    ``all_votes`` counts votes on moderated statements too, as Polis does; without one live vote nobody is in.
    """
    some = live_votes > 0
    inside = some & (all_votes >= min(ENOUGH_VOTES, n_voted_on))
    lacking = FEWEST_IN - int(inside.sum())
    if lacking > 0:
        rest = np.flatnonzero(some & ~inside)
        most = rest[np.argsort(-all_votes[rest], kind="stable")[:lacking]]
        inside[most] = True
    return inside
