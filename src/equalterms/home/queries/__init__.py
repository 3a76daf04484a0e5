"""Questions that go to every room: what waits, what happened, what matches some words, what is known about me."""
