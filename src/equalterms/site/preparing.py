"""Makes a site ready to serve: its database, its first pages, its static files."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from equalterms.hub.actions.starting_pages import ensure_starting_pages
from equalterms.site import template
from equalterms.site.mode import check_mode, nobody_is_here


def pending_migrations() -> list[str]:
    """Return the migrations that this database has not seen, by name."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _backwards in plan]


def prepare_database() -> bool:
    """Bring the database to this version, from the shipped copy when there is none yet. Say whether it changed."""
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.stat().st_size == 0:
            connection.close()
            if template.unpack(path):
                return True
    if not pending_migrations():
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def ensure_demo() -> bool:
    """Fill an empty database with the example places, which marks it as a demo. Say whether it was filled now."""
    from equalterms.examples.demo import build  # hundreds of made-up lines that a real site never needs

    check_mode()
    ensure_starting_pages()
    if not nobody_is_here():
        return False
    return build()


def collect_static_files() -> None:
    """Gather the static files under names that change with their content, when any of them changed."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    due = static_digest()
    if stamp.exists() and stamp.read_text() == due:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(due)


def static_digest() -> str:
    """Return a digest of the name, size and time of every static file of the site and of what it is built on."""
    from django.contrib.staticfiles.finders import get_finders  # only a start that collects needs it

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def let_go_of_the_database() -> None:
    """Close every connection and pool of this process, because the server forks.

    A pool that is open then would be shared: its sockets by several processes, and without the threads that mend it.
    """
    connections.close_all()
    for used in connections.all():
        if used.vendor == "postgresql":
            used.close_pool()
