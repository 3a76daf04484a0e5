"""The database's own refusal to change history: triggers that let events be added, and nothing else.

They stop mistakes and careless scripts. Somebody who owns the database can remove them; the chain then shows what
was changed (`queries.verify`).
"""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "The ledger is append-only: events cannot be changed or removed."
TABLE = "ledger_event"

_INSTALL = {
    "sqlite": (
        f"CREATE TRIGGER ledger_event_keeps_rows BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        f"CREATE TRIGGER ledger_event_keeps_words BEFORE UPDATE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
        f"CREATE TRIGGER ledger_event_keeps_rows BEFORE UPDATE OR DELETE ON {TABLE} "
        "FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
        f"CREATE TRIGGER ledger_event_keeps_all BEFORE TRUNCATE ON {TABLE} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
    ),
}
_REMOVE = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS ledger_event_keeps_rows",
        "DROP TRIGGER IF EXISTS ledger_event_keeps_words",
    ),
    "postgresql": (
        f"DROP TRIGGER IF EXISTS ledger_event_keeps_rows ON {TABLE}",
        f"DROP TRIGGER IF EXISTS ledger_event_keeps_all ON {TABLE}",
    ),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse every change of an event."""
    _run(connection, _INSTALL[connection.vendor])


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration, and for tests that tamper or wipe their database."""
    _run(connection, _REMOVE[connection.vendor])


def installed(connection: BaseDatabaseWrapper) -> bool:
    """Say whether this database holds both triggers."""
    ask = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_event_keeps_%'",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'ledger_event_keeps_%' AND tgenabled <> 'D'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(ask)
        return cursor.fetchone()[0] == 2


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
