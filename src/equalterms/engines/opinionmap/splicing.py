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


def gathered(packed: Packed, rows: NDArray[np.int64], column_of: NDArray[np.int64]) -> Columns:
    """Return the votes of ``rows`` (-1 for a row that is not there) as columns; row numbers count from 0."""
    here = np.flatnonzero(rows >= 0)
    places, counts = span(packed.starts, rows[here])
    codes = packed.codes[places].astype(np.int32)
    statement = codes // STANCES
    row = np.repeat(here, counts).astype(np.int32)
    stance = (codes - statement * STANCES - 1).astype(np.int8)
    return row, column_of[statement].astype(np.int32), stance


def picked(packed: Packed, rows: NDArray[np.int64], column_of: NDArray[np.int64], n_statements: int) -> Packed:
    """Return ``rows`` (-1: an empty row) over other columns; votes on a column that maps to -1 are left out."""
    here = np.flatnonzero(rows >= 0)
    places, counts = span(packed.starts, rows[here])
    codes = packed.codes[places].astype(np.int64)
    column = column_of[codes // STANCES]
    kept = column >= 0
    row = np.repeat(here, counts)[kept]
    starts = np.zeros(rows.size + 1, np.int64)
    np.cumsum(np.bincount(row, minlength=rows.size), out=starts[1:])
    return Packed(starts, (column * STANCES + codes % STANCES)[kept].astype(code_type(n_statements)), 0)


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
