"""Do the votes hold groups at all? The strength of the first axis against votes shuffled within each person.

Shuffling keeps each person's own numbers of agree, pass and disagree, and on average each statement's leaning. What
is left out is only who agrees with whom. So a person who agrees with everything, and a statement that everybody
likes, are in the shuffled votes too and are no evidence of a group.

One kind of group such shuffles cannot show: two camps of which one is for nearly everything and the other against.
They are looked for in each person's mean vote, which must fall into two heaps on opposite sides.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .identity import Ids
from .packing import STANCES, Packed
from .passes import Floats, Walk
from .pca import principal_axes, rows_packed, sample_rows

FIRST_LOOK = (300, 4, 2)
"""People, shuffles and passes of the search for axes in a first look, which decides when the answer is plain."""
LONGER_LOOK = (1_200, 24, 3)
"""The same otherwise. Above all of 24 shuffles is one chance in twenty-five, for each of the two axes."""
CLEARLY = 1.1
"""An axis must also be a tenth stronger than in the average shuffle: among many people, a trifle is significant."""
PLAIN = 6.0
"""Standard deviations above the shuffles that need no longer look."""
_AXES = 2
CAMPS_EXPLAIN = 0.85
"""Share of the variance of people's mean votes that two camps must explain. The flattest crowd with a single heap, even
from one end to the other, gives 0.75."""
CAMPS_APART = 1 / 3
"""Mean votes of the camps: over it and under minus it, so that each camp's majority is against the other's. People who
agree with everything beside people who judge each statement for itself are therefore no camps."""
SMALLEST_CAMP = 0.1
"""Share of people in the smaller camp."""
VOTES_OF_A_MEAN = 7
"""Votes from which a person's mean vote counts here: a single vote is always on one side or the other."""
_LEAN = 0.5
_SCORES = 65_535
"""Steps of a score; two votes of a person in one step stand in order of statement."""


@dataclass(frozen=True)
class Camps:
    """People split in two by mean vote: the mean of each side, the smaller side's share, the variance explained."""

    against: float
    in_favour: float
    smaller: float
    explained: float

    @property
    def opposed(self) -> bool:
        """Whether these are two heaps of people, one for and one against nearly everything."""
        return (
            self.explained >= CAMPS_EXPLAIN
            and self.against <= -CAMPS_APART
            and self.in_favour >= CAMPS_APART
            and self.smaller >= SMALLEST_CAMP
        )


@dataclass(frozen=True)
class Evidence:
    """Variance along the first two axes in the votes, and in each shuffle of them; and people's mean votes in two."""

    strength: tuple[float, ...]
    shuffled: tuple[tuple[float, ...], ...]
    people: int
    camps: Camps | None = None

    @property
    def groups(self) -> bool:
        """Whether there are two opposed camps, or an axis is clearly stronger than in every shuffle."""
        return self.patterned or (self.camps is not None and self.camps.opposed)

    @property
    def patterned(self) -> bool:
        """Whether an axis of the votes is stronger than in every shuffle, and clearly so."""
        return any(
            real > max(chance) and real > CLEARLY * float(np.mean(chance))
            for real, chance in zip(self.strength, zip(*self.shuffled, strict=True), strict=True)
        )

    @property
    def plain(self) -> bool:
        """Whether an axis is so far above the shuffles that no longer look is needed."""
        if len(self.shuffled) < FIRST_LOOK[1] or not self.patterned:
            return False
        return any(
            real - float(np.mean(chance)) > PLAIN * float(np.std(chance, ddof=1))
            for real, chance in zip(self.strength, zip(*self.shuffled, strict=True), strict=True)
        )


def evidence(
    packed: Packed, n_statements: int, ids: Ids, inside: NDArray[np.bool_], live: NDArray[np.bool_], *, seed: int
) -> Evidence:
    """Weigh the votes of those ``inside`` on statements that are not excluded (``live``) against shuffled votes."""
    for people, shuffles, passes in (FIRST_LOOK, LONGER_LOOK):
        rows = sample_rows(ids, inside, people, seed)
        part = live_only(rows_packed(packed, rows), live)
        strength, leaning = _strength(part, n_statements, live, passes)
        rng = np.random.Generator(np.random.PCG64([seed % 2**63, people]))
        dealer = Dealer.of(part, leaning)
        chance: list[tuple[float, ...]] = []
        camps = _camps(part)
        found = Evidence(strength, (), int(rows.size), camps)
        while len(chance) < shuffles and not _beaten(strength, chance) and not found.plain:
            chance.append(_strength(dealer.dealt(rng), n_statements, live, passes)[0])
            found = Evidence(strength, tuple(chance), int(rows.size), camps)
        if found.plain or (camps is not None and camps.opposed):
            break
    return found


def _beaten(strength: tuple[float, ...], chance: list[tuple[float, ...]]) -> bool:
    """Whether each axis has already been reached by a shuffle, so that more shuffles cannot change the answer."""
    return bool(chance) and all(real <= max(c) for real, c in zip(strength, zip(*chance, strict=True), strict=True))


def _camps(packed: Packed) -> Camps | None:
    """Split people in two by their mean vote where that explains most; None when all have the same, or few votes."""
    votes = np.diff(packed.starts)
    row = np.repeat(np.arange(votes.size), votes)
    total = np.bincount(row, weights=packed.codes % STANCES - 1.0, minlength=votes.size)
    enough = votes >= VOTES_OF_A_MEAN
    mean = np.sort(total[enough] / votes[enough])
    if mean.size < 2 or mean[0] == mean[-1]:
        return None
    below, sums = np.arange(1, mean.size), np.cumsum(mean)
    low, high = sums[:-1] / below, (sums[-1] - sums[:-1]) / (mean.size - below)
    between = below * (mean.size - below) / mean.size**2 * (high - low) ** 2
    best = int(np.argmax(between))
    smaller = min(best + 1, mean.size - best - 1) / mean.size
    return Camps(float(low[best]), float(high[best]), smaller, float(between[best] / mean.var()))


def live_only(packed: Packed, live: NDArray[np.bool_]) -> Packed:
    """Return the rows without votes on excluded statements."""
    if live.all():
        return packed
    keep = live[packed.codes // STANCES]
    counts = np.concatenate([[0], np.cumsum(keep)])
    return Packed(counts[packed.starts], packed.codes[keep], packed.replaced)


def _strength(
    packed: Packed, n_statements: int, live: NDArray[np.bool_], passes: int
) -> tuple[tuple[float, ...], Floats]:
    """Variance along the first axes, and each statement's leaning from 0 (disagree) to 1 (agree)."""
    walk = Walk(packed, n_statements)
    tallies = np.bincount(packed.codes, minlength=STANCES * n_statements).reshape(-1, STANCES).astype(float)
    axes = principal_axes(walk, tallies, n_axes=_AXES, ids=np.arange(walk.n_rows), keep=None, live=live, passes=passes)
    strength = np.zeros(_AXES)
    strength[: axes.variances.size] = axes.variances
    leaning = (tallies[:, 2] + _LEAN * tallies[:, 1] + _LEAN) / (tallies.sum(axis=1) + 1.0)
    return tuple(strength.tolist()), leaning


@dataclass(frozen=True)
class Dealer:
    """Deals each person's own stances anew among the statements that they voted on.

    A statement's chance of an agree follows its leaning: stances go by rank of log-odds plus logistic noise. By vote:
    ``row``, ``statement`` (as the code of its first stance) and ``odds``; ``stances`` lists each person's own in
    rising order, so that the person's statements in order of score take them one after another.
    """

    packed: Packed
    row: NDArray[np.int64]
    statement: NDArray[np.int64]
    odds: Floats
    stances: NDArray[np.int64]

    @classmethod
    def of(cls, packed: Packed, leaning: Floats) -> "Dealer":
        """Prepare to deal these votes, given each statement's leaning from 0 to 1."""
        counts = np.diff(packed.starts)
        row = np.repeat(np.arange(counts.size), counts)
        place = (packed.codes // STANCES).astype(np.int64)
        stance = packed.codes - place * STANCES
        return cls(packed, row, place * STANCES, leaning[place], np.sort(row * STANCES + stance) - row * STANCES)

    def dealt(self, rng: np.random.Generator) -> Packed:
        """Return the votes dealt anew; within a row they stand in order of score."""
        chance = rng.random(self.odds.size)
        agree = self.odds * chance
        score = agree / (agree + (1.0 - self.odds) * (1.0 - chance))
        codes = self.statement[_ordered(self.row, score)] + self.stances
        return Packed(self.packed.starts, codes.astype(self.packed.codes.dtype), 0)


def _ordered(row: NDArray[np.int64], score: Floats) -> NDArray[np.int64]:
    """Places in order of row and then of ``score`` (0 to 1), by counting: two stable sorts of 16 bits."""
    by_score = np.argsort((score * _SCORES).astype(np.uint16), kind="stable")
    return np.asarray(by_score[np.argsort(row.astype(np.uint16)[by_score], kind="stable")])
