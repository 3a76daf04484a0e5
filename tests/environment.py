"""Loaded by pytest before anything else: tests run in mode "test", in a throw-away home, on the database asked for.

`TEST_DATABASE_URL` (or `DATABASE_URL`) names a PostgreSQL server and database; without it tests run on SQLite.
"""

import atexit
import os
import shutil
import tempfile


def prepare() -> None:
    """Set the environment from which the site's settings are read."""
    home = tempfile.mkdtemp(prefix="equalterms-tests-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["EQUALTERMS_HOME"] = home
    os.environ["EQUALTERMS_MODE"] = "test"
    # Playwright keeps an event loop running in the process; tests that share it still ask the database directly.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    if url := os.environ.get("TEST_DATABASE_URL"):
        os.environ["DATABASE_URL"] = url
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"):
        os.environ.pop(name, None)


prepare()
