"""Parts of packed rows: read some, put some back, and shift columns when statements are added."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .packing import STANCES, Columns, Packed, code_type

_ROWS_AT_A_TIME = 16_384


def span(starts: NDArray[np.int64], rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of all votes of ``rows`` in the codes, and how many votes each row has."""
    counts = starts[rows + 1] - starts[rows]
    ends = np.cumsum(counts)
    offset = np.repeat(starts[rows] - (ends - counts), counts)
    return offset + np.arange(int(ends[-1]) if ends.size else 0), counts


def picked(packed: Packed, rows: NDArray[np.int64], column_of: NDArray[np.int64], n_statements: int) -> Packed:
    """Return ``rows`` (-1: an empty row) over other columns; votes on a column that maps to -1 are left out."""
    here = np.flatnonzero(rows >= 0)
    places, counts = span(packed.starts, rows[here])
    codes = packed.codes[places]
    row = np.repeat(here, counts)
    if column_of.size != n_statements or not np.array_equal(column_of, np.arange(n_statements)):
        column = column_of[codes // STANCES]
        codes, row = (column * STANCES + codes % STANCES)[column >= 0], row[column >= 0]
    return Packed(_starts(row, rows.size), codes.astype(code_type(n_statements), copy=False), 0)


def merged(old: Packed, new: Packed, n_statements: int) -> Packed:
    """Return the same rows of ``old`` and ``new`` over the same statements as one; new votes win."""
    _, cells, new_rows, new_cells = *_cells(old, n_statements), *_cells(new, n_statements)
    at = np.searchsorted(cells, new_cells)
    again = np.zeros(at.size, bool)
    inner = np.flatnonzero(at < cells.size)
    again[inner] = cells[at[inner]] == new_cells[inner]
    codes = old.codes.copy()
    codes[at[again]] = new.codes[again]
    codes = np.insert(codes, at[~again], new.codes[~again])
    starts = old.starts + _starts(new_rows[~again], old.starts.size - 1)
    return Packed(starts, codes, old.replaced + new.replaced + int(again.sum()))


def _starts(row: NDArray[np.int64], n_rows: int) -> NDArray[np.int64]:
    """Where each row starts, given the row of every vote."""
    starts = np.zeros(n_rows + 1, np.int64)
    np.cumsum(np.bincount(row, minlength=n_rows), out=starts[1:])
    return starts


def _cells(packed: Packed, n_statements: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The row of each vote, and its place in the full table."""
    row = np.repeat(np.arange(packed.starts.size - 1), np.diff(packed.starts))
    return row, row * n_statements + packed.codes // STANCES


def decoded(packed: Packed, rows: NDArray[np.int64]) -> Iterator[Columns]:
    """Yield all votes as columns, row i renamed to ``rows[i]``."""
    n_rows = packed.starts.size - 1
    for first in range(0, n_rows, _ROWS_AT_A_TIME):
        last = min(first + _ROWS_AT_A_TIME, n_rows)
        codes = packed.codes[packed.starts[first] : packed.starts[last]].astype(np.int32)
        row = np.repeat(rows[first:last], np.diff(packed.starts[first : last + 1])).astype(np.int32)
        statement = codes // STANCES
        yield row, statement, (codes - statement * STANCES - 1).astype(np.int8)


def remapped(packed: Packed, column_of: NDArray[np.int64], n_statements: int) -> Packed:
    """Return the rows with column j renamed to ``column_of[j]`` (rising) among ``n_statements`` columns."""
    kind = code_type(n_statements)
    if packed.codes.dtype == kind and np.array_equal(column_of, np.arange(column_of.size)):
        return packed
    table = (column_of[:, None] * STANCES + np.arange(STANCES)).ravel().astype(kind)
    return Packed(packed.starts, table[packed.codes], packed.replaced)


def spliced(old: Packed, rows: NDArray[np.int64], n_rows: int, touched: NDArray[np.int64], new: Packed) -> Packed:
    """Return ``n_rows`` rows: those of ``old`` at their places ``rows``, with ``new`` in place of ``touched``."""
    counts = np.zeros(n_rows, np.int64)
    counts[rows] = np.diff(old.starts)
    source = np.zeros(n_rows + 1, np.int64)
    np.cumsum(counts, out=source[1:])
    counts[touched] = np.diff(new.starts)
    starts = np.zeros(n_rows + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    codes = np.empty(int(starts[-1]), old.codes.dtype)
    row = 0
    for number, place in enumerate(touched.tolist()):
        codes[starts[row] : starts[place]] = old.codes[source[row] : source[place]]
        codes[starts[place] : starts[place + 1]] = new.codes[new.starts[number] : new.starts[number + 1]]
        row = place + 1
    codes[starts[row] :] = old.codes[source[row] :]
    return Packed(starts, codes, old.replaced + new.replaced)
