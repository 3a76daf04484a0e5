"""One query, one form, one action each."""
