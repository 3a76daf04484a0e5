"""Questions on the pages of meetings."""
