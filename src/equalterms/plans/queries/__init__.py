"""Reads. Who may see what of plans, accounts, readings and disputes is decided here and nowhere else."""
