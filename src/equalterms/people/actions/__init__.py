"""What is done to persons, organisations, supporters and access needs; each leaves an event in the ledger."""
