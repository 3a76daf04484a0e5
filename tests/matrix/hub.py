"""Who may open the pages that editors wrote, and their pictures: everybody."""

from tests.matrix.access import EVERYONE, Access

ROUTES = {
    "hub:picture": Access(get=EVERYONE),
    "wagtail_serve": Access(get=EVERYONE),
}
