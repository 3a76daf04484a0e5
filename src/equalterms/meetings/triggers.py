"""The database's own refusal to rewrite what is fixed of a meeting: versions of minutes, notes, and sent texts.

Like the ledger's triggers they stop mistakes and careless scripts; the seals in the ledger find the rest.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "Minutes, and texts that somebody sent, are frozen. Write another version instead."
VERSIONS = "meetings_minutesversion"
NOTES = "meetings_shortnote"
TEXTS = "meetings_notetext"
TEXT_WORDS = "note_id, text, base, number, written_by_id, written_at"
MINUTES = "meetings_minutes"

_FROZEN = (("minutes_version", VERSIONS, ""), ("short_note", NOTES, ""), ("note_text", TEXTS, f" OF {TEXT_WORDS}"))
_NAMES = [f"{name}_is_frozen" for name, _table, _columns in _FROZEN] + ["approved_minutes_are_frozen"]


def _sqlite() -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    statements = []
    for name, table, columns in _FROZEN:
        statements.append(f"CREATE TRIGGER {name}_is_frozen BEFORE UPDATE{columns} ON {table} {refuse}")
        statements.append(f"CREATE TRIGGER {name}_stays BEFORE DELETE ON {table} {refuse}")
    approved = f"ON {MINUTES} WHEN OLD.approved_at IS NOT NULL {refuse}"
    statements.append(f"CREATE TRIGGER approved_minutes_are_frozen BEFORE UPDATE {approved}")
    statements.append(f"CREATE TRIGGER approved_minutes_stay BEFORE DELETE {approved}")
    return statements


def _postgresql() -> list[str]:
    run = "FOR EACH ROW {} EXECUTE FUNCTION meetings_refuse()"
    statements = [
        "CREATE OR REPLACE FUNCTION meetings_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    ]
    for name, table, columns in _FROZEN:
        statements.append(
            f"CREATE TRIGGER {name}_is_frozen BEFORE UPDATE{columns} OR DELETE ON {table} {run.format('')}"
        )
    approved = run.format("WHEN (OLD.approved_at IS NOT NULL)")
    statements.append(f"CREATE TRIGGER approved_minutes_are_frozen BEFORE UPDATE OR DELETE ON {MINUTES} {approved}")
    return statements


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse every rewriting of what is fixed."""
    _run(connection, _sqlite() if connection.vendor == "sqlite" else _postgresql())


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration, and for tests that tamper."""
    if connection.vendor == "sqlite":
        stays = [f"{name}_stays" for name, _table, _columns in _FROZEN] + ["approved_minutes_stay"]
        _run(connection, [f"DROP TRIGGER IF EXISTS {name}" for name in (*_NAMES, *stays)])
        return
    tables = [table for _name, table, _columns in _FROZEN] + [MINUTES]
    pairs = zip(_NAMES, tables, strict=True)
    _run(connection, [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table in pairs])


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
