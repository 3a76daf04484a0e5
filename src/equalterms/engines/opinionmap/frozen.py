"""New votes worked into a map whose axes and group centres stay: only the people who voted are touched."""

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .assembly import told
from .continuity import movement
from .drawing import GIVEN
from .grouping import nearest
from .identity import Ids, distinct, find, id_array
from .matrix import VoteMatrix
from .packing import Packed
from .passes import Floats, Walk
from .patched import patched
from .pca import Axes
from .projection import ENOUGH_VOTES, positions, scaling
from .result import NO_GROUP, OpinionMap
from .tallies import counted_in


@dataclass(frozen=True)
class _Touched:
    """Those who voted anew (t people): their places in the old map (-1 is new), rows before and now, and positions."""

    ids: Ids
    place: NDArray[np.int64]
    before: Packed
    now: Packed
    plain: Floats
    votes: NDArray[np.int64]
    group: NDArray[np.int64]
    was: NDArray[np.int64]
    newly_in: int


def on_frozen_basis(drawn: OpinionMap, matrix: VoteMatrix, columns: tuple[Any, ...]) -> OpinionMap:
    """Return the map with the votes in ``columns`` (already appended to ``matrix``) worked in on its own basis."""
    assert drawn.matrix is not None
    base = _with_new_statements(drawn, columns[1], matrix)
    people = distinct([id_array(columns[0], "participant")], "participant")
    people = people[~matrix.people_off(people)] if people.size else people
    touched = _touched(base, drawn.matrix, matrix, people)
    change = _counts(base, touched.now, touched.group) - _counts(base, touched.before, touched.was)
    old = touched.place >= 0
    moved = movement(
        drawn, touched.plain[old], touched.group[old], touched.place[old],
        new_people=int((~old).sum()), basis="frozen",
    )  # fmt: skip
    k = base.group_counts.shape[0]
    updated = _people_updated(base, touched).changed(
        digest=_added_digest(drawn.digest, columns),
        tallies=base.tallies + change.sum(axis=0),
        group_counts=base.group_counts + change[:k],
        people_in=base.people_in + touched.newly_in,
        moved=moved,
        matrix=matrix,
    )
    names = [g.id for g in base.groups]
    sizes = [g.size + int((touched.group == g.id).sum()) - int((touched.was == g.id).sum()) for g in base.groups]
    return told(updated, names, np.asarray([g.centre for g in base.groups]), sizes)


def _with_new_statements(drawn: OpinionMap, voted_on: Any, matrix: VoteMatrix) -> OpinionMap:
    """Return the map with room for statements that it has not seen; they do not move anyone on a frozen basis."""
    ids = distinct([id_array(voted_on, "statement")], "statement")
    ids = ids[~matrix.statements_off(ids)] if ids.size else ids
    new = ids[find(drawn.statement_ids, ids) < 0] if ids.size else ids
    if new.size == 0:
        return drawn
    every = distinct([drawn.statement_ids, new], "statement")
    place = find(every, drawn.statement_ids)

    def widened(values: NDArray[Any], axis: int) -> NDArray[Any]:
        shape = list(values.shape)
        shape[axis] = every.size
        wide = np.zeros(shape, values.dtype)
        wide[(slice(None),) * axis + (place,)] = values
        return wide

    return drawn.changed(
        statement_ids=every, means=widened(drawn.means, 0), components=widened(drawn.components, 1),
        tallies=widened(drawn.tallies, 0), group_counts=widened(drawn.group_counts, 1),
    )  # fmt: skip


def _touched(base: OpinionMap, old: VoteMatrix, matrix: VoteMatrix, people: Ids) -> _Touched:
    statements = base.statement_ids
    place = find(base.participant_ids, people)
    rows = place if old.keeps_people(base.participant_ids) else None
    before, now = matrix.rows_since(old, people, statements, rows)
    axes = Axes(base.means, base.components, base.variances, base.total_variance, True)
    plain, votes = positions(Walk(now, statements.size), axes, np.ones(statements.size, bool))
    was = np.full(people.size, NO_GROUP, np.int64)
    was[place >= 0] = base.rows_of("group", place[place >= 0])
    if base.settings.groups == GIVEN or not base.groups:
        group, fit = was, was >= 0
    else:
        enough = min(ENOUGH_VOTES, base.voted_on)
        fit = (was >= 0) | ((votes >= enough) & (votes > 0))
        unsure = np.flatnonzero(~fit & (votes > 0)) if base.zeroed else np.empty(0, np.int64)
        if unsure.size:
            fit[unsure] = matrix.votes_cast_by(people[unsure]) >= enough
        centres = np.asarray([g.centre for g in base.groups])
        names = np.asarray([g.id for g in base.groups])
        points = plain * scaling(votes, base.voted_on, base.zeroed)[:, None]
        group = np.where(fit, names[nearest(points, centres)], NO_GROUP)
    newly_in = int((fit & (was < 0)).sum())
    return _Touched(people, place, before, now, plain, votes, group, was, newly_in)


def _counts(base: OpinionMap, rows: Packed, group: NDArray[np.int64]) -> NDArray[np.int64]:
    """Votes of the touched people by group (those in none last), statement and stance."""
    labels = np.full(group.size, NO_GROUP)
    for place, name in enumerate(g.id for g in base.groups):
        labels[group == name] = place
    return counted_in(rows, labels, len(base.groups), base.statement_ids.size)


def _people_updated(base: OpinionMap, touched: _Touched) -> OpinionMap:
    """Return the map with touched people at their new places, and new people put in by id."""
    old = touched.place >= 0
    values = {"positions": touched.plain, "votes_cast": touched.votes, "group": touched.group}
    updated = base.changed(
        **{name: patched(base.unread(name), touched.place[old], new[old]) for name, new in values.items()}
    )
    if old.all():
        return updated
    ids = base.participant_ids
    at = np.searchsorted(ids, touched.ids[~old])
    longest = np.result_type(ids, touched.ids)
    return updated.changed(
        participant_ids=np.insert(ids.astype(longest, copy=False), at, touched.ids[~old]),
        **{name: np.insert(getattr(updated, name), at, new[~old], axis=0) for name, new in values.items()},
    )


def _added_digest(digest: str, columns: tuple[Any, ...]) -> str:
    total = hashlib.sha256(digest.encode())
    for column in columns[:3]:
        total.update(repr(np.asarray(column).tolist()).encode())
    return total.hexdigest()
