"""Who may open the plain files that programs look for."""

from tests.matrix.access import EVERYONE, Access

ROUTES = {
    "robots": Access(get=EVERYONE),
    "security": Access(get=EVERYONE),
    "source": Access(get=EVERYONE),
    "source_download": Access(get=EVERYONE),
}
