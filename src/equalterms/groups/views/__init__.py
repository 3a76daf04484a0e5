"""Pages of groups: each asks one query, fills one form and calls one action."""
