"""Reads of this room, and who may see what of it."""
