"""Pages of decisions: each asks one query, fills one form and calls one action."""
