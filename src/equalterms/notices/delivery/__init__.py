"""Messages on their way out: gathered, claimed one at a time, carried, and what came of it written down."""
