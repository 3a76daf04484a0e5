"""What pages show beyond their own words."""
