"""One map after another: axes keep their direction and groups their names, so that the picture does not jump."""

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from .framing import Frame, placed
from .identity import find
from .passes import Floats
from .pca import Axes
from .result import NO_GROUP, Movement, OpinionMap

_TRY_ALL = 6
"""Up to so many groups every pairing is tried; beyond, the best pairs are taken one by one."""


def earlier_axes(earlier: OpinionMap, frame_statements: NDArray[np.generic]) -> Floats:
    """The earlier map's axes over the statements of a new matrix (axes, statements), 0 where a statement is new."""
    axes = np.zeros((earlier.components.shape[0], frame_statements.size))
    place = find(frame_statements, earlier.statement_ids)
    axes[:, place[place >= 0]] = earlier.components[:, place >= 0]
    return axes


def turned(frame: Frame, before: Floats) -> Frame:
    """Return the frame with axes ordered and signed like the axes ``before`` (axes, statements)."""
    likeness = frame.axes.components @ before.T
    n = likeness.shape[0]
    order = max(permutations(range(n)), key=lambda p: sum(abs(likeness[p[i], i]) for i in range(n)))
    sign = np.array([-1.0 if likeness[order[i], i] < 0 else 1.0 for i in range(n)])
    taken = list(order)
    axes = Axes(
        frame.axes.means,
        frame.axes.components[taken] * sign[:, None],
        frame.axes.variances[taken],
        frame.axes.total_variance,
        frame.axes.settled,
    )
    plain = np.ascontiguousarray(frame.plain[:, taken] * sign)
    return placed(frame.matrix, frame.walk, frame.tallies, axes, plain, frame.votes)


def kept_names(table: NDArray[np.int64], old_names: tuple[int, ...]) -> tuple[int, ...]:
    """Name each new group after the old group that it shares most people with, each old name once.

    ``table`` (new groups, old groups) counts people in both. A group that is left over gets a name never used.
    """
    pairs = _best_pairs(table)
    fresh = max(old_names, default=NO_GROUP) + 1
    names = []
    for group in range(table.shape[0]):
        old = pairs.get(group)
        if old is None:
            names.append(fresh)
            fresh += 1
        else:
            names.append(old_names[old])
    return tuple(names)


def _best_pairs(table: NDArray[np.int64]) -> dict[int, int]:
    new, old = table.shape
    if max(new, old) > _TRY_ALL:
        return _greedy_pairs(table)
    wide = np.zeros((max(new, old), max(new, old)), np.int64)
    wide[:new, :old] = table
    best = max(permutations(range(wide.shape[0])), key=lambda p: sum(int(wide[i, j]) for i, j in enumerate(p)))
    return {i: j for i, j in enumerate(best[:new]) if j < old and table[i, j] > 0}


def _greedy_pairs(table: NDArray[np.int64]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for place in np.argsort(-table, axis=None, kind="stable").tolist():
        i, j = divmod(place, table.shape[1])
        if table[i, j] > 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def common_people(earlier: OpinionMap, frame: Frame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows of the frame and places in the earlier map of the people who are in both and not excluded."""
    ids = frame.matrix.participant_ids
    if ids is earlier.participant_ids or np.array_equal(ids, earlier.participant_ids):
        rows = np.arange(ids.size)
    else:
        rows = find(ids, earlier.participant_ids)
    both = (rows >= 0) & frame.keep[np.maximum(rows, 0)]
    return rows[both], np.flatnonzero(both)


def movement(
    earlier: OpinionMap,
    plain: Floats,
    group: NDArray[np.integer],
    places: NDArray[np.int64],
    *,
    new_people: int,
    basis: str,
) -> Movement:
    """What changed for people at ``places`` of the earlier map, now at ``plain`` in ``group`` (same order)."""
    shift = np.sqrt(((plain - earlier.rows_of("positions", places)) ** 2).sum(axis=1))
    spread = float(np.sqrt(earlier.variances.sum())) or 1.0
    everyone = max(earlier.participant_ids.size, 1)
    return Movement(
        changed_group=int((group != earlier.rows_of("group", places)).sum()),
        new_people=new_people,
        mean_shift=float(shift.sum() / everyone / spread),
        largest_shift=float(shift.max(initial=0.0) / spread),
        basis=basis,
    )
