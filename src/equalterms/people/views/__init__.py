"""Pages of people: signing in, a person's own page, supporters, organisations, invitations."""
