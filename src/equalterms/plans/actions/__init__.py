"""Writes: each is one transaction with a rule, a person who acts and a ledger event."""
