"""The second half of a map: from people's groups to what each group and all together hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .consensus import agreements, divisive, group_informed
from .evidence import Evidence
from .framing import Frame
from .intervals import exact, wilson
from .passes import Floats
from .representative import representatives
from .result import ENGINE, NO_GROUP, Group, Movement, OpinionMap, Settings
from .stability import Stability
from .tallies import AGREE, DISAGREE, compared


@dataclass(frozen=True)
class Cut:
    """People cut into groups: ``labels`` (rows,) index ``names`` or are -1; ``centres`` (groups, axes)."""

    labels: NDArray[np.int64]
    names: tuple[int, ...]
    centres: Floats
    silhouette: float | None = None
    stability: Stability | None = None
    evidence: Evidence | None = None
    small: bool = False
    notes: tuple[str, ...] = ()


def uncut(n_rows: int, n_axes: int) -> Cut:
    """Nobody in any group."""
    return Cut(np.full(n_rows, NO_GROUP, np.int64), (), np.zeros((0, n_axes)))


def assembled(
    frame: Frame, cut: Cut, counts: NDArray[np.int64], *,
    seed: int, digest: str, settings: Settings, moved: Movement | None = None,
) -> OpinionMap:  # fmt: skip
    """Return the map of a frame whose people are cut into groups; ``counts`` (groups, statements, 3) of the frame."""
    keep, live = frame.keep, frame.live
    names = np.asarray([*cut.names, NO_GROUP], np.int16)
    tallies = frame.tallies[live].astype(np.int64)
    empty = OpinionMap(
        engine=ENGINE, seed=seed, digest=digest, settings=settings,
        participant_ids=_some(frame.matrix.participant_ids, keep),
        positions=_some(frame.plain, keep), votes_cast=_some(frame.votes, keep).astype(np.int32),
        group=names[_some(cut.labels, keep)], people_in=int(frame.inside.sum()),
        statement_ids=_some(frame.matrix.statement_ids, live), means=frame.axes.means[live],
        components=np.ascontiguousarray(frame.axes.components[:, live]), variances=frame.axes.variances.copy(),
        total_variance=frame.axes.total_variance, voted_on=frame.voted_on, zeroed=frame.zeroed, tallies=tallies,
        group_counts=counts[:, live], low=np.zeros((0, 2)), high=np.zeros((0, 2)), consensus=None,
        consensus_disagree=None, divisive=None, groups=(), agreements=(),
        evidence=cut.evidence, stability=cut.stability, silhouette=cut.silhouette, small=cut.small, notes=cut.notes,
        moved=moved, matrix=frame.matrix,
    )  # fmt: skip
    return told(empty, cut.names, cut.centres, _group_sizes(cut, keep))


def told(drawn: OpinionMap, names: Sequence[int], centres: Floats, sizes: Sequence[int]) -> OpinionMap:
    """Return the map with everything that follows from its counts worked out anew."""
    counts = drawn.group_counts
    low, high = _bounds(drawn.tallies, drawn.small)
    claimed = counts.shape[0] > 0
    comparison = compared(counts) if counts.shape[0] > 1 else None
    groups = tuple(
        Group(
            int(name), int(sizes[g]), tuple(centres[g].tolist()),
            () if comparison is None else tuple(representatives(counts, comparison, g)),
        )
        for g, name in enumerate(names)
    )  # fmt: skip
    return drawn.changed(
        low=low,
        high=high,
        groups=groups,
        agreements=tuple(agreements(drawn.tallies)),
        consensus=group_informed(counts, AGREE) if claimed else None,
        consensus_disagree=group_informed(counts, DISAGREE) if claimed else None,
        divisive=divisive(counts) if counts.shape[0] > 1 else None,
    )


def _some(values: NDArray[Any], which: NDArray[np.bool_]) -> NDArray[Any]:
    return values if which.all() else values[which]


def _group_sizes(cut: Cut, keep: NDArray[np.bool_]) -> list[int]:
    labels = cut.labels[keep & (cut.labels >= 0)]
    return [int(n) for n in np.bincount(labels, minlength=len(cut.names))]


def _bounds(tallies: NDArray[np.int64], small: bool) -> tuple[Floats, Floats]:
    hits, seen = tallies[:, [AGREE, DISAGREE]], tallies.sum(axis=1)[:, None]
    low, high = exact(hits, seen) if small else wilson(hits, np.broadcast_to(seen, hits.shape))
    return np.ascontiguousarray(low), np.ascontiguousarray(high)
