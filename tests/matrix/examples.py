"""Who may choose to be one of the example people: everybody who looks at a demo. Elsewhere these do not exist."""

from tests.matrix.access import EVERYONE, Access

ROUTES = {
    "examples:try_as": Access(get=EVERYONE),
    "examples:try_as_person": Access(given=lambda: {"slug": "member"}, post=EVERYONE),
}
