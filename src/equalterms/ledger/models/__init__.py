"""The ledger's tables: what happened (never changed), the head of the chain, and the heads given to the public."""

from equalterms.ledger.models.event import Event, Head
from equalterms.ledger.models.published import PublishedHead

__all__ = ["Event", "Head", "PublishedHead"]
