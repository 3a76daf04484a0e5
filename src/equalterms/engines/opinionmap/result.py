"""The map: who stands where, in which group, what each group and all together hold, and how far to trust it."""

from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .consensus import Agreement
from .evidence import Evidence
from .identity import Ids
from .matrix import VoteMatrix
from .passes import Floats
from .patched import Patched
from .projection import scaling
from .representative import Representative
from .stability import Stability

ENGINE = "equalterms.opinionmap 1.1"
"""Name and version of the engine; the number rises when equal input may give another result."""
NO_GROUP = -1
SEEN_BY_FEW = 7
"""A statement with fewer votes is counted as seen by few."""


@dataclass(frozen=True)
class Settings:
    """How the map was asked for. ``groups`` is a number, None (the engine chooses) or "given" (by the caller)."""

    groups: int | str | None
    axes: int
    polis_scaling: bool
    smallest_crowd: int


@dataclass(frozen=True)
class Group:
    """One group: its id, how many people, its centre (axes,), and the statements that tell it from the others."""

    id: int
    size: int
    centre: tuple[float, ...]
    representative: tuple[Representative, ...]


@dataclass(frozen=True)
class Coverage:
    """Who voted on how much: people, people in, statements, votes, the middle person's votes, share of cells filled."""

    people: int
    people_in: int
    statements: int
    votes: int
    median_votes: float
    filled: float
    statements_seen_by_few: int


@dataclass(frozen=True)
class Movement:
    """What a refresh changed, among people who were on the map before.

    Shifts are distances on the plain map, in units of its spread (the root of the summed variances of its axes).
    ``basis`` is "exact" (axes and groups found anew) or "frozen" (only the new votes worked in).
    """

    changed_group: int
    new_people: int
    mean_shift: float
    largest_shift: float
    basis: str


@dataclass(frozen=True, eq=False)
class OpinionMap:
    """The frozen result of drawing a map. Arrays cannot be written to; excluded people and statements are absent.

    Shapes: n people, m statements, a axes, k groups. ``positions`` are plain (n, a), ``votes_cast`` (n,) counts votes
    on statements that are not excluded; ``voted_on`` statements have votes, ``zeroed`` of them are excluded. ``group``
    (n,) holds group ids, -1 for nobody's. ``tallies`` (m, 3) and ``group_counts`` (k, m, 3) count disagree, pass and
    agree. ``consensus`` and ``divisive`` (m,) are None where no group is claimed. ``low`` and ``high`` (m, 2) bound the
    share of agree and of disagree among those who voted, at 95 %: Wilson, or exact (Clopper-Pearson) in a small crowd.
    After a refresh on a frozen basis the long arrays are put together when they are first read.
    """

    engine: str
    seed: int
    digest: str
    settings: Settings
    participant_ids: Ids
    positions: Floats
    votes_cast: NDArray[np.int32]
    group: NDArray[np.int16]
    people_in: int
    statement_ids: Ids
    means: Floats
    components: Floats
    variances: Floats
    total_variance: float
    voted_on: int
    zeroed: int
    tallies: NDArray[np.int64]
    group_counts: NDArray[np.int64]
    low: Floats
    high: Floats
    consensus: Floats | None
    consensus_disagree: Floats | None
    divisive: Floats | None
    groups: tuple[Group, ...]
    agreements: tuple[Agreement, ...]
    evidence: Evidence | None
    stability: Stability | None
    silhouette: float | None
    small: bool
    notes: tuple[str, ...]
    moved: Movement | None = None
    matrix: VoteMatrix | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        late = {name: value for name, value in vars(self).items() if isinstance(value, Patched)}
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.setflags(write=False)
        for name in late:
            del vars(self)[name]  # found by __getattr__ when it is first read
        vars(self)["_late"] = late

    def __getattr__(self, name: str) -> Any:
        waiting = vars(self).get("_late", {}).get(name)
        if waiting is None:
            raise AttributeError(f"An opinion map has no {name}.")
        return vars(self).setdefault(name, waiting.whole())

    def rows_of(self, name: str, rows: NDArray[np.int64]) -> NDArray[Any]:
        """Return some rows of an array by its name, without putting together what waits to be read as a whole."""
        array = vars(self).get(name, self._late.get(name))
        return array.at(rows) if isinstance(array, Patched) else np.asarray(array[rows])

    def unread(self, name: str) -> Any:
        """Return an array by its name as it is stored, be it still to be put together."""
        return vars(self).get(name, self._late.get(name))

    def changed(self, **values: Any) -> "OpinionMap":
        """Return the map with other values, as ``dataclasses.replace`` does, and leave unread what is unread."""
        stored = {part.name: self.unread(part.name) for part in fields(self)}
        return OpinionMap(**{**stored, **values})

    @property
    def factor(self) -> Floats:
        """What carries each person's position to the Polis scale (n,)."""
        return scaling(self.votes_cast, self.voted_on, self.zeroed)

    @cached_property
    def coverage(self) -> Coverage:
        """Who voted on how much."""
        cells = self.votes_cast.size * self.seen.size
        return Coverage(
            people=int(self.votes_cast.size),
            people_in=self.people_in,
            statements=int(self.seen.size),
            votes=int(self.seen.sum()),
            median_votes=float(np.median(self.votes_cast)) if self.votes_cast.size else 0.0,
            filled=float(self.seen.sum() / cells) if cells else 0.0,
            statements_seen_by_few=int((self.seen < SEEN_BY_FEW).sum()),
        )

    @property
    def scaled(self) -> Floats:
        """Positions on the Polis scale (n, a): people with few votes further out. Groups are drawn on these."""
        return self.positions * self.factor[:, None]

    @property
    def shown(self) -> Floats:
        """Positions as asked for: scaled with ``polis_scaling``, else plain (n, a)."""
        return self.scaled if self.settings.polis_scaling else self.positions

    @cached_property
    def seen(self) -> NDArray[np.int64]:
        """How many voted on each statement (m,)."""
        return np.asarray(self.tallies.sum(axis=1))

    def at_matrix(self, matrix: VoteMatrix) -> "OpinionMap":
        """Return the map with the votes it was drawn from attached, as a map read back from storage lacks them."""
        return self.changed(matrix=matrix)

    def to_dict(self) -> dict[str, Any]:
        """Return everything but the votes as plain lists and numbers, ready for JSON."""
        from .storage import as_dict  # the storage room knows this one

        return as_dict(self)

    @classmethod
    def from_dict(cls, stored: dict[str, Any], matrix: VoteMatrix | None = None) -> "OpinionMap":
        """Read back what ``to_dict`` gave; raise ``ValueError`` when it is not that."""
        from .storage import from_dict  # the storage room knows this one

        return from_dict(stored, matrix)
