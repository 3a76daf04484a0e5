"""Votes of many people on many statements, two bytes a vote, the same however the votes arrived."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .identity import Ids, Lookup, VoteError, distinct, find, id_array, united
from .packing import STANCES, Columns, Packed, pack, sliced
from .splicing import decoded, merged, picked, remapped, spliced

__all__ = ["VoteError", "VoteMatrix"]

_VOTES = (-1, 0, 1)
_SPLICE_LIMIT = 50_000
"""Up to so many changed rows are spliced into the old rows; beyond, everything is packed anew."""


@dataclass(frozen=True)
class _Batch:
    """Votes as they came: ids, votes as int8, and times or None."""

    participants: Ids
    statements: Ids
    votes: NDArray[np.int8]
    times: NDArray[Any] | None

    def columns(self, people: Lookup, statements: Lookup, *, by_time: bool) -> Iterator[Columns]:
        """Yield the votes as int32 places and int8 votes, in order of arrival or of time."""
        parts = (self.participants, self.statements, self.votes)
        if by_time and self.times is not None and _unordered(self.times):
            order = np.argsort(self.times, kind="stable")
            parts = tuple(p[order] for p in parts)  # type: ignore[assignment]
        for ids, statement_ids, votes in sliced(parts):
            yield people.places(ids), statements.places(statement_ids), votes.astype(np.int8, copy=False)


@dataclass(frozen=True, eq=False)
class VoteMatrix:
    """A table of votes: 1 agree, -1 disagree, 0 pass, most cells empty. Never changes; `append` gives a new one.

    Rows and columns are kept sorted by id, so results never depend on the order of arrival. The last vote of a
    person on a statement wins: by time within one call where times are given, else by arrival; a later call wins
    over an earlier one. Excluded people and statements stay stored and are left out of every result.
    """

    _people: Ids
    _statements: Ids
    _packed: Packed
    _pending: tuple[_Batch, ...] = ()
    _off_people: frozenset[Any] = frozenset()
    _off_statements: frozenset[Any] = frozenset()

    # ---- making one

    @classmethod
    def from_columns(
        cls,
        participants: Sequence[Any] | Ids,
        statements: Sequence[Any] | Ids,
        votes: ArrayLike,
        times: ArrayLike | None = None,
        *,
        known_statements: Sequence[Any] | Ids = (),
        known_participants: Sequence[Any] | Ids = (),
    ) -> "VoteMatrix":
        """Build from columns of equal length; ``known_...`` adds ids on which or by whom nobody has voted yet.

        Raises ``VoteError`` for unequal lengths, mixed kinds of ids, and any vote but -1, 0 and 1.
        """
        batch = _batch(participants, statements, votes, times)
        return cls._built([batch], id_array(known_participants, "participant"), id_array(known_statements, "statement"))

    @classmethod
    def from_votes(cls, votes: Iterable[Sequence[Any]]) -> "VoteMatrix":
        """Build from an iterable of (participant, statement, vote) or (participant, statement, vote, time)."""
        rows = [tuple(v) for v in votes]
        sizes = {len(r) for r in rows}
        if not sizes <= {3} and not sizes <= {4}:
            raise VoteError("Each vote needs participant, statement, vote and, for all votes or none, a time.")
        columns = list(zip(*rows, strict=True)) if rows else [(), (), ()]
        return cls.from_columns(*(list(c) for c in columns))

    @classmethod
    def from_batches(cls, batches: Iterable[Sequence[Any]]) -> "VoteMatrix":
        """Build from batches of columns (participants, statements, votes[, times]); a later batch wins."""
        return cls._built([_batch(*b) for b in batches])

    @classmethod
    def from_table(
        cls,
        table: ArrayLike,
        participants: Sequence[Any] | Ids | None = None,
        statements: Sequence[Any] | Ids | None = None,
    ) -> "VoteMatrix":
        """Build from a full table, participants by statements, where NaN means "has not voted"."""
        cells = np.asarray(table, dtype=np.float64)
        if cells.ndim != 2:
            raise VoteError(f"A table of votes has two dimensions, not {cells.ndim}.")
        people = id_array(np.arange(cells.shape[0]) if participants is None else participants, "participant")
        topics = id_array(np.arange(cells.shape[1]) if statements is None else statements, "statement")
        if (people.size, topics.size) != cells.shape:
            raise VoteError(
                f"The table is {cells.shape}, but {people.size} people and {topics.size} statements are named."
            )
        row, column = np.nonzero(~np.isnan(cells))
        return cls.from_columns(
            people[row], topics[column], cells[row, column], known_participants=people, known_statements=topics
        )

    @classmethod
    def _built(
        cls, batches: Sequence[_Batch], more_people: Ids | None = None, more_statements: Ids | None = None
    ) -> "VoteMatrix":
        extra_people = [] if more_people is None else [more_people]
        extra_statements = [] if more_statements is None else [more_statements]
        people = distinct([b.participants for b in batches] + extra_people, "participant")
        statements = distinct([b.statements for b in batches] + extra_statements, "statement")
        rows, columns = Lookup(people), Lookup(statements)
        total = sum(b.votes.size for b in batches)

        def packed(by_time: bool) -> Packed:
            slices = (s for b in batches for s in b.columns(rows, columns, by_time=by_time))
            return pack(slices, total, people.size, statements.size)

        result = packed(by_time=False)
        if result.replaced and any(b.times is not None and _unordered(b.times) for b in batches):
            result = packed(by_time=True)
        return cls(people, statements, result)

    def append(
        self,
        participants: Sequence[Any] | Ids,
        statements: Sequence[Any] | Ids,
        votes: ArrayLike,
        times: ArrayLike | None = None,
    ) -> "VoteMatrix":
        """Return a matrix with these votes too; they win over what is stored. The cost is that of the new votes."""
        batch = _batch(_own(participants), _own(statements), _own(votes), _own(times))
        _same_kind(self._people, batch.participants, "participant")
        _same_kind(self._statements, batch.statements, "statement")
        return replace(self, _pending=(*self._pending, batch))

    def excluding(self, *, participants: Iterable[Any] = (), statements: Iterable[Any] = ()) -> "VoteMatrix":
        """Return a matrix that leaves these people (banned) and statements (moderated out) out of every result."""
        return replace(
            self,
            _off_people=self._off_people | _plain(participants),
            _off_statements=self._off_statements | _plain(statements),
        )

    def including(self, *, participants: Iterable[Any] = (), statements: Iterable[Any] = ()) -> "VoteMatrix":
        """Return a matrix that takes these people and statements in again."""
        return replace(
            self,
            _off_people=self._off_people - _plain(participants),
            _off_statements=self._off_statements - _plain(statements),
        )

    # ---- reading it

    @cached_property
    def settled(self) -> "VoteMatrix":
        """This matrix with appended votes worked into its rows (itself when there are none)."""
        if not self._pending:
            return self
        voters = distinct([b.participants for b in self._pending], "participant")
        people = united(self._people, voters, "participant")
        statements = self._every_statement()
        old = remapped(self._packed, find(statements, self._statements), statements.size)
        rows = find(people, self._people)
        touched = find(people, voters)
        if touched.size > _SPLICE_LIMIT:
            packed = self._packed_anew(people, statements, rows, old)
        else:
            packed = spliced(old, rows, people.size, touched, self.rows_of(people[touched], statements))
        return replace(self, _people=people, _statements=statements, _packed=packed, _pending=())

    def _packed_anew(self, people: Ids, statements: Ids, rows: NDArray[np.int64], old: Packed) -> Packed:
        def slices() -> Iterator[Columns]:
            yield from decoded(old, rows)
            for batch in self._pending:
                yield from batch.columns(Lookup(people), Lookup(statements), by_time=True)

        total = old.codes.size + sum(b.votes.size for b in self._pending)
        return pack(slices(), total, people.size, statements.size)

    def rows_of(self, people: Ids, statements: Ids, rows: NDArray[np.int64] | None = None) -> Packed:
        """Return the packed rows of ``people`` over ``statements`` (both sorted distinct ids), others left out.

        ``rows`` are their places among the stored people (-1: not there), for a caller who knows them.
        """
        return self._with_pending(self._stored(people, statements, rows), people, statements)

    def rows_since(
        self, old: "VoteMatrix", people: Ids, statements: Ids, rows: NDArray[np.int64] | None = None
    ) -> tuple[Packed, Packed]:
        """Return the rows of ``people`` in an ``old`` matrix and in this one, which has had votes appended to it.

        Votes that both store are read once. Arguments are those of ``rows_of``; ``rows`` hold for both.
        """
        if old._packed is not self._packed:
            return old.rows_of(people, statements, rows), self.rows_of(people, statements, rows)
        stored = self._stored(people, statements, rows)
        return old._with_pending(stored, people, statements), self._with_pending(stored, people, statements)

    def _stored(self, people: Ids, statements: Ids, rows: NDArray[np.int64] | None) -> Packed:
        rows = find(self._people, people) if rows is None else rows
        return picked(self._packed, rows, find(statements, self._statements), statements.size)

    def _with_pending(self, stored: Packed, people: Ids, statements: Ids) -> Packed:
        if not self._pending:
            return stored
        parts = []
        for batch in self._pending:
            for ids, topics, votes in batch.columns(_Everything(), _Everything(), by_time=True):
                parts.append((find(people, ids).astype(np.int32), find(statements, topics).astype(np.int32), votes))
        parts = [tuple(c[(p[0] >= 0) & (p[1] >= 0)] for c in p) for p in parts]  # type: ignore[misc]
        total = sum(p[2].size for p in parts)
        return merged(stored, pack(iter(parts), total, people.size, statements.size), statements.size)

    def keeps_people(self, ids: Ids) -> bool:
        """Whether ``ids`` is the very array of the stored people, so that places in one are places in the other."""
        return ids is self._people

    def votes_cast_by(self, people: Ids) -> NDArray[np.int64]:
        """Return how many statements each of ``people`` voted on, excluded statements too."""
        return np.diff(self.rows_of(people, self._every_statement()).starts)

    def _every_statement(self) -> Ids:
        more = distinct([b.statements for b in self._pending], "statement")
        return united(self._statements, more, "statement")

    @property
    def participant_ids(self) -> Ids:
        """Sorted ids of all people, excluded ones too."""
        return self.settled._people

    @property
    def statement_ids(self) -> Ids:
        """Sorted ids of all statements, excluded ones too."""
        return self.settled._statements

    @property
    def packed(self) -> Packed:
        """The rows of vote codes."""
        return self.settled._packed

    @property
    def shape(self) -> tuple[int, int]:
        """People and statements, excluded ones too."""
        return self.participant_ids.size, self.statement_ids.size

    @property
    def n_votes(self) -> int:
        """Votes stored, one for each person and statement at most."""
        return int(self.packed.codes.size)

    @property
    def nbytes(self) -> int:
        """Bytes that the votes take."""
        return int(self.packed.codes.nbytes)

    @cached_property
    def live_people(self) -> NDArray[np.bool_]:
        """Which rows are not excluded, shape (people,)."""
        return _live(self.participant_ids, self._off_people)

    @cached_property
    def live_statements(self) -> NDArray[np.bool_]:
        """Which columns are not excluded, shape (statements,)."""
        return _live(self.statement_ids, self._off_statements)

    def people_off(self, people: Ids) -> NDArray[np.bool_]:
        """Which of ``people`` are excluded."""
        return ~_live(people, self._off_people)

    def statements_off(self, statements: Ids) -> NDArray[np.bool_]:
        """Which of ``statements`` are excluded."""
        return ~_live(statements, self._off_statements)

    def table(self) -> NDArray[np.float64]:
        """Return the full table, people by statements, NaN for "has not voted". For small data and tests."""
        cells = np.full(self.shape, np.nan)
        starts, codes = self.packed.starts, self.packed.codes.astype(np.int64)
        row = np.repeat(np.arange(self.shape[0]), np.diff(starts))
        cells[row, codes // STANCES] = codes % STANCES - 1
        return cells

    @cached_property
    def digest(self) -> str:
        """SHA-256 of ids, votes and exclusions: equal for equal input in any order, different otherwise."""
        whole = self.settled
        total = hashlib.sha256()
        for ids in (whole._people, whole._statements):
            total.update(f"{ids.dtype.kind}{ids.size};".encode())
            total.update(_bytes(ids))
        total.update(np.ascontiguousarray(whole._packed.starts, dtype="<i8").data)
        total.update(np.ascontiguousarray(whole._packed.codes).data)
        for off in (self._off_people, self._off_statements):
            total.update(repr(sorted(off, key=lambda x: (str(type(x)), x))).encode())
        return total.hexdigest()


class _Everything(Lookup):
    """A lookup that leaves ids as they are, for code that wants the ids themselves."""

    def __init__(self) -> None:  # no table is needed
        pass

    def places(self, column: Ids) -> Any:
        return column


def _own(column: Any) -> Any:
    """A copy of an array: what is appended waits, and the caller may change it meanwhile."""
    return column.copy() if isinstance(column, np.ndarray) else column


def _bytes(ids: Ids) -> bytes:
    if ids.dtype.kind == "U":
        return "\0".join(ids.tolist()).encode("utf-8", "surrogatepass")
    return np.ascontiguousarray(ids, dtype="<i8").tobytes()


def _batch(
    participants: Sequence[Any] | Ids, statements: Sequence[Any] | Ids, votes: ArrayLike, times: ArrayLike | None = None
) -> _Batch:
    people, topics = id_array(participants, "participant"), id_array(statements, "statement")
    stances = np.asarray(votes)
    when = None if times is None else np.asarray(times)
    sizes = {people.size, topics.size, stances.size} | (set() if when is None else {when.size})
    if len(sizes) > 1 or stances.ndim != 1:
        raise VoteError(
            f"The columns differ in length: {people.size} participants, {topics.size} statements, "
            f"{stances.size} votes" + ("." if when is None else f", {when.size} times.")
        )
    if when is not None and when.dtype.kind == "f" and np.isnan(when).any():
        raise VoteError(f"Vote number {int(np.flatnonzero(np.isnan(when))[0]) + 1} has no time.")
    if when is not None and when.size and when.dtype.kind not in "iufMmU":
        raise VoteError("Times must be numbers, dates or text that sorts by time.")
    return _Batch(people, topics, _stances(stances), when)


def _stances(votes: NDArray[Any]) -> NDArray[np.int8]:
    if votes.size == 0:
        return np.empty(0, np.int8)
    if votes.dtype.kind not in "iuf":
        bad = next((i for i, v in enumerate(votes.tolist()) if v not in _VOTES), 0)
        raise VoteError(f"Vote number {bad + 1} is {votes[bad]!r}; a vote is 1 (agree), -1 (disagree) or 0 (pass).")
    if votes.dtype == np.int8:
        stances = votes
        right = bool(votes.min() >= -1 and votes.max() <= 1)
    else:
        wrong = ~np.isin(votes, _VOTES)
        right = not wrong.any()
        stances = votes.astype(np.int8) if right else np.empty(0, np.int8)
    if not right:
        place = int(np.flatnonzero(~np.isin(votes, _VOTES))[0])
        raise VoteError(f"Vote number {place + 1} is {votes[place]}; a vote is 1 (agree), -1 (disagree) or 0 (pass).")
    return stances


def _same_kind(known: Ids, new: Ids, what: str) -> None:
    if known.size and new.size and (known.dtype.kind == "U") != (new.dtype.kind == "U"):
        raise VoteError(f"Some of the {what} ids are numbers and some are text; use one kind.")


def _plain(ids: Iterable[Any]) -> frozenset[Any]:
    return frozenset(x.item() if isinstance(x, np.generic) else x for x in ids)


def _live(ids: Ids, off: frozenset[Any]) -> NDArray[np.bool_]:
    live = np.ones(ids.size, bool)
    kind = str if ids.dtype.kind == "U" else int
    wanted = sorted(x for x in off if isinstance(x, kind))
    if wanted:
        place = find(ids, np.asarray(wanted))
        live[place[place >= 0]] = False
    return live


def _unordered(times: NDArray[Any]) -> bool:
    return bool((times[1:] < times[:-1]).any())
