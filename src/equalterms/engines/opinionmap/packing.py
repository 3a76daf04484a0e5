"""Votes packed into rows: two bytes a vote, sorted by participant and statement, the last vote kept.

A vote is the code ``3 * statement + (vote + 1)``. Sorting is two stable counting sorts (a sparse matrix turned on
its side twice), done on blocks of rows that stay in the processor's cache.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

STANCES = 3
"""Disagree, pass, agree: the three codes of a statement."""
_BLOCK = 1 << 18
_MOST_BLOCKS = 64
"""Votes in a block, so that a block's sort stays in cache and in memory already at hand; more when there are many."""
_SLICE = 1 << 18
"""Votes read at a time from the columns."""
_KEY_LIMIT = 2**31 - 1

Columns = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int8]]
"""Rows, statements and votes (-1, 0, 1) of equal length."""


@dataclass(frozen=True)
class Packed:
    """Rows of vote codes: ``codes[starts[i]:starts[i + 1]]`` are the votes of row i, sorted by statement."""

    starts: NDArray[np.int64]
    codes: NDArray[np.unsignedinteger]
    replaced: int
    """How many votes were dropped because the same participant voted on the same statement again."""


def code_type(n_statements: int) -> type[np.unsignedinteger]:
    """Return the smallest type that holds the codes of so many statements."""
    return np.uint16 if STANCES * n_statements <= 2**16 else np.uint32


def pack(slices: Iterator[Columns], n_votes: int, n_rows: int, n_statements: int) -> Packed:
    """Return the packed rows of votes that arrive in order; a later vote on the same statement wins.

    ``slices`` yields parts of the columns, ``n_votes`` votes in all, rows under ``n_rows`` and statements under
    ``n_statements``.
    """
    width = STANCES * n_statements
    rows_a_block = max(1, _KEY_LIMIT // max(width, 1))
    blocks = max(1, min(-(-n_votes // _BLOCK), _MOST_BLOCKS), -(-n_rows // rows_a_block))
    step = max(1, -(-n_rows // blocks))
    blocks = -(-n_rows // step) if n_rows else 0
    pieces = _partition(slices, blocks, step, width)
    counts = np.zeros(n_rows, np.int64)
    codes = np.empty(n_votes, code_type(n_statements))
    end = 0
    for block in range(blocks):
        first = block * step
        keys = _joined(pieces, block)
        block_codes, block_counts = _sorted_block(keys, min(step, n_rows - first), n_statements)
        counts[first : first + step] = block_counts
        codes[end : end + block_codes.size] = block_codes
        end += block_codes.size
    starts = np.zeros(n_rows + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return Packed(starts, codes if end == n_votes else codes[:end].copy(), n_votes - end)


def sliced(columns: Sequence[NDArray[np.generic]]) -> Iterator[tuple[NDArray[np.generic], ...]]:
    """Yield equal slices of several columns of one length."""
    for start in range(0, columns[0].size, _SLICE):
        yield tuple(c[start : start + _SLICE] for c in columns)


def _partition(slices: Iterator[Columns], blocks: int, step: int, width: int) -> list[list[NDArray[np.int32]]]:
    """Deal votes, as keys of row-in-block and code, to the blocks of rows; order within a block is kept."""
    pieces: list[list[NDArray[np.int32]]] = [[] for _ in range(blocks)]
    for rows, statements, votes in slices:
        if blocks == 1:
            key = rows * np.int32(width)
            key += statements * np.int32(STANCES) + votes + np.int32(1)
            pieces[0].append(key)
            continue
        block = rows // np.int32(step)
        key = (rows - block * np.int32(step)) * np.int32(width)
        key += statements * np.int32(STANCES) + votes + np.int32(1)
        one_a_row = np.arange(rows.size + 1, dtype=np.int32)
        dealt = csr_array((key, block, one_a_row), shape=(rows.size, blocks)).tocsc()
        for number in range(blocks):
            part = dealt.data[dealt.indptr[number] : dealt.indptr[number + 1]]
            if part.size:
                pieces[number].append(part.copy())
    return pieces


def _joined(pieces: list[list[NDArray[np.int32]]], block: int) -> NDArray[np.int32]:
    """Take the keys of one block, and let go of its pieces so that memory falls as work goes on."""
    parts, pieces[block] = pieces[block], []
    if not parts:
        return np.empty(0, np.int32)
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _sorted_block(
    keys: NDArray[np.int32], n_rows: int, n_statements: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Sort one block by row, statement and arrival; keep the last vote. Returns codes and votes a row.

    ``keys`` is used up: its memory serves for the steps between, as fresh pages cost as much as the work on them.
    """
    width = np.int32(STANCES * n_statements)
    if keys.size == 0:
        return keys, np.zeros(n_rows, np.int64)
    packed = keys // width
    keys -= packed * width
    statement = keys // np.int32(STANCES)
    keys -= statement * np.int32(STANCES)
    packed *= np.int32(STANCES)
    packed += keys
    one_a_row = np.arange(keys.size + 1, dtype=np.int32)
    by_statement = csr_array((packed, statement, one_a_row), shape=(keys.size, n_statements)).tocsc()
    row = np.floor_divide(by_statement.data, np.int32(STANCES), out=packed)
    stance = (by_statement.data - row * np.int32(STANCES)).astype(np.int8)
    by_row = csr_array((stance, row, by_statement.indptr), shape=(n_statements, n_rows)).tocsc()
    statement, starts = by_row.indices, by_row.indptr
    codes = np.multiply(statement, np.int32(STANCES), out=keys)
    codes += by_row.data
    counts = np.diff(starts).astype(np.int64)
    again = np.zeros(keys.size, bool)
    again[:-1] = statement[1:] == statement[:-1]
    inner_ends = starts[1:-1]
    again[inner_ends[(inner_ends > 0)] - 1] = False
    if again.any():
        counts -= np.bincount(np.repeat(np.arange(n_rows), counts)[again], minlength=n_rows)
        codes = codes[~again]
    return codes, counts
