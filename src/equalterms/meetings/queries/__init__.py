"""Reads; also the only place where it is decided who sees what of a meeting."""
