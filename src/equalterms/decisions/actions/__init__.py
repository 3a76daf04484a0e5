"""Writing decisions. The ledger learns that something was done; it never learns an answer, nor who objects."""
