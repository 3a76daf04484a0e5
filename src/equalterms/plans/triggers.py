"""The database's own refusal to rewrite what was published: frozen versions of accounts, and claimed effects.

Like the ledger's triggers they stop mistakes and careless scripts; the seals in the ledger find the rest.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "A published account is frozen. Write a correction instead."
VERSIONS = "plans_accountversion"
EFFECTS = "plans_effect"
EFFECT_WORDS = "account_id, words, seen_on, claimed_by_id, claimed_at"

_INSTALL = {
    "sqlite": (
        f"CREATE TRIGGER version_is_frozen BEFORE UPDATE ON {VERSIONS} WHEN OLD.published_at IS NOT NULL "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        f"CREATE TRIGGER version_stays BEFORE DELETE ON {VERSIONS} WHEN OLD.published_at IS NOT NULL "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        f"CREATE TRIGGER effect_is_frozen BEFORE UPDATE OF {EFFECT_WORDS} ON {EFFECTS} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        f"CREATE TRIGGER effect_stays BEFORE DELETE ON {EFFECTS} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION plans_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
        f"CREATE TRIGGER version_is_frozen BEFORE UPDATE OR DELETE ON {VERSIONS} FOR EACH ROW "
        "WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION plans_refuse()",
        f"CREATE TRIGGER effect_is_frozen BEFORE UPDATE OF {EFFECT_WORDS} ON {EFFECTS} FOR EACH ROW "
        "EXECUTE FUNCTION plans_refuse()",
        f"CREATE TRIGGER effect_stays BEFORE DELETE ON {EFFECTS} FOR EACH ROW EXECUTE FUNCTION plans_refuse()",
    ),
}
_REMOVE = {
    "sqlite": tuple(
        f"DROP TRIGGER IF EXISTS {name}"
        for name in ("version_is_frozen", "version_stays", "effect_is_frozen", "effect_stays")
    ),
    "postgresql": (
        f"DROP TRIGGER IF EXISTS version_is_frozen ON {VERSIONS}",
        f"DROP TRIGGER IF EXISTS effect_is_frozen ON {EFFECTS}",
        f"DROP TRIGGER IF EXISTS effect_stays ON {EFFECTS}",
    ),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse every rewriting of what was published."""
    _run(connection, _INSTALL[connection.vendor])


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration, and for tests that tamper."""
    _run(connection, _REMOVE[connection.vendor])


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
