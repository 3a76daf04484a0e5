"""Everything that writes to meetings."""
