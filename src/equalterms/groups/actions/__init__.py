"""Writing groups: each action asks its rule, writes, and leaves an event in the ledger, all in one transaction."""
