"""The front door for somebody who is signed in, the search, and one's own data."""
