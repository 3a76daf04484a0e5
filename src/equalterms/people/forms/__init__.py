"""The forms of people: signing in, what they say about themselves, supporters, invitations, organisations."""
