"""Do the votes hold groups at all? The strength of the first axis against votes shuffled within each person.

Shuffling keeps each person's own numbers of agree, pass and disagree, and on average each statement's leaning. What
is left out is only who agrees with whom. So a person who agrees with everything, and a statement that everybody
likes, are in the shuffled votes too and are no evidence of a group.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .identity import Ids
from .packing import STANCES, Packed
from .passes import Floats, Walk
from .pca import principal_axes, rows_packed, sample_rows

FIRST_LOOK = (300, 4)
"""People and shuffles of a first look, which decides when the answer is plain."""
LONGER_LOOK = (1_200, 24)
"""The same otherwise. Above all of 24 shuffles is one chance in twenty-five."""
CLEARLY = 1.1
"""An axis must also be a tenth stronger than in the average shuffle: among many people, a trifle is significant."""
PLAIN = 6.0
"""Standard deviations above the shuffles that need no longer look."""
_PASSES = 3
_AXES = 2
_LEAN = 0.5


@dataclass(frozen=True)
class Evidence:
    """Variance along the first two axes in the votes, and in each shuffle of them."""

    strength: tuple[float, ...]
    shuffled: tuple[tuple[float, ...], ...]
    people: int

    @property
    def groups(self) -> bool:
        """Whether an axis of the votes is stronger than in every shuffle, and clearly so."""
        return any(
            real > max(chance) and real > CLEARLY * float(np.mean(chance))
            for real, chance in zip(self.strength, zip(*self.shuffled, strict=True), strict=True)
        )

    @property
    def plain(self) -> bool:
        """Whether an axis is so far above the shuffles that no longer look is needed."""
        if len(self.shuffled) < FIRST_LOOK[1] or not self.groups:
            return False
        return any(
            real - float(np.mean(chance)) > PLAIN * float(np.std(chance, ddof=1))
            for real, chance in zip(self.strength, zip(*self.shuffled, strict=True), strict=True)
        )


def evidence(
    packed: Packed, n_statements: int, ids: Ids, inside: NDArray[np.bool_], live: NDArray[np.bool_], *, seed: int
) -> Evidence:
    """Weigh the votes of those ``inside`` on statements that are not excluded (``live``) against shuffled votes."""
    for people, shuffles in (FIRST_LOOK, LONGER_LOOK):
        rows = sample_rows(ids, inside, people, seed)
        part = live_only(rows_packed(packed, rows), live)
        strength, leaning = _strength(part, n_statements, live)
        rng = np.random.Generator(np.random.PCG64([seed % 2**63, people]))
        chance: list[tuple[float, ...]] = []
        found = Evidence(strength, (), int(rows.size))
        while len(chance) < shuffles and not _beaten(strength, chance) and not found.plain:
            chance.append(_strength(shuffled(part, leaning, rng), n_statements, live)[0])
            found = Evidence(strength, tuple(chance), int(rows.size))
        if found.plain:
            break
    return found


def _beaten(strength: tuple[float, ...], chance: list[tuple[float, ...]]) -> bool:
    """Whether each axis has already been reached by a shuffle, so that more shuffles cannot change the answer."""
    return bool(chance) and all(real <= max(c) for real, c in zip(strength, zip(*chance, strict=True), strict=True))


def live_only(packed: Packed, live: NDArray[np.bool_]) -> Packed:
    """Return the rows without votes on excluded statements."""
    if live.all():
        return packed
    keep = live[packed.codes // STANCES]
    counts = np.concatenate([[0], np.cumsum(keep)])
    return Packed(counts[packed.starts], packed.codes[keep], packed.replaced)


def _strength(packed: Packed, n_statements: int, live: NDArray[np.bool_]) -> tuple[tuple[float, ...], Floats]:
    """Variance along the first axes, and each statement's leaning from 0 (disagree) to 1 (agree)."""
    walk = Walk(packed, n_statements)
    tallies = np.bincount(packed.codes, minlength=STANCES * n_statements).reshape(-1, STANCES).astype(float)
    axes = principal_axes(walk, tallies, n_axes=_AXES, ids=np.arange(walk.n_rows), keep=None, live=live, passes=_PASSES)
    strength = np.zeros(_AXES)
    strength[: axes.variances.size] = axes.variances
    leaning = (tallies[:, 2] + _LEAN * tallies[:, 1] + _LEAN) / (tallies.sum(axis=1) + 1.0)
    return tuple(strength.tolist()), leaning


def shuffled(packed: Packed, leaning: Floats, rng: np.random.Generator) -> Packed:
    """Return votes in which each person's stances are dealt anew among the statements they voted on.

    A statement's chance of an agree follows its ``leaning``: stances go by rank of log-odds plus logistic noise.
    """
    counts = np.diff(packed.starts)
    row = np.repeat(np.arange(counts.size), counts)
    statement = (packed.codes // STANCES).astype(np.int64)
    stance = packed.codes - statement * STANCES
    chance = rng.random(statement.size)
    odds = leaning[statement]
    score = odds * chance / ((1.0 - odds) * (1.0 - chance))
    order = np.argsort(row + score / (1.0 + score) * (1.0 - np.finfo(float).eps), kind="stable")
    rank = np.empty(order.size, np.int64)
    rank[order] = np.arange(order.size) - packed.starts[row]
    disagree = np.bincount(row, weights=stance == 0, minlength=counts.size)[row]
    not_agree = np.bincount(row, weights=stance < 2, minlength=counts.size)[row]
    dealt = (rank >= disagree).astype(np.int64) + (rank >= not_agree)
    return Packed(packed.starts, (statement * STANCES + dealt).astype(packed.codes.dtype), 0)
