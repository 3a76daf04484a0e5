"""Who may open the first page after signing in, the search, and one's own data."""

from tests.matrix.access import EVERYONE, SIGNED_IN, Access

ROUTES = {
    "home:your_turn": Access(get=SIGNED_IN),
    "home:search": Access(get=EVERYONE),
    "home:my_data": Access(get=SIGNED_IN),
}
