"""Reading the ledger: its head, what happened to one thing, and whether the chain is whole."""

from equalterms.ledger.queries.events import events_about, events_by, head, heads_published, is_demo
from equalterms.ledger.queries.verdict import Fault, Verdict
from equalterms.ledger.queries.verifying import verify

__all__ = ["Fault", "Verdict", "events_about", "events_by", "head", "heads_published", "is_demo", "verify"]
