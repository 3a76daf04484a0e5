"""Disputes as everybody sees them: the member's name only if they chose so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from equalterms.plans.models import Dispute, DisputeTurn
from equalterms.plans.vocabulary import OPEN_DISPUTES, DisputeState, ShownAs, TurnKind

# What a face needs of a dispute, and of a turn in one.
DISPUTE_COLUMNS = (
    *("pk", "account_id", "key", "person__name", "shown_as", "because", "state", "opened_at", "settled_at"),
    "version__number",
)
TURN_COLUMNS = ("dispute_id", "kind", "words", "at")


@dataclass(frozen=True)
class TurnFace:
    """One turn in a dispute, as everybody sees it."""

    kind: str
    kind_words: str
    words: str
    at: datetime
    by_manager: bool

    @classmethod
    def of(cls, kind: str, words: str, at: datetime) -> "TurnFace":
        return cls(kind, str(TurnKind(kind).label), words, at, kind == TurnKind.ANSWER)


@dataclass(frozen=True)
class DisputeFace:
    """A dispute, as everybody sees it. `who` is the member's name only if they chose to be named."""

    key: str
    who: str
    because: str
    state: str
    state_words: str
    opened_at: datetime
    settled_at: datetime | None
    version: int
    turns: tuple[TurnFace, ...]

    @property
    def stands(self) -> bool:
        return self.state in OPEN_DISPUTES


def disputes_of(accounts: Iterable[int]) -> dict[int, tuple[DisputeFace, ...]]:
    """Return the disputes of accounts (by number), oldest first, in two queries; in one where there are none."""
    found = Dispute.objects.filter(account__in=accounts).order_by("opened_at").values_list(*DISPUTE_COLUMNS)
    rows = list(found)
    turns = _turns_of([row[0] for row in rows])
    faces: dict[int, list[DisputeFace]] = {}
    for pk, account, *facts in rows:
        faces.setdefault(account, []).append(_face(*facts, turns.get(pk, [])))
    return {account: tuple(disputes) for account, disputes in faces.items()}


def dispute_face(dispute: Dispute) -> DisputeFace:
    """Return one dispute as everybody sees it."""
    turns = [TurnFace.of(turn.kind, turn.words, turn.at) for turn in dispute.turns.all()]
    d = dispute
    facts = (d.key, d.person.name, d.shown_as, d.because, d.state, d.opened_at, d.settled_at, d.version.number)
    return _face(*facts, turns)


def _turns_of(disputes: list[int]) -> dict[int, list[TurnFace]]:
    turns: dict[int, list[TurnFace]] = {}
    if disputes:
        rows = DisputeTurn.objects.filter(dispute__in=disputes).order_by("at", "pk").values_list(*TURN_COLUMNS)
        for dispute, *facts in rows:
            turns.setdefault(dispute, []).append(TurnFace.of(*facts))
    return turns


def _face(
    key: str,
    name: str,
    shown_as: str,
    because: str,
    state: str,
    opened_at: datetime,
    settled_at: datetime | None,
    version: int,
    turns: Iterable[TurnFace],
) -> DisputeFace:
    return DisputeFace(
        key=key,
        who=name if shown_as == ShownAs.NAMED else _("A member"),
        because=because,
        state=state,
        state_words=str(DisputeState(state).label),
        opened_at=opened_at,
        settled_at=settled_at,
        version=version,
        turns=tuple(turns),
    )
