"""What people fill in about groups."""
