"""The seam for rooms above: what a decision is about, what came of it, and who wants to act when it ends.

A room that needs to act registers a function for its kind of thing; everybody else asks
`decisions.queries.decisions_about`. Why it is so: decision 14 in docs/adr.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from equalterms.decisions.vocabulary import GOES_AHEAD, DecisionState


@dataclass(frozen=True)
class About:
    """What a decision is about: a kind and a key of the caller's own, and perhaps an address and words to show."""

    kind: str
    key: str
    url: str = ""
    words: str = ""


@dataclass(frozen=True)
class StandingObjection:
    """An objection that was not settled: the member's words, and their name only where they wish it."""

    words: str
    name: str = ""


@dataclass(frozen=True)
class Verdict:
    """One decision as other rooms may use it. It holds no answer. Who may see it is the caller's question.

    `outcome` is "" until it is closed; `text` is the text that stands. `standing` holds the objections that stand,
    those of a secret decision only after it is closed.
    """

    key: str
    title: str
    text: str
    about: About
    state: str
    outcome: str
    secret: bool
    opens_at: datetime
    closes_at: datetime
    ended_at: datetime | None
    standing: tuple[StandingObjection, ...] = ()

    @property
    def goes_ahead(self) -> bool:
        """Whether it was agreed, with or without concerns."""
        return self.outcome in GOES_AHEAD

    @property
    def is_open(self) -> bool:
        return self.state == DecisionState.OPEN


Act = Callable[[Verdict], None]
_acting: dict[str, Act] = {}


def acts_on_decisions_about(kind: str) -> Callable[[Act], Act]:
    """Register the decorated function to be called when a decision about `kind` is closed or withdrawn.

    It is called inside the transaction that ends the decision, once for each: what it raises keeps the decision
    open, so that nobody reads an outcome that was not acted on. It gets a `Verdict`, and writes through actions with
    `by=None`. Import the module that holds it in the app's `ready()`.
    """

    def register(act: Act) -> Act:
        _acting[kind] = act
        return act

    return register


def act_on(verdict: Verdict) -> None:
    """Call the function that waits for decisions about this kind of thing, if any."""
    act = _acting.get(verdict.about.kind)
    if act is not None:
        act(verdict)
