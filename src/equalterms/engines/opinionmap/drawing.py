"""Draw the map of a conversation: positions, honest groups, and what people agree on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .assembly import Cut, assembled, uncut
from .cells import gathered_cells
from .evidence import Evidence, evidence
from .framing import Frame, framed
from .grouping import SMALLEST_GROUP, Grouping, chosen, grouped, most_groups, with_silhouette
from .identity import Ids, find, id_array
from .matrix import VoteMatrix
from .progress import Progress, tell
from .result import NO_GROUP, Movement, OpinionMap, Settings
from .smallgroup import SMALLEST_CROWD, joined, no_groups, reason, too_few
from .stability import stability
from .tallies import counted

AXES = 2
MOST_AXES = 3
MOST_ASKED = 100
GIVEN = "given"

Groups = int | Mapping[Any, Any] | Sequence[Any] | NDArray[Any] | None


def draw(
    matrix: VoteMatrix,
    *,
    seed: int,
    groups: Groups = None,
    axes: int = AXES,
    polis_scaling: bool = False,
    smallest_crowd: int = SMALLEST_CROWD,
    smallest_group: int = SMALLEST_GROUP,
    progress: Progress | None = None,
) -> OpinionMap:
    """Return the opinion map of ``matrix``; equal input and seed give an equal map, byte for byte.

    ``groups``: None lets the engine choose (2 to 5 by silhouette; one where the votes hold no groups; none under
    ``smallest_crowd`` people); a number draws so many, and says when the votes do not support them; a mapping from
    participant to group, or one label for each of ``matrix.participant_ids`` (None, NaN or negative: nobody's), takes
    groups as given. ``axes`` is 2 or 3. ``polis_scaling`` shows scaled positions; groups are drawn on these always.
    ``smallest_group`` 1 allows groups of one. Raises ``ValueError`` for settings that make no sense, and ``Cancelled``
    when ``progress`` answers False.
    """
    settings = _settings(groups, axes, polis_scaling, smallest_crowd, smallest_group, seed)
    frame = framed(matrix, axes, progress=progress)
    tell(progress, "looking for groups", 0.6)
    if settings.groups == GIVEN:
        cut = _given(groups, frame)
    else:
        cut = cut_into_groups(frame, settings, seed=seed, smallest_group=smallest_group)
    return finished(frame, cut, settings, seed=seed, progress=progress)


def finished(
    frame: Frame, cut: Cut, settings: Settings, *,
    seed: int, progress: Progress | None = None, moved: Movement | None = None,
    counts: NDArray[np.int64] | None = None,
) -> OpinionMap:  # fmt: skip
    """Count each group's votes (unless ``counts`` are known) and put the map together."""
    tell(progress, "comparing groups", 0.8)
    if counts is None:
        counts = counted(frame.walk, np.where(frame.keep, cut.labels, NO_GROUP), len(cut.names))
    tell(progress, "putting the map together", 0.9)
    drawn = assembled(frame, cut, counts, seed=seed, digest=frame.matrix.digest, settings=settings, moved=moved)
    tell(progress, "done", 1.0)
    return drawn


def _settings(
    groups: Groups, axes: int, polis_scaling: bool, smallest_crowd: int, smallest_group: int, seed: int
) -> Settings:
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)):
        raise ValueError("The seed must be a whole number; 0 is a seed like any other.")
    if axes not in (AXES, MOST_AXES):
        raise ValueError(f"A map has 2 or 3 axes, not {axes}.")
    if smallest_crowd < 2 or smallest_group < 1:
        raise ValueError("The smallest crowd is 2 people or more, and the smallest group 1 or more.")
    asked: int | str | None = GIVEN
    if groups is None:
        asked = None
    elif isinstance(groups, (int, np.integer)) and not isinstance(groups, bool):
        asked = int(groups)
        if not 1 <= asked <= MOST_ASKED:
            raise ValueError(f"The number of groups must be from 1 to {MOST_ASKED}, not {asked}.")
    elif isinstance(groups, (bool, str, float)):
        raise ValueError("Groups are given as a whole number, as a mapping, or as one label for each person.")
    return Settings(asked, axes, bool(polis_scaling), int(smallest_crowd))


def cut_into_groups(
    frame: Frame, settings: Settings, *, seed: int, smallest_group: int = SMALLEST_GROUP,
    before: int | None = None, weighed: Evidence | None = None,
) -> Cut:  # fmt: skip
    """Cut those inside into groups, or say why not.

    ``before`` is the number of groups of an earlier map; ``weighed`` its evidence, where that still holds.
    """
    asked = settings.groups if isinstance(settings.groups, int) else None
    rows = np.flatnonzero(frame.inside)
    none = uncut(frame.plain.shape[0], settings.axes)
    if too_few(rows.size, settings.smallest_crowd):
        return replace(
            none, small=True, notes=joined(reason(rows.size, settings.smallest_crowd, asked), _axes_note(frame))
        )
    walk = frame.walk
    if weighed is None:
        weighed = evidence(
            walk.packed, walk.n_statements, frame.matrix.participant_ids, frame.inside, frame.live, seed=seed
        )
    points = frame.points
    cells = gathered_cells(points)
    if asked is not None:
        found = with_silhouette(grouped(points, cells, asked, seed=seed, smallest=smallest_group), cells)
    elif weighed.groups:
        found = chosen(points, cells, limit=most_groups(rows.size), seed=seed, before=before)
    else:
        found = grouped(points, cells, 1, seed=seed, smallest=1)
    steady = stability(
        found, cells, walk, frame.axes, frame.live, ids=frame.matrix.participant_ids, rows=rows,
        factor=frame.factor[rows], seed=seed,
    )  # fmt: skip
    labels = none.labels.copy()
    labels[rows] = found.labels
    cut = Cut(labels, tuple(range(found.k)), found.centres, found.silhouette if found.k > 1 else None, steady, weighed)
    return replace(cut, notes=joined(_doubts(cut, found, asked), _axes_note(frame)))


def _doubts(cut: Cut, found: Grouping, asked: int | None) -> list[str]:
    """What a reader should know before trusting the groups."""
    notes: list[str] = []
    weighed, steady = cut.evidence, cut.stability
    supported = isinstance(weighed, Evidence) and weighed.groups
    if asked is None and found.k == 1 and weighed is not None:
        notes += no_groups(len(weighed.shuffled))
    if asked is not None and asked > 1 and not supported:
        notes.append(
            "The votes do not show that there are groups: shuffled votes held as much pattern. "
            f"{found.k} groups were drawn because they were asked for."
        )
    if asked is not None and found.k < asked:
        notes.append(f"{asked} groups were asked for; the votes allow {found.k}.")
    if found.k > 1 and steady is not None and not steady.survives:
        notes.append(
            "The groups are not steady: with other people, or with half of the statements, many people would be in "
            f"another group (agreement {max(steady.people, 0):.2f} and {max(steady.statements, 0):.2f} of 1)."
        )
    return notes


def _axes_note(frame: Frame) -> list[str]:
    if frame.axes.settled:
        return []
    return ["The axes are not well determined: several directions are about equally strong."]


def _given(groups: Any, frame: Frame) -> Cut:
    """Take the caller's groups: only people who are not excluded, numbered in the order of their labels."""
    labels, names = _labels(groups, frame.matrix.participant_ids)
    labels = np.where(frame.keep, labels, NO_GROUP)
    points = frame.plain * frame.factor[:, None]
    sizes = np.bincount(labels[labels >= 0], minlength=len(names))
    kept = np.flatnonzero(sizes > 0)
    place = np.full(len(names) + 1, NO_GROUP)
    place[kept] = np.arange(kept.size)
    labels = place[labels]
    centres = np.stack([points[labels == g].mean(axis=0) for g in range(kept.size)]) if kept.size else points[:0]
    return Cut(labels, tuple(names[g] for g in kept), centres, notes=joined(_axes_note(frame)))


def _labels(groups: Any, ids: Ids) -> tuple[NDArray[np.int64], tuple[int, ...]]:
    """Labels of all rows as places in the names, and the names as whole numbers."""
    values: list[Any] = [None] * ids.size
    if isinstance(groups, Mapping):
        wanted = id_array(list(groups), "participant")
        for place, label in zip(find(ids, wanted).tolist(), groups.values(), strict=True):
            if place >= 0:
                values[place] = label
    else:
        values = list(groups.tolist() if isinstance(groups, np.ndarray) else groups)
        if len(values) != ids.size:
            raise ValueError(f"{len(values)} labels were given for {ids.size} participants.")
    values = [None if v is None or (not isinstance(v, str) and (v != v or v < 0)) else v for v in values]
    distinct = sorted({v for v in values if v is not None}, key=lambda v: (isinstance(v, str), v))
    place_of = {v: i for i, v in enumerate(distinct)}
    labels = np.asarray([NO_GROUP if v is None else place_of[v] for v in values], np.int64).reshape(-1)
    whole = all(isinstance(v, (int, float, np.number)) and float(v).is_integer() for v in distinct)
    return labels, tuple(int(v) for v in distinct) if whole else tuple(range(len(distinct)))
