"""What of decisions the ledger vouches for: each version of a text, and the outcome with the figures shown."""

from collections.abc import Iterable, Sequence
from typing import Any

from equalterms.decisions.models import Decision, DecisionText
from equalterms.decisions.vocabulary import DecisionState
from equalterms.ledger.seals import sealed_by


def content_of_outcome(decision: Decision) -> dict[str, Any]:
    """Return the frozen outcome of a closed decision, as plain JSON values."""
    return {
        "outcome": str(decision.outcome),
        "number": decision.number,
        "asked": decision.asked,
        "answered": decision.answered,
        "lived_asked": decision.lived_asked,
        "lived_answered": decision.lived_answered,
        "figures": decision.figures,
        "concerns": decision.concerns,
    }


def _all_texts() -> Iterable[str]:
    return DecisionText.objects.values_list("key", flat=True).iterator(chunk_size=2000)


def _all_closed() -> Iterable[str]:
    closed = Decision.objects.filter(state=DecisionState.CLOSED)
    return closed.values_list("key", flat=True).iterator(chunk_size=2000)


@sealed_by("decisions.decisiontext", all_keys=_all_texts)
def read_texts(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read texts again, for the ledger."""
    found = DecisionText.objects.filter(key__in=keys).select_related("decision")
    return {text.key: text.frozen_content() for text in found}


@sealed_by("decisions.decision", all_keys=_all_closed)
def read_outcomes(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read outcomes again, for the ledger."""
    found = Decision.objects.filter(key__in=keys, state=DecisionState.CLOSED)
    return {decision.key: content_of_outcome(decision) for decision in found}
