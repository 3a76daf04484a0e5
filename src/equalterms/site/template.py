"""The migrated, empty database that is shipped, so that a first start does not have to run two hundred migrations.

It is only used when it was made from the very migrations that stand here; `make template` makes it.
Django is imported inside the functions, after the site has been loaded.
"""

import gzip
import hashlib
import importlib
import os
import sqlite3
import sys
import tempfile
from pathlib import Path

SHIPPED = Path(__file__).with_name("template.sqlite3.gz")
TABLE = "template_digest"
MADE_AT = "2026-01-01 00:00:00"  # in place of the moment of making, so that two makings give the same file


def migrations_digest() -> str:
    """Return 16 hex digits that change when any migration of any installed app changes. Needs the site loaded."""
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader

    digest = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda found: found.label):
        module, _explicit = MigrationLoader.migrations_module(config.label)
        try:
            folder = Path(importlib.import_module(module).__path__[0]) if module else None
        except ModuleNotFoundError:
            continue
        for file in sorted(folder.glob("*.py")) if folder else []:
            digest.update(f"{config.label}/{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def shipped_digest() -> str | None:
    """Return the digest of the migrations from which the shipped database was made, or None without one."""
    if not SHIPPED.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "template.sqlite3"
        copy.write_bytes(gzip.decompress(SHIPPED.read_bytes()))
        return _digest_in(copy)


def unpack(target: Path) -> bool:
    """Put the shipped database at `target`, unless it is stale. Returns whether it was put there."""
    if not SHIPPED.exists():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    building = target.with_name(f"{target.name}.{os.getpid()}")
    building.write_bytes(gzip.decompress(SHIPPED.read_bytes()))
    if _digest_in(building) != migrations_digest():
        building.unlink()
        return False
    building.replace(target)
    return True


def _digest_in(path: Path) -> str | None:
    connection = sqlite3.connect(path)
    try:
        row = connection.execute(f"SELECT digest FROM {TABLE}").fetchone()  # noqa: S608  (a constant)
    except sqlite3.OperationalError:
        return None
    finally:
        connection.close()
    return row[0] if row else None


def make(target: Path = SHIPPED) -> int:
    """Run all migrations on an empty database, pack it at `target` and return its size in bytes."""
    from django.core.management import call_command
    from django.db import connection

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.sqlite3"
        connection.settings_dict["NAME"] = str(path)
        call_command("migrate", verbosity=0)
        connection.close()
        _make_even(path)
        target.write_bytes(gzip.compress(path.read_bytes(), compresslevel=9, mtime=0))
    return target.stat().st_size


def _make_even(path: Path) -> None:
    """Take out what differs between two makings: moments, and the order in which pages of the file were filled."""
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("PRAGMA journal_mode=DELETE")
    tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table == "ledger_event":  # empty, and it refuses
            continue
        for column in file.execute(f'PRAGMA table_info("{table}")').fetchall():
            if column[2].lower() == "datetime":
                said = f'UPDATE "{table}" SET "{column[1]}" = ? WHERE "{column[1]}" IS NOT NULL'  # noqa: S608
                file.execute(said, [MADE_AT])
    file.execute(f"CREATE TABLE {TABLE} (digest text NOT NULL)")
    file.execute(f"INSERT INTO {TABLE} VALUES (?)", [migrations_digest()])  # noqa: S608
    file.execute("VACUUM")
    file.close()


if __name__ == "__main__":
    os.environ.update(EQUALTERMS_MODE="test", DJANGO_SETTINGS_MODULE="equalterms.site.settings", DATABASE_URL="")
    import django

    django.setup()
    sys.stderr.write(f"{SHIPPED.name}: {make():,} bytes, made from migrations {migrations_digest()}\n")
