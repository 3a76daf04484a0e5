"""The WSGI application that granian serves. It refuses to start a demo on real data, and a real site on a demo's."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "equalterms.site.settings")

application = get_wsgi_application()

from django.conf import settings  # noqa: E402  (what follows needs the site loaded)
from django.db import OperationalError, connections  # noqa: E402

from equalterms.site.mode import check_mode  # noqa: E402

try:
    check_mode()
except OperationalError:
    if settings.IS_DEMO:  # without its database nobody knows whose data they are
        raise
finally:
    connections.close_all()
