"""Walks over packed votes: sums over people by code, and sums over codes by person, exact and in a fixed order."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from .packing import STANCES, Packed

Floats = NDArray[np.float64]

_CHUNK = 1 << 18
"""Votes a step: their indices stay in cache."""
_STRIPE = 1 << 21
"""Votes a stripe. Stripes are added in order, so the number of processors never changes a result."""
_ONES = np.ones(_CHUNK, np.float64)
STANCE_VALUES = np.array([-1.0, 0.0, 1.0])


@dataclass(frozen=True)
class Walk:
    """Rows of codes with the rows and columns that count; every method is one pass over the votes."""

    packed: Packed
    n_statements: int

    @property
    def n_rows(self) -> int:
        """Number of rows."""
        return self.packed.starts.size - 1

    def code_sums(self, weights: Floats) -> Floats:
        """Sum over people of ``weights`` (rows, w), for each code. Returns (3 * statements, w)."""

        def add(first: int, last: int, votes: csr_array) -> Floats:
            return np.asarray(votes.T @ weights[first:last])

        return self._summed(add, weights.shape[1])

    def row_sums(self, table: Floats) -> Floats:
        """Sum over each person's codes of ``table`` (3 * statements, w). Returns (rows, w)."""
        result = np.empty((self.n_rows, table.shape[1]))

        def fill(first: int, last: int, votes: csr_array) -> None:
            result[first:last] = votes @ table

        self._each(fill)
        return result

    def round_trip(self, table: Floats, keep: NDArray[np.bool_] | None) -> Floats:
        """``code_sums(row_sums(table))`` in one pass, over the rows in ``keep`` (all when None)."""

        def add(first: int, last: int, votes: csr_array) -> Floats:
            sums = votes @ table
            if keep is not None:
                sums[~keep[first:last]] = 0.0
            return np.asarray(votes.T @ sums)

        return self._summed(add, table.shape[1])

    def _summed(self, add: Callable[[int, int, csr_array], Floats], width: int) -> Floats:
        def of_stripe(rows: tuple[int, int]) -> Floats:
            total = np.zeros((STANCES * self.n_statements, width))
            for first, last, votes in self._chunks(*rows):
                total += add(first, last, votes)
            return total

        total = np.zeros((STANCES * self.n_statements, width))
        for part in self._over_stripes(of_stripe):
            total += part
        return total

    def _each(self, visit: Callable[[int, int, csr_array], None]) -> None:
        def of_stripe(rows: tuple[int, int]) -> Floats:
            for first, last, votes in self._chunks(*rows):
                visit(first, last, votes)
            return np.empty(0)

        for _ in self._over_stripes(of_stripe):
            pass

    def _over_stripes(self, work: Callable[[tuple[int, int]], Floats]) -> Iterator[Floats]:
        stripes = list(_ranges(self.packed.starts, 0, self.n_rows, _STRIPE))
        if len(stripes) < 2:
            yield from map(work, stripes)
            return
        with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, len(stripes), 4)) as pool:
            yield from pool.map(work, stripes)

    def _chunks(self, first: int, last: int) -> Iterable[tuple[int, int, csr_array]]:
        if last - first == self.n_rows and self.packed.codes.size <= _STRIPE:
            return self._kept_chunks
        return self._made_chunks(first, last)

    @cached_property
    def _kept_chunks(self) -> list[tuple[int, int, csr_array]]:
        """The chunks of a walk of one stripe, which the next pass needs again (four bytes a vote)."""
        return list(self._made_chunks(0, self.n_rows))

    def _made_chunks(self, first: int, last: int) -> Iterator[tuple[int, int, csr_array]]:
        starts, codes = self.packed.starts, self.packed.codes
        width = STANCES * self.n_statements
        for a, b in _ranges(starts, first, last, _CHUNK):
            index = codes[starts[a] : starts[b]].astype(np.int32)
            pointer = (starts[a : b + 1] - starts[a]).astype(np.int32)
            ones = _ONES[: index.size] if index.size <= _CHUNK else np.ones(index.size)
            yield a, b, csr_array((ones, index, pointer), shape=(b - a, width))


def _ranges(starts: NDArray[np.int64], first: int, last: int, votes: int) -> Iterator[tuple[int, int]]:
    """Cut rows first..last into runs of about ``votes`` votes and at most as many rows."""
    while first < last:
        end = int(np.searchsorted(starts, starts[first] + votes, side="right")) - 1
        end = min(max(end, first + 1), last, first + votes)
        yield first, end
        first = end
