"""Keeps demos and real sites apart: neither ever opens the data of the other."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from equalterms.ledger.queries import is_demo
from equalterms.people.models import Organisation, Person

ACKNOWLEDGED = "DEMO_DATABASE_ON_A_REAL_SITE"
TABLE_OF_EVENTS = "ledger_event"


def is_prepared() -> bool:
    """Say whether the database holds our tables at all."""
    return TABLE_OF_EVENTS in connection.introspection.table_names()


def check_mode() -> None:
    """Refuse a demo on the data of real people, and a real site on the data of a demo."""
    if settings.EQUALTERMS_MODE == "test" or not is_prepared():
        return
    demo = is_demo()
    if settings.IS_DEMO and not demo and not nobody_is_here():
        raise ImproperlyConfigured(
            "This database holds real people, so it will not be shown as a demo, where anybody can sign in as anybody. "
            "Leave EQUALTERMS_MODE out to run the real site, or name another place in EQUALTERMS_HOME or DATABASE_URL."
        )
    if demo and not settings.IS_DEMO and os.environ.get(ACKNOWLEDGED, "").lower() != "yes":
        raise ImproperlyConfigured(
            "This database was begun as a demo and holds example people whom anybody could be. Begin a new one for a "
            f"real site. If you mean to go on with it all the same, set {ACKNOWLEDGED}=yes."
        )


def nobody_is_here() -> bool:
    """Say whether the database holds neither a person nor an organisation."""
    return not Person.objects.exists() and not Organisation.objects.exists()
