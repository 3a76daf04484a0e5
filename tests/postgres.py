"""Prints the address of a PostgreSQL on which tests may make databases, if one answers: `python -m tests.postgres`."""

import getpass
import os
import sys
from collections.abc import Iterator

import psycopg

DATABASE = "equalterms"


def candidates() -> Iterator[str]:
    """Yield what the environment names, or else the usual places on this machine."""
    for name in ("TEST_DATABASE_URL", "TEST_POSTGRES_URL", "DATABASE_URL_TEST"):
        if os.environ.get(name):
            yield os.environ[name]
            return
    user = getpass.getuser()
    yield f"postgresql:///{DATABASE}?host=/var/run/postgresql"
    yield f"postgresql://{user}@127.0.0.1:5432/{DATABASE}"
    yield f"postgresql://postgres@127.0.0.1:5432/{DATABASE}"


def may_make_databases(url: str) -> bool:
    """Say whether a server answers there that lets us make databases."""
    try:
        with psycopg.connect(url, dbname="postgres", connect_timeout=3) as server:
            asked = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            row = server.execute(asked).fetchone()
    except psycopg.Error:
        return False
    return bool(row and row[0])


if __name__ == "__main__":
    found = next(filter(may_make_databases, candidates()), None)
    if found is None:
        sys.exit(1)
    print(found)
