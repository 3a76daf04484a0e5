"""The chain to tamper with is the ledger's own."""

from tests.ledger.conftest import five_events, tamper

__all__ = ["five_events", "tamper"]
