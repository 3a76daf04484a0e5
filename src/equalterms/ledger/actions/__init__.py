"""Writing to the ledger, and the frame in which every action of the site runs."""

from equalterms.ledger.actions.publishing import begin_demo, publish_head
from equalterms.ledger.actions.recording import action, record, unchanged

__all__ = ["action", "begin_demo", "publish_head", "record", "unchanged"]
