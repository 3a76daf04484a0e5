"""Read the export of a Polis conversation: votes.csv, comments.csv, participants-votes.csv, summary.csv.

Strict: a row that cannot be read as what it claims to be stops the reading with file, line and reason, and nothing is
half read. Votes are 1 agree, -1 disagree, 0 pass; ``moderated`` is 1 in, 0 not looked at, -1 out.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .matrix import VoteMatrix
from .progress import Progress, tell

VOTES, COMMENTS, PARTICIPANTS, SUMMARY = "votes.csv", "comments.csv", "participants-votes.csv", "summary.csv"
MODERATED_OUT = -1
POLIS_ADDRESS = "pol.is"
ATTRIBUTION = (
    "Data was gathered using the Polis software (see: compdemocracy.org/polis and "
    "github.com/compdemocracy/polis) and is sub-licensed under CC BY 4.0 with Attribution to "
    "The Computational Democracy Project."
)
VOTE_COLUMNS = ("timestamp", "datetime", "comment-id", "voter-id", "vote")
COMMENT_COLUMNS = (
    "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body",
)  # fmt: skip
PARTICIPANT_COLUMNS = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
_NEEDED_OF_VOTES = ("timestamp", "comment-id", "voter-id", "vote")
_NEEDED_OF_COMMENTS = ("comment-id", "comment-body", "moderated")
_NEEDED_OF_PARTICIPANTS = ("participant", "group-id")
_STANCES = {"1": 1, "0": 0, "-1": -1}
_REPORT_EVERY = 100_000
_LONGEST_CELL = 1 << 20


class ExportError(ValueError):
    """An export that cannot be read: the message gives file, line and reason."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}" if line is not None else f"{file}: {reason}")
        self.file, self.line, self.reason = file, line, reason


@dataclass(frozen=True)
class Export:
    """One conversation: the votes, with moderated statements excluded, and what is said about them.

    ``texts`` maps statement to words, ``moderated`` holds the statements moderated out, ``groups`` maps participant to
    the group that Polis gave (only those in one), ``summary`` is the table of summary.csv.
    """

    matrix: VoteMatrix
    texts: Mapping[Any, str] = field(default_factory=dict)
    moderated: frozenset[Any] = frozenset()
    groups: Mapping[Any, int] = field(default_factory=dict)
    summary: Mapping[str, str] = field(default_factory=dict)

    @property
    def attribution(self) -> str | None:
        """What must stand wherever the content is shown: kept from the export, or owed for a conversation on pol.is."""
        if "attribution" in self.summary:
            return self.summary["attribution"]
        return ATTRIBUTION if POLIS_ADDRESS in self.summary.get("url", "") else None


def read_export(path: str | Path, *, progress: Progress | None = None) -> Export:
    """Read the export at ``path``, a folder or its votes.csv; files other than the votes may be missing.

    Without votes.csv a folder is read from participants-votes.csv. Raises ``ExportError`` for anything malformed and
    ``Cancelled`` when ``progress`` answers False.
    """
    place = Path(path)
    folder = place if place.is_dir() else place.parent
    votes_file = folder / VOTES if place.is_dir() else place
    wide = _participants(folder / PARTICIPANTS) if (folder / PARTICIPANTS).is_file() else None
    texts, moderated = _comments(folder / COMMENTS) if (folder / COMMENTS).is_file() else ({}, [])
    if votes_file.is_file():
        matrix = _votes(votes_file, list(texts), progress)
    elif wide is not None and place.is_dir():
        matrix = wide[1]
    else:
        raise ExportError(str(votes_file), None, "there is no such file; a folder with a votes.csv is needed")
    summary = _summary(folder / SUMMARY) if (folder / SUMMARY).is_file() else {}
    as_text = matrix.statement_ids.dtype.kind == "U"
    name = str if as_text else _number_or_text
    named = {name(key): words for key, words in texts.items()}
    off = frozenset(name(key) for key in moderated)
    people = str if matrix.participant_ids.dtype.kind == "U" else _number_or_text
    groups = {people(key): group for key, group in wide[0].items()} if wide is not None else {}
    return Export(matrix.excluding(statements=off), named, off, groups, summary)


def _number_or_text(value: str) -> Any:
    return int(value) if _is_number(value) else value


def _is_number(value: str) -> bool:
    return value.isascii() and value.removeprefix("-").isdigit() and len(value) < 19


# ---- rows, with their line


def _text(file: Path) -> str:
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ExportError(file.name, line, "this is not UTF-8 text") from error


def _rows(file: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line and cells of each row; the header must hold ``needed``, and each row as many cells as the header."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    header: list[str] | None = None
    try:
        for cells in reader:
            if header is None:
                header = _header(file, cells, needed)
            elif cells:
                if len(cells) != len(header):
                    reason = f"{len(cells)} cells where the header has {len(header)}"
                    raise ExportError(file.name, reader.line_num, reason)
                yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise ExportError(file.name, reader.line_num, f"this is not a row of a CSV file ({error})") from error
    if header is None:
        raise ExportError(file.name, 1, "the file is empty")


def _header(file: Path, cells: list[str], needed: tuple[str, ...]) -> list[str]:
    missing = [name for name in needed if name not in cells]
    if missing:
        raise ExportError(file.name, 1, f"the header lacks {', '.join(missing)}")
    if len(set(cells)) != len(cells):
        raise ExportError(file.name, 1, "a column name stands twice in the header")
    return cells


# ---- votes.csv


def _votes(file: Path, written: list[str], progress: Progress | None) -> VoteMatrix:
    """The votes, with room for statements that are ``written`` but not yet voted on."""
    tell(progress, f"reading {VOTES}", 0.0)
    columns = _quick_votes(file)
    if columns is None:
        columns = _careful_votes(file, progress)
    statements, voters, votes, times = columns
    known = _ids(written)
    if known.dtype.kind != statements.dtype.kind:
        known, statements = known.astype(np.str_), statements.astype(np.str_)
    return VoteMatrix.from_columns(voters, statements, votes, times, known_statements=known)


def _quick_votes(file: Path) -> tuple[Any, Any, Any, Any] | None:
    """Read a plain file of whole numbers at the speed of numpy; None when it needs, or deserves, a careful look."""
    raw = file.read_bytes()
    head, _, body = raw.partition(b"\n")
    header = head.decode("utf-8-sig", "replace").strip().split(",")
    lines = body.count(b"\n") + (0 if body.endswith(b"\n") or not body else 1)
    plain = b'"' not in raw and b"\n\n" not in body and b"\n\r" not in body
    even = body.count(b",") == lines * (len(header) - 1)
    if not (plain and even and lines and header[-1] == "vote" and set(_NEEDED_OF_VOTES) <= set(header)):
        return None
    use = [header.index(name) for name in ("comment-id", "voter-id", "vote", "timestamp")]
    try:
        table = np.loadtxt(
            io.BytesIO(body), delimiter=",", usecols=use, dtype=np.int64, comments=None, ndmin=2, encoding="utf-8"
        )
    except (ValueError, OverflowError):
        return None
    right = table.shape[0] == lines and bool((np.abs(table[:, 2]) <= 1).all())
    return tuple(table.T.copy()) if right else None


def _careful_votes(file: Path, progress: Progress | None) -> tuple[Any, Any, Any, NDArray[np.int64]]:
    statements, voters, votes, times = [], [], [], []
    lines = max(file.read_bytes().count(b"\n"), 1)
    for line, row in _rows(file, _NEEDED_OF_VOTES):
        if line % _REPORT_EVERY == 0:
            tell(progress, f"reading {VOTES}", min(line / lines, 1.0))
        statements.append(_name(file, line, row, "comment-id"))
        voters.append(_name(file, line, row, "voter-id"))
        votes.append(_stance(file, line, row["vote"]))
        times.append(_whole(file, line, row, "timestamp"))
    return _ids(statements), _ids(voters), np.asarray(votes, np.int8), np.asarray(times, np.int64)


def _ids(names: list[str]) -> Any:
    """Whole numbers when all are, else text."""
    return np.asarray([int(n) for n in names], np.int64) if all(map(_is_number, names)) else np.asarray(names, np.str_)


def _name(file: Path, line: int, row: dict[str, str], column: str) -> str:
    value = row[column].strip()
    if not value:
        raise ExportError(file.name, line, f"{column} is empty")
    return value


def _whole(file: Path, line: int, row: dict[str, str], column: str) -> int:
    value = row[column].strip()
    if not _is_number(value):
        raise ExportError(file.name, line, f"{column} is {value!r}, not a whole number")
    return int(value)


def _stance(file: Path, line: int, value: str) -> int:
    stance = _STANCES.get(value.strip())
    if stance is None:
        raise ExportError(file.name, line, f"vote is {value!r}; it must be 1 (agree), -1 (disagree) or 0 (pass)")
    return stance


# ---- the other files


def _comments(file: Path) -> tuple[dict[str, str], list[str]]:
    """Texts by statement, and the statements moderated out."""
    texts: dict[str, str] = {}
    out = []
    for line, row in _rows(file, _NEEDED_OF_COMMENTS):
        statement = _name(file, line, row, "comment-id")
        if statement in texts:
            raise ExportError(file.name, line, f"comment-id {statement} stands twice")
        moderated = row["moderated"].strip()
        if moderated not in _STANCES:
            raise ExportError(file.name, line, f"moderated is {moderated!r}; it must be 1, 0 or -1")
        texts[statement] = row["comment-body"]
        if _STANCES[moderated] == MODERATED_OUT:
            out.append(statement)
    return texts, out


def _participants(file: Path) -> tuple[dict[str, int], VoteMatrix]:
    """The group that Polis gave each participant (only those in one), and the votes of the table."""
    groups: dict[str, int] = {}
    people: list[str] = []
    rows, columns, votes = [], [], []
    for line, row in _rows(file, _NEEDED_OF_PARTICIPANTS):
        person = _name(file, line, row, "participant")
        if row["group-id"].strip():
            groups[person] = _whole(file, line, row, "group-id")
        for statement in (name for name in row if _is_number(name)):
            if row[statement].strip():
                rows.append(len(people))
                columns.append(int(statement))
                votes.append(_stance(file, line, row[statement]))
        people.append(person)
    if len(set(people)) != len(people):
        raise ExportError(file.name, None, "a participant stands twice")
    ids = _ids(people)
    voters = ids[np.asarray(rows, np.int64)] if rows else ids[:0]
    return groups, VoteMatrix.from_columns(voters, np.asarray(columns, np.int64), votes, known_participants=ids)


def _summary(file: Path) -> dict[str, str]:
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    summary: dict[str, str] = {}
    try:
        for cells in reader:
            if len(cells) == 1:
                raise ExportError(file.name, reader.line_num, "one cell where a name and a value belong")
            if cells:
                summary[cells[0]] = ",".join(cells[1:])  # some exports leave a comma in the topic unquoted
    except csv.Error as error:
        raise ExportError(file.name, reader.line_num, f"this is not a row of a CSV file ({error})") from error
    return summary
