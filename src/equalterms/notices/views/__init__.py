"""Pages of this room: each asks one query, fills one form and calls one action."""
