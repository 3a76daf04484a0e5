"""Who may open the pages of the design itself: everybody, with or without an account."""

from tests.matrix.access import EVERYONE, Access

ROUTES = {
    "design:display": Access(get=EVERYONE, post=EVERYONE),
    "design:style": Access(get=EVERYONE),
}
