"""Names of participants and statements: whole numbers or text, kept sorted so that no result depends on order."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[Any]
"""One-dimensional array of int64 or of unicode text."""

_SPARSE_RANGE = 8
"""A range of whole numbers up to this many times the number of votes is looked up in a table, not sorted."""
_AT_A_TIME = 1 << 16
"""Ids marked at a time: numpy widens them first, and fresh memory for many costs more than the marking."""
_MIX = tuple(np.uint64(x) for x in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))
_SHIFTS = tuple(np.uint64(x) for x in (30, 27, 31))


class VoteError(ValueError):
    """The votes cannot be read as votes; the message says which, where and why."""


def id_array(values: Sequence[Any] | Ids, what: str) -> Ids:
    """Return ``values`` as an array of int64 or text; raise ``VoteError`` for anything else.

    ``what`` names the column in the message ("participant", "statement"). Input is never changed.
    """
    array = np.asarray(values)
    if array.ndim != 1:
        raise VoteError(f"The {what} column must have one dimension, not {array.ndim}.")
    if array.size == 0:
        return array.astype(np.int64) if array.dtype.kind not in "US" else array.astype(np.str_)
    if array.dtype.kind == "O":
        return _from_objects(array, what)
    if array.dtype.kind in "iu":
        return array
    if array.dtype.kind == "U":
        return array if isinstance(values, np.ndarray) else _from_objects(np.asarray(values, object), what)
    if array.dtype.kind == "f" and np.isfinite(array).all() and (array == np.floor(array)).all():
        return array.astype(np.int64)
    raise VoteError(f"A {what} must be named by a whole number or by text, not by {array.dtype}.")


def _from_objects(array: Ids, what: str) -> Ids:
    kinds = {type(x) for x in array}
    if kinds <= {str}:
        return array.astype(np.str_)
    if all(issubclass(k, (int, np.integer)) and k is not bool for k in kinds):
        try:
            return array.astype(np.int64)
        except OverflowError as error:
            raise VoteError(f"A {what} number is too large.") from error
    names = ", ".join(sorted(k.__name__ for k in kinds))
    raise VoteError(f"Each {what} must be named by a whole number, or each by text; found {names}.")


def distinct(columns: Iterable[Ids], what: str) -> Ids:
    """Return the sorted distinct ids of several arrays; raise ``VoteError`` when numbers and text are mixed."""
    parts = [_distinct_of(c) for c in columns if c.size]
    if not parts:
        return np.empty(0, np.int64)
    if len({p.dtype.kind == "U" for p in parts}) > 1:
        raise VoteError(f"Some of the {what} ids are numbers and some are text; use one kind.")
    return parts[0] if len(parts) == 1 else _distinct_of(np.concatenate(parts))


def united(known: Ids, more: Ids, what: str) -> Ids:
    """Return the sorted distinct ids ``known`` with ``more`` (distinct) put in; ``known`` itself when none is new."""
    new = more[find(known, more) < 0]
    return known if new.size == 0 else distinct([known, new], what)


def _distinct_of(column: Ids) -> Ids:
    if column.dtype.kind == "U":
        return np.unique(column)
    low, high = int(column.min()), int(column.max())
    if high > np.iinfo(np.int64).max:
        raise VoteError("A participant or statement number is too large.")
    if high - low >= _SPARSE_RANGE * column.size + 1024:
        return np.unique(column).astype(np.int64)
    seen = np.zeros(high - low + 1, bool)
    for start in range(0, column.size, _AT_A_TIME):
        seen[_from_zero(column[start : start + _AT_A_TIME], low)] = True
    return np.flatnonzero(seen) + low


def _from_zero(column: Ids, low: int) -> Ids:
    """The numbers of ``column`` counted from ``low``; wide enough that small types do not overflow."""
    return column if low == 0 else column.astype(np.int64) - low


class Lookup:
    """Finds the place of each id in a sorted array of distinct ids (int32; the ids must all be there)."""

    def __init__(self, known: Ids) -> None:
        self._known = known
        self._table: NDArray[np.int32] | None = None
        if known.size and known.dtype.kind != "U":
            low, high = int(known[0]), int(known[-1])
            if high - low < _SPARSE_RANGE * known.size + 1024:
                self._low = low
                self._table = np.zeros(high - low + 1, np.int32)
                self._table[known - low] = np.arange(known.size, dtype=np.int32)

    def places(self, column: Ids) -> NDArray[np.int32]:
        """Return the place of every id of ``column``, shape as ``column``."""
        if self._table is None:
            return np.searchsorted(self._known, column).astype(np.int32)
        return self._table[_from_zero(column, self._low)]


def find(known: Ids, wanted: Ids) -> NDArray[np.int64]:
    """Return the place of each wanted id in the sorted ``known`` ids, and -1 where it is not there."""
    if known.size == 0 or wanted.size == 0 or (known.dtype.kind == "U") != (wanted.dtype.kind == "U"):
        return np.full(wanted.size, -1, np.int64)
    place = np.minimum(np.searchsorted(known, wanted), known.size - 1)
    return np.where(known[place] == wanted, place, -1)


def mixed(ids: Ids, seed: int) -> NDArray[np.uint64]:
    """Return an even 64-bit hash of each id, so that a sample never depends on where a row stands.

    The mixing function is splitmix64 (Steele, Lea and Flood, 2014).
    """
    start = np.uint64(seed % 2**64)
    if ids.dtype.kind != "U":
        return _splitmix(ids.astype(np.int64).view(np.uint64) ^ _splitmix(np.full(1, start)))
    width = ids.dtype.itemsize // 4
    letters = np.ascontiguousarray(ids).view(np.uint32).reshape(ids.size, width) if width else None
    total = np.full(ids.size, start, np.uint64)
    for column in range(width):
        letter = letters[:, column].astype(np.uint64)  # type: ignore[index]
        total = np.where(letter > 0, _splitmix(total ^ letter), total)
    return _splitmix(total)


def _splitmix(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    x = x + _MIX[0]
    x = (x ^ (x >> _SHIFTS[0])) * _MIX[1]
    x = (x ^ (x >> _SHIFTS[1])) * _MIX[2]
    return np.asarray(x ^ (x >> _SHIFTS[2]))
