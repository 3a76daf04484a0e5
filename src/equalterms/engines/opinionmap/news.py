"""What a few new votes change in the counts of a map, so that a refresh need not count everything again."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .identity import distinct, find, id_array
from .matrix import VoteMatrix
from .packing import Packed
from .result import NO_GROUP, OpinionMap
from .tallies import counted_in

_FEW = 0.05
"""Share of people up to which counting the changes is quicker than counting everyone."""


@dataclass(frozen=True)
class News:
    """An earlier map and the matrix with the new votes, both over the same people and statements, none excluded.

    ``touched`` are the rows of those who voted anew.
    """

    drawn: OpinionMap
    old: VoteMatrix
    matrix: VoteMatrix
    touched: NDArray[np.int64]

    def _rows(self, rows: NDArray[np.int64]) -> tuple[Packed, Packed]:
        people, statements = self.matrix.participant_ids[rows], self.matrix.statement_ids
        return self.old.rows_of(people, statements), self.matrix.settled.rows_of(people, statements)

    def change(self) -> NDArray[np.int64]:
        """What is added to the counts of each statement and stance (statements, 3)."""
        before, now = self._rows(self.touched)
        nobody, size = np.full(self.touched.size, NO_GROUP), self.matrix.statement_ids.size
        return np.asarray((counted_in(now, nobody, 0, size) - counted_in(before, nobody, 0, size))[0])

    def counts(self, labels: NDArray[np.int64], names: tuple[int, ...]) -> NDArray[np.int64] | None:
        """Votes by group under new ``labels`` (places in ``names``); None when too much changed."""
        if names != tuple(g.id for g in self.drawn.groups):
            return None
        place = np.full(max(names, default=NO_GROUP) + 2, NO_GROUP)
        place[list(names)] = np.arange(len(names))
        was = place[self.drawn.group.astype(np.int64)]
        changed = was != labels
        changed[self.touched] = True
        rows = np.flatnonzero(changed)
        if rows.size > _FEW * labels.size:
            return None
        before, now = self._rows(rows)
        k, size = len(names), self.matrix.statement_ids.size
        difference = counted_in(now, labels[rows], k, size) - counted_in(before, was[rows], k, size)
        return np.asarray(self.drawn.group_counts + difference[:k])


def news_for(drawn: OpinionMap, matrix: VoteMatrix, voters: Any) -> News | None:
    """Return the news of ``voters`` for a map, or None when people or statements were added or are excluded."""
    old = drawn.matrix
    same = (
        old is not None
        and np.array_equal(drawn.participant_ids, matrix.participant_ids)
        and np.array_equal(drawn.statement_ids, matrix.statement_ids)
    )
    if not same or old is None:
        return None
    touched = find(matrix.participant_ids, distinct([id_array(voters, "participant")], "participant"))
    return News(drawn, old, matrix, touched)
