"""Pure engines: no Django, usable alone."""
