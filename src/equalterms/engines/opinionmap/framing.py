"""The first half of a map: axes, positions, and who is in; the same for a first drawing and for a refresh."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .matrix import VoteMatrix
from .packing import STANCES
from .passes import Floats, Walk
from .pca import Axes, principal_axes
from .progress import Progress, tell
from .projection import positions, scaling, taken_in


@dataclass(frozen=True)
class Frame:
    """Everything by row and column of the matrix, excluded ones too; ``keep`` and ``live`` say which count.

    ``plain`` (rows, axes), ``factor`` (rows,), ``votes`` (rows,) on live statements, ``inside`` (rows,) who is in,
    ``tallies`` (statements, 3) of those kept, ``voted_on`` the number of statements with votes and ``zeroed`` of those
    among them that are excluded.
    """

    matrix: VoteMatrix
    walk: Walk
    keep: NDArray[np.bool_]
    live: NDArray[np.bool_]
    tallies: Floats
    axes: Axes
    plain: Floats
    votes: NDArray[np.int64]
    factor: Floats
    inside: NDArray[np.bool_]
    voted_on: int
    zeroed: int

    @property
    def points(self) -> Floats:
        """Scaled positions of those inside (people in, axes): where groups are looked for."""
        return np.asarray(self.plain[self.inside] * self.factor[self.inside, None])


def framed(
    matrix: VoteMatrix,
    n_axes: int,
    start: Floats | None = None,
    tallies: Floats | None = None,
    progress: Progress | None = None,
) -> Frame:
    """Find axes and positions; ``start`` (axes, statements) warms the search, ``tallies`` spare a count if known."""
    tell(progress, "reading the votes", 0.0)
    whole = matrix.settled
    walk = Walk(whole.packed, whole.shape[1])
    keep, live = whole.live_people, whole.live_statements
    if tallies is None:
        tallies = np.rint(walk.code_sums(keep[:, None].astype(np.float64))).reshape(-1, STANCES)
    tell(progress, "finding the axes", 0.2)
    some_off = None if keep.all() else keep
    axes = principal_axes(
        walk, tallies, n_axes=n_axes, ids=whole.participant_ids, keep=some_off, live=live, start=start
    )
    axes = filled_up(axes, n_axes)
    tell(progress, "placing people", 0.5)
    plain, votes = positions(walk, axes, live)
    return placed(whole, walk, tallies, axes, plain, votes)


def placed(
    whole: VoteMatrix, walk: Walk, tallies: Floats, axes: Axes, plain: Floats, votes: NDArray[np.int64]
) -> Frame:
    """Complete a frame from axes and plain positions: the scaling, and who is in."""
    keep, live = whole.live_people, whole.live_statements
    voted_on = tallies.sum(axis=1) > 0
    zeroed = int((voted_on & ~live).sum())
    n_voted_on = int(voted_on.sum())
    factor = scaling(votes, n_voted_on, zeroed)
    all_votes = np.diff(whole.packed.starts)
    inside = taken_in(np.where(keep, all_votes, 0), np.where(keep, votes, 0), n_voted_on)
    return Frame(whole, walk, keep, live, tallies, axes, plain, votes, factor, inside, n_voted_on, zeroed)


def filled_up(axes: Axes, n_axes: int) -> Axes:
    """Fill up with empty axes where the votes vary in fewer directions than are asked for."""
    lacking = n_axes - axes.variances.size
    if lacking <= 0:
        return axes
    empty = np.zeros((lacking, axes.means.size))
    return Axes(
        axes.means,
        np.concatenate([axes.components, empty]),
        np.concatenate([axes.variances, np.zeros(lacking)]),
        axes.total_variance,
        axes.settled,
    )
