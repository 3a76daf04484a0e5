"""Who may open the ledger's own page."""

from tests.matrix.access import EVERYONE, Access

ROUTES = {
    "ledger:heads": Access(get=EVERYONE),
}
