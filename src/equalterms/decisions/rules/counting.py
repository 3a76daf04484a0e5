"""What comes of a decision by its method and quorum, and which of its figures are safe to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from equalterms.decisions.vocabulary import (
    EVERYBODY,
    FEWEST_ASKED_IN_SECRET,
    FEWEST_SHOWN,
    SIDES,
    YES,
    DecisionOutcome,
    Stance,
)
from equalterms.engines.disclosure import may_release
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.vocabulary import LIVED_EXPERIENCE, DecisionMethod

Figures = dict[str, dict[str, int]]  # row -> stance -> how many


@dataclass(frozen=True)
class Count:
    """How many were asked and answered, what they answered by capacity, and how many objections stand.

    Only answers to the text that stands are counted. `asked` and `answers` have capacities as keys.
    """

    asked: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    standing: int = 0

    @property
    def all_asked(self) -> int:
        return sum(self.asked.values())

    @property
    def all_answered(self) -> int:
        return sum(sum(each.values()) for each in self.answers.values())

    @property
    def lived_asked(self) -> int:
        return sum(number for capacity, number in self.asked.items() if capacity in LIVED_EXPERIENCE)

    @property
    def lived_answered(self) -> int:
        return sum(sum(each.values()) for capacity, each in self.answers.items() if capacity in LIVED_EXPERIENCE)

    def of(self, *stances: str) -> int:
        return sum(each.get(stance, 0) for each in self.answers.values() for stance in stances)


def outcome_of(count: Count, terms: DecidingTerms) -> str:
    """Say what comes of a decision. Too few answers decide nothing; a secret one needs at least five."""
    if not has_quorum(count, terms):
        return DecisionOutcome.NO_QUORUM
    if not is_agreed(count, terms):
        return DecisionOutcome.NOT_AGREED
    if count.of(Stance.CONCERNS) or count.standing:
        return DecisionOutcome.CONCERNS
    return DecisionOutcome.AGREED


def has_quorum(count: Count, terms: DecidingTerms) -> bool:
    least = FEWEST_ASKED_IN_SECRET if terms.secret_answers else 1
    if count.all_answered < least or count.all_answered * 100 < terms.quorum * count.all_asked:
        return False
    return count.lived_answered * 100 >= terms.lived_quorum * count.lived_asked


def is_agreed(count: Count, terms: DecidingTerms) -> bool:
    if terms.decides_by == DecisionMethod.MAJORITY:
        yes, no = count.of(*YES), count.of(Stance.OBJECT)
        return yes > 0 and yes * 100 >= terms.majority * (yes + no)
    if count.standing:
        return False
    if terms.decides_by == DecisionMethod.CONSENSUS:
        return count.of(Stance.ASIDE) * 100 <= terms.most_aside * count.all_answered
    return True


def safe_figures(answers: Mapping[str, Mapping[str, int]], *, secret: bool) -> Figures:
    """Return the finest table whose every cell is safe: by capacity, else by side, else of everybody, else none.

    A cell is safe when it is nought or at least five. A table is shown whole or not at all, so that no cell can be had
    by taking others from a sum. Of a secret decision a row is not shown in which all answered the same: it would tell
    what each of them answered.
    """
    sides = {
        side: added(each for capacity, each in answers.items() if capacity in held) for side, held in SIDES.items()
    }
    for table in (answers, sides, {EVERYBODY: added(answers.values())}):
        rows = {row: {stance: each.get(stance, 0) for stance in Stance.values} for row, each in table.items()}
        rows = {row: each for row, each in rows.items() if any(each.values())}
        if rows and all(is_safe(each, secret=secret) for each in rows.values()):
            return rows
    return {}


def added(counts: object) -> dict[str, int]:
    total: dict[str, int] = {}
    for each in counts:  # type: ignore[attr-defined]
        for stance, number in each.items():
            total[stance] = total.get(stance, 0) + number
    return total


def is_safe(row: Mapping[str, int], *, secret: bool) -> bool:
    given = [number for number in row.values() if number]
    enough = all(
        may_release(answers=number, new_answers=0, released_before=False, fewest=FEWEST_SHOWN, fewest_new=0)
        for number in given
    )
    return enough and (not secret or len(given) > 1)
