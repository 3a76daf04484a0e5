"""Reads about people. What is private to somebody is decided here, and nowhere else."""
