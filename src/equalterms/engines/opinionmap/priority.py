"""Which statements most need a person's vote."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .identity import id_array
from .packing import STANCES
from .passes import Floats
from .result import OpinionMap
from .tallies import AGREE, PASS, smoothed

_NEW_BOOST = 8.0
_NEW_FADES_OVER = 5.0
"""A statement without votes counts nine times as much; the boost halves with every five votes (Small et al. 2021)."""


@dataclass(frozen=True)
class Priority:
    """One statement and how much a vote on it would tell (higher first)."""

    statement: Any
    priority: float


def priorities(drawn: OpinionMap, participant: Any, *, most: int | None = None) -> list[Priority]:
    """Return the statements that ``participant`` has not voted on, those that most need the vote first.

    The measure is that of Polis: ((share agreeing) x (1 - share passing) x (1 + extremity) x (1 + 8 / 2^(votes / 5)))
    squared, shares smoothed, extremity the distance that a lone agree would carry a person. Nothing is drawn by lot:
    the same map and person give the same list; ties go to the statement with fewer votes, then to the lower id. A
    person who is not on the map gets all statements. Raises ``ValueError`` when the map has no votes with it.
    """
    if drawn.matrix is None:
        raise ValueError("This map has no votes with it; attach them with at_matrix() first.")
    measure = measured(drawn)
    person = id_array([participant], "participant")
    row = drawn.matrix.rows_of(person, drawn.statement_ids)
    voted = np.zeros(measure.size, bool)
    voted[row.codes // STANCES] = True
    order = np.lexsort((drawn.seen, -measure))
    wanted = [j for j in order.tolist() if not voted[j]][:most]
    ids = drawn.statement_ids.tolist()
    return [Priority(ids[j], float(measure[j])) for j in wanted]


def measured(drawn: OpinionMap) -> Floats:
    """Return the priority of every statement of the map (m,)."""
    seen = drawn.seen
    agree, passed = smoothed(drawn.tallies[:, AGREE], seen), smoothed(drawn.tallies[:, PASS], seen)
    newness = 1.0 + _NEW_BOOST * np.exp2(-seen / _NEW_FADES_OVER)
    return np.asarray((agree * (1.0 - passed) * (1.0 + extremity(drawn)) * newness) ** 2)


def extremity(drawn: OpinionMap) -> NDArray[np.float64]:
    """How far from the middle one agree alone would place a person on the scaled map, for each statement (m,)."""
    lone = (1.0 - drawn.means) * np.sqrt((drawn.components**2).sum(axis=0))
    return np.asarray(lone * np.sqrt(max(drawn.voted_on, 1)))
