"""Test databases made by copying a migrated one, and made again after each test that commits.

Truncating tables is not possible here: the ledger refuses it, and the rows that migrations put in would be lost.
A copy takes a fraction of a second; the migrated original is kept between runs under a digest of the migrations.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from equalterms.site.template import migrations_digest, unpack

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "tests"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one process at a time build or copy the originals."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class SQLiteDatabase:
    """One file for this process, copied from the migrated original."""

    def __init__(self) -> None:
        self.path = Path(settings.EQUALTERMS_HOME) / "tests.sqlite3"
        self.original = CACHE / f"migrated-{migrations_digest()}.sqlite3"
        options = connection.settings_dict["OPTIONS"]
        # These files are thrown away, so nothing waits for the disk.
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")

    def create(self) -> None:
        with one_at_a_time():
            if not self.original.exists():
                for stale in CACHE.glob("migrated-*.sqlite3"):
                    stale.unlink()
                self._make_original()
        use_database(str(self.path))
        self.recreate()

    def _make_original(self) -> None:
        building = self.original.with_suffix(f".{os.getpid()}")
        if not unpack(building):
            use_database(str(building))
            call_command("migrate", verbosity=0)
            connection.cursor().execute("PRAGMA journal_mode=DELETE")
            connection.close()
        building.rename(self.original)

    def recreate(self) -> None:
        connections.close_all()
        self.remove()
        shutil.copyfile(self.original, self.path)
        with sqlite3.connect(self.path) as copy:  # many threads that switch to it at once would find it locked
            copy.execute("PRAGMA journal_mode=WAL")
        copy.close()

    def remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)


class PostgresDatabase:
    """One database for this process, created with the migrated original as its template."""

    def __init__(self) -> None:
        asked = connection.settings_dict["NAME"] or "equalterms"
        self.prefix = f"{asked}_migrated_"
        self.original = f"{self.prefix}{migrations_digest()}"
        self.name = f"{asked}_tests_{os.getpid()}"
        connection.settings_dict["OPTIONS"].pop("pool", None)

    def create(self) -> None:
        with one_at_a_time():
            if not self._exists(self.original):
                self._drop_stale()
                self._make_original()
        use_database(self.name)
        self.recreate()

    def _make_original(self) -> None:
        building = f"{self.prefix}building"
        self._run(f'DROP DATABASE IF EXISTS "{building}" WITH (FORCE)')
        self._run(f'CREATE DATABASE "{building}"')
        use_database(building)
        call_command("migrate", verbosity=0)
        connections.close_all()
        self._run(f'ALTER DATABASE "{building}" RENAME TO "{self.original}"')

    def recreate(self) -> None:
        connections.close_all()
        with one_at_a_time():
            self._run(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
            self._run(f'CREATE DATABASE "{self.name}" TEMPLATE "{self.original}"')

    def remove(self) -> None:
        connections.close_all()
        self._run(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _exists(self, name: str) -> bool:
        return bool(self._rows("SELECT 1 FROM pg_database WHERE datname = %s", [name]))

    def _drop_stale(self) -> None:
        for (name,) in self._rows("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [self.prefix]):
            self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _rows(self, sql: str, params: list[Any]) -> list[tuple[Any, ...]]:
        with connection._nodb_cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall()

    def _run(self, sql: str) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute(sql)


def use_database(name: str) -> None:
    """Point this process's connections (of every thread) at the database called `name`."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def database_for_tests() -> SQLiteDatabase | PostgresDatabase:
    return PostgresDatabase() if connection.vendor == "postgresql" else SQLiteDatabase()
