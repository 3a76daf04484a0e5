"""A long array in which a few rows are new, put together only when somebody reads the whole."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .identity import find

_FEW = 0.05
"""Share of rows up to which they wait beside the array; beyond, the array is put together at once."""


@dataclass(frozen=True)
class Patched:
    """``base`` with ``values`` at ``rows`` (rising). Nothing is copied until ``whole`` is asked for."""

    base: NDArray[Any]
    rows: NDArray[np.int64]
    values: NDArray[Any]

    def at(self, rows: NDArray[np.int64]) -> NDArray[Any]:
        """Return the rows asked for."""
        found = self.base[rows]
        place = find(self.rows, rows)
        found[place >= 0] = self.values[place[place >= 0]]
        return np.asarray(found)

    def whole(self) -> NDArray[Any]:
        """Return the array with its new rows, read-only."""
        array = self.base.copy()
        array[self.rows] = self.values
        array.setflags(write=False)
        return array


def patched(array: NDArray[Any] | Patched, rows: NDArray[np.int64], values: NDArray[Any]) -> NDArray[Any] | Patched:
    """Return ``array`` with ``values`` at ``rows`` (rising): still waiting where they are few."""
    if isinstance(array, Patched):
        every = np.union1d(array.rows, rows)
        newest = array.at(every)
        newest[find(every, rows)] = values
        array, rows, values = array.base, every, newest
    waiting = Patched(array, rows, values.astype(array.dtype, copy=False))
    return waiting if rows.size <= _FEW * array.shape[0] else waiting.whole()
