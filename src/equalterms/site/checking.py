"""Looks over a site before people come: each finding is one plain sentence."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import get_connection
from django.db import connection
from django.db.utils import DatabaseError

from equalterms.ledger import triggers
from equalterms.meetings import row_security
from equalterms.site import mode, preparing


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    well: bool
    words: str


def every_finding() -> Iterator[Finding]:
    """Look at everything, the cheapest first."""
    yield Finding(True, f"The settings can be read. This is a {settings.EQUALTERMS_MODE} site at {settings.SITE_URL}.")
    yield from _django_says()
    yield _proxy()
    yield _home_is_writable()
    yield _files_are_writable()
    yield _mail()
    yield from _database()


def _django_says() -> Iterator[Finding]:
    messages = checks.run_checks(include_deployment_checks=settings.EQUALTERMS_MODE == "production")
    shown = [message for message in messages if not message.is_silenced()]
    for message in shown:
        yield Finding(False, f"{message.id}: {message.msg}")
    if not shown:
        yield Finding(True, "Django's own checks find nothing to put right.")


def _proxy() -> Finding:
    if settings.EQUALTERMS_MODE != "production" or settings.TRUSTED_PROXIES:
        return Finding(True, "Visitors' addresses and https are taken from where they should be.")
    return Finding(
        False,
        "TRUSTED_PROXY is missing. The site expects https, which a proxy in front of it provides. Name the "
        "address that the proxy has here, for example: TRUSTED_PROXY=127.0.0.1",
    )


def _home_is_writable() -> Finding:
    home = Path(settings.EQUALTERMS_HOME)
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=home):
            pass
    except OSError as problem:
        return Finding(
            False, f"Nothing can be written in {home} ({problem.strerror}). Set EQUALTERMS_HOME, or its rights."
        )
    return Finding(True, f"The site can write in {home}.")


def _files_are_writable() -> Finding:
    try:
        name = default_storage.save(f"check-{os.getpid()}.txt", ContentFile(b"check"))
        default_storage.delete(name)
    except Exception as problem:  # every kind of storage has errors of its own
        return Finding(False, f"Files cannot be stored ({type(problem).__name__}). Look at STORAGE_URL and its rights.")
    return Finding(True, "Files can be stored.")


def _mail() -> Finding:
    if settings.EMAIL_BACKEND != "django.core.mail.backends.smtp.EmailBackend":
        return Finding(settings.EQUALTERMS_MODE != "production", "Mail is written to the screen, not sent.")
    try:
        server = get_connection(timeout=10)
        server.open()
        server.close()
    except Exception as problem:  # refused, unknown host, wrong password: each is an error of its own
        return Finding(False, f"The mail server does not take our mail ({type(problem).__name__}). Look at EMAIL_URL.")
    return Finding(True, "The mail server answers.")


def _row_guard() -> Iterator[Finding]:
    """Say whether PostgreSQL guards what members prepare. Only a real site must be connected in the right role."""
    if connection.vendor != "postgresql":
        yield Finding(True, "SQLite guards no rows: what members prepare is closed by the site alone (security.md).")
        return
    if not row_security.is_guarded(connection):
        yield Finding(False, "What members prepare has lost its guard in the database. Run: equalterms migrate")
        return
    fits = settings.EQUALTERMS_MODE != "production"
    how_to = "How to give the site a role of its own: docs/how-to/postgresql.md"
    if row_security.passes_policies(connection):
        yield Finding(fits, f"The database's role is a superuser, or passes row-level security. {how_to}")
    elif row_security.owns_tables(connection):
        yield Finding(fits, f"The database's role owns the tables, so it could take their guard away. {how_to}")
    else:
        yield Finding(True, "The database itself guards what members prepare.")


def _database() -> Iterator[Finding]:
    try:
        connection.ensure_connection()
        if not mode.is_prepared():
            yield Finding(False, "The database answers and is empty. Run: equalterms migrate")
            return
        pending = preparing.pending_migrations()
    except DatabaseError:
        yield Finding(False, "The database does not answer. Is it running, and is DATABASE_URL right?")
        return
    yield Finding(True, f"The database answers ({connection.vendor}).")
    if pending:
        yield Finding(False, f"The database is {len(pending)} steps behind this version. Run: equalterms migrate")
        return
    yield Finding(True, "The database is at this version.")
    kept = triggers.installed(connection)
    yield Finding(kept, "The database refuses to change the ledger." if kept else "The ledger's triggers are missing.")
    yield from _row_guard()
    try:
        mode.check_mode()
        yield Finding(True, "Database and mode belong together.")
    except ImproperlyConfigured as refused:
        yield Finding(False, str(refused))
