"""Write a conversation as a Polis export, so that other tools can read it and this one reads it back unchanged."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from .matrix import VoteMatrix
from .packing import STANCES
from .polis import (
    COMMENT_COLUMNS,
    COMMENTS,
    PARTICIPANT_COLUMNS,
    PARTICIPANTS,
    SUMMARY,
    VOTE_COLUMNS,
    VOTES,
    Export,
)  # fmt: skip

_NO_TIME = "0"


def write_export(folder: str | Path, export: Export) -> list[Path]:
    """Write the four files into ``folder`` (made if need be) and return their paths.

    A vote matrix keeps no times, so timestamps are 0 and dates empty; the votes are the last of each person. The
    attribution of the source is kept in summary.csv. Each file appears whole or not at all.
    """
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    whole = export.matrix.settled
    parts = {
        VOTES: _votes(whole),
        COMMENTS: _comments(whole, export),
        PARTICIPANTS: _participants(whole, export.groups),
        SUMMARY: _summary(whole, export),
    }
    return [_written(place / name, rows) for name, rows in parts.items()]


def _written(file: Path, rows: Iterable[Iterable[Any]]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    beside = file.with_name(file.name + ".part")
    beside.write_text(text.getvalue(), encoding="utf-8", newline="")
    beside.replace(file)
    return file


def _cells(whole: VoteMatrix) -> tuple[Any, Any, Any]:
    codes = whole.packed.codes.astype(np.int64)
    row = np.repeat(np.arange(whole.shape[0]), np.diff(whole.packed.starts))
    return row, codes // STANCES, codes % STANCES - 1


def _votes(whole: VoteMatrix) -> Iterable[Iterable[Any]]:
    row, column, vote = _cells(whole)
    people, statements = whole.participant_ids[row].tolist(), whole.statement_ids[column].tolist()
    yield VOTE_COLUMNS
    for person, statement, stance in zip(people, statements, vote.tolist(), strict=True):
        yield _NO_TIME, "", statement, person, stance


def _comments(whole: VoteMatrix, export: Export) -> Iterable[Iterable[Any]]:
    _, column, vote = _cells(whole)
    size = whole.shape[1]
    agrees = np.bincount(column[vote == 1], minlength=size).tolist()
    disagrees = np.bincount(column[vote == -1], minlength=size).tolist()
    known = whole.statement_ids.tolist()
    counts = dict(zip(known, zip(agrees, disagrees, strict=True), strict=True))
    yield COMMENT_COLUMNS
    for statement in [*known, *(s for s in export.texts if s not in counts)]:
        agree, disagree = counts.get(statement, (0, 0))
        moderated = -1 if statement in export.moderated else 1
        yield _NO_TIME, "", statement, "", agree, disagree, moderated, export.texts.get(statement, "")


def _participants(whole: VoteMatrix, groups: Mapping[Any, int]) -> Iterable[Iterable[Any]]:
    row, column, vote = _cells(whole)
    starts = whole.packed.starts.tolist()
    statements = whole.statement_ids.tolist()
    yield (*PARTICIPANT_COLUMNS, *statements)
    for number, person in enumerate(whole.participant_ids.tolist()):
        here = slice(starts[number], starts[number + 1])
        votes = dict(zip(column[here].tolist(), vote[here].tolist(), strict=True))
        stances = list(votes.values())
        counted = (len(stances), stances.count(1), stances.count(-1))
        yield (person, groups.get(person, ""), 0, *counted, *(votes.get(j, "") for j in range(len(statements))))


def _summary(whole: VoteMatrix, export: Export) -> Iterable[Iterable[Any]]:
    counted = {"voters": whole.shape[0], "comments": whole.shape[1]}
    summary = {**counted, **export.summary}
    if export.attribution is not None:
        summary["attribution"] = export.attribution
    yield from summary.items()
