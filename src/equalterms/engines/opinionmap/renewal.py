"""A map brought up to date with new votes: warm, with the same orientation and group names, and what has moved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .assembly import Cut
from .continuity import common_people, earlier_axes, kept_names, movement, turned
from .drawing import GIVEN, cut_into_groups, finished
from .framing import Frame, framed
from .frozen import on_frozen_basis
from .matrix import VoteMatrix
from .news import news_for
from .progress import Progress
from .result import NO_GROUP, OpinionMap

_FEW_NEW_VOTES = 0.001
"""Under this share of new votes the evidence for groups is not weighed anew."""

NewVotes = Iterable[Sequence[Any]] | tuple[NDArray[Any], ...]


def refresh(
    drawn: OpinionMap, new_votes: NewVotes, *, exact: bool = True, progress: Progress | None = None
) -> OpinionMap:
    """Return ``drawn`` with ``new_votes`` worked in; ``moved`` on the result says how much has changed.

    ``new_votes`` is an iterable of (participant, statement, vote[, time]), or a tuple of arrays (participants,
    statements, votes[, times]). With ``exact`` axes and groups are found anew, starting from the old ones; without,
    axes, means and group centres stay (a frozen basis): only those who voted are placed anew, in milliseconds, and the
    digest names the old input and what was added. Groups keep their names and axes their direction in both. Raises
    ``ValueError`` when the map was read back without its votes (see ``OpinionMap.at_matrix``).
    """
    if drawn.matrix is None:
        raise ValueError("This map has no votes with it; attach them with at_matrix() before a refresh.")
    columns = _columns(new_votes)
    matrix = drawn.matrix.append(*columns)
    if not exact:
        return on_frozen_basis(drawn, matrix, columns)
    return _found_anew(drawn, matrix, columns, progress)


def _columns(new_votes: NewVotes) -> tuple[Any, ...]:
    if isinstance(new_votes, tuple) and new_votes and all(isinstance(c, np.ndarray) for c in new_votes):
        return new_votes
    rows = [tuple(v) for v in new_votes]
    if len({len(r) for r in rows} | {3}) > 1 and {len(r) for r in rows} != {4}:
        raise ValueError("Each new vote needs participant, statement and vote, and for all or none a time.")
    return tuple(list(c) for c in zip(*rows, strict=True)) if rows else ([], [], [])


def _found_anew(
    drawn: OpinionMap, matrix: VoteMatrix, columns: tuple[Any, ...], progress: Progress | None
) -> OpinionMap:
    settings, seed = drawn.settings, drawn.seed
    before = earlier_axes(drawn, matrix.statement_ids)
    news = news_for(drawn, matrix, columns[0])
    tallies = None if news is None else (drawn.tallies + news.change()).astype(np.float64)
    frame = turned(framed(matrix, settings.axes, start=before, tallies=tallies, progress=progress), before)
    rows, places = common_people(drawn, frame)
    if settings.groups == GIVEN:
        cut = _as_before(drawn, frame, rows, places)
    else:
        few = len(columns[0]) < drawn.seen.sum() * _FEW_NEW_VOTES
        cut = cut_into_groups(
            frame, settings, seed=seed, before=len(drawn.groups) or None, weighed=drawn.evidence if few else None
        )
        cut = _named_as_before(drawn, cut, rows, places)
    names = np.asarray([*cut.names, NO_GROUP], np.int16)
    new_people = int(frame.keep.sum()) - rows.size
    moved = movement(drawn, frame.plain[rows], names[cut.labels[rows]], places, new_people=new_people, basis="exact")
    counts = None if news is None else news.counts(cut.labels, cut.names)
    return finished(frame, cut, settings, seed=seed, progress=progress, moved=moved, counts=counts)


def _named_as_before(drawn: OpinionMap, cut: Cut, rows: NDArray[np.int64], places: NDArray[np.int64]) -> Cut:
    old_names = tuple(g.id for g in drawn.groups)
    if not cut.names or not old_names:
        return cut
    old = np.full(max(old_names) + 2, -1)
    old[list(old_names)] = np.arange(len(old_names))
    now, was = cut.labels[rows], old[drawn.group[places].astype(np.int64)]
    both = (now >= 0) & (was >= 0)
    size = len(cut.names) * len(old_names)
    table = np.bincount(now[both] * len(old_names) + was[both], minlength=size)
    names = kept_names(table.reshape(len(cut.names), -1), old_names)
    order = np.argsort(names)
    place = np.append(np.argsort(order), NO_GROUP)
    return replace(cut, labels=place[cut.labels], names=tuple(names[i] for i in order), centres=cut.centres[order])


def _as_before(drawn: OpinionMap, frame: Frame, rows: NDArray[np.int64], places: NDArray[np.int64]) -> Cut:
    """Groups that were given stay as given; new people are in none."""
    names = tuple(g.id for g in drawn.groups)
    place = {name: number for number, name in enumerate(names)} | {NO_GROUP: NO_GROUP}
    labels = np.full(frame.keep.size, NO_GROUP, np.int64)
    labels[rows] = [place[int(g)] for g in drawn.group[places]]
    points = frame.plain * frame.factor[:, None]
    centres = [points[labels == g].mean(axis=0) for g in range(len(names))]
    return Cut(labels, names, np.stack(centres) if centres else points[:0], notes=drawn.notes)
