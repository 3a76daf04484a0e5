"""PostgreSQL's own guard of the preparation space: rows show only to the person whom the transaction names.

`set_config('equalterms.person', ...)` names them (`seen_by`); the policies compare that name with the
seats in the meeting's group. Forced, so that the owner of the tables sees nothing either while nobody is named.
It guards against a query that forgets to ask; whoever may run any SQL can name anybody. Superusers pass all policies.
SQLite has nothing of the kind.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection as default_connection
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from equalterms.groups.vocabulary import LIVED_EXPERIENCE
from equalterms.people.vocabulary import PUBLIC_BODIES, Duty

PERSON, DAY = "equalterms.person", "equalterms.day"
NOTES, PROPOSALS, ANSWERS = "meetings_preparationnote", "meetings_carryproposal", "meetings_carryanswer"
GUARDED = (NOTES, PROPOSALS, ANSWERS)
ME, PREPARES = "meetings_person()", "meetings_prepares(meeting_id)"


def listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word!s}'" for word in (str(each.value) for each in words))


# The same answer as rules.preparing.may_prepare; a test compares the two.
FUNCTIONS = (
    f"CREATE OR REPLACE FUNCTION meetings_person() RETURNS bigint LANGUAGE sql STABLE AS "
    f"$$ SELECT NULLIF(current_setting('{PERSON}', true), '')::bigint $$",
    f"CREATE OR REPLACE FUNCTION meetings_day() RETURNS date LANGUAGE sql STABLE AS "
    f"$$ SELECT NULLIF(current_setting('{DAY}', true), '')::date $$",
    "CREATE OR REPLACE FUNCTION meetings_prepares(which bigint) RETURNS boolean LANGUAGE sql STABLE AS $$ "  # noqa: S608
    "SELECT EXISTS (SELECT 1 FROM meetings_meeting m JOIN groups_membership s ON s.group_id = m.group_id "
    f"WHERE m.id = which AND s.person_id = meetings_person() AND s.capacity IN ({listed(LIVED_EXPERIENCE)}) "
    "AND s.since <= meetings_day() AND (s.until IS NULL OR s.until > meetings_day())) "
    "AND NOT EXISTS (SELECT 1 FROM people_affiliation a JOIN people_organisation o ON o.id = a.organisation_id "
    f"WHERE a.person_id = meetings_person() AND o.kind IN ({listed(PUBLIC_BODIES)}) "
    f"AND a.duty <> '{Duty.EDITOR.value}' "
    "AND a.since <= meetings_day() AND (a.until IS NULL OR a.until > meetings_day())) $$",
)
POLICIES = (
    f"CREATE POLICY own_or_shared ON {NOTES} FOR SELECT USING (author_id = {ME} OR (shared AND {PREPARES}))",
    f"CREATE POLICY write_own ON {NOTES} FOR INSERT WITH CHECK (author_id = {ME} AND {PREPARES})",
    f"CREATE POLICY change_own ON {NOTES} FOR UPDATE USING (author_id = {ME}) WITH CHECK (author_id = {ME})",
    f"CREATE POLICY remove_own ON {NOTES} FOR DELETE USING (author_id = {ME})",
    f"CREATE POLICY who_prepares ON {PROPOSALS} FOR SELECT USING ({PREPARES} OR proposed_by_id = {ME})",
    f"CREATE POLICY propose_own ON {PROPOSALS} FOR INSERT WITH CHECK (proposed_by_id = {ME} AND {PREPARES})",
    f"CREATE POLICY move_together ON {PROPOSALS} FOR UPDATE USING ({PREPARES}) WITH CHECK ({PREPARES})",
    f"CREATE POLICY who_prepares ON {ANSWERS} FOR SELECT USING ({PREPARES} OR person_id = {ME})",
    f"CREATE POLICY answer_own ON {ANSWERS} FOR INSERT WITH CHECK (person_id = {ME} AND {PREPARES})",
    f"CREATE POLICY change_own ON {ANSWERS} FOR UPDATE USING (person_id = {ME}) WITH CHECK (person_id = {ME})",
)
ON = tuple(f"ALTER TABLE {table} {do} ROW LEVEL SECURITY" for table in GUARDED for do in ("ENABLE", "FORCE"))
OFF = tuple(f"ALTER TABLE {table} {do} ROW LEVEL SECURITY" for table in GUARDED for do in ("NO FORCE", "DISABLE"))


@contextmanager
def seen_by(person: Any) -> Iterator[None]:
    """Name the person for whom rows of the space are read and written, in a transaction, until the end of the block.

    Read everything inside the block: what is fetched later finds nobody named, and nothing. Without PostgreSQL it is a
    transaction and nothing more.
    """
    with transaction.atomic():
        if default_connection.vendor != "postgresql":
            yield
            return
        with default_connection.cursor() as cursor:
            cursor.execute(f"SELECT current_setting('{PERSON}', true), current_setting('{DAY}', true)")
            before = cursor.fetchone()
            _name(cursor, str(person.pk), timezone.localdate().isoformat())
        yield  # an error undoes the naming with the transaction
        with default_connection.cursor() as cursor:
            _name(cursor, before[0] or "", before[1] or "")


def _name(cursor: Any, person: str, day: str) -> None:
    cursor.execute(f"SELECT set_config('{PERSON}', %s, true), set_config('{DAY}', %s, true)", [person, day])


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the guard in place. Does nothing on a database that knows no such thing."""
    if connection.vendor == "postgresql":
        _run(connection, (*FUNCTIONS, *POLICIES, *ON))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the guard away, for undoing the migration."""
    if connection.vendor != "postgresql":
        return
    drops = [f"DROP POLICY IF EXISTS {line.split()[2]} ON {line.split()[4]}" for line in POLICIES]
    functions = ("meetings_prepares(bigint)", "meetings_day()", "meetings_person()")
    _run(connection, (*OFF, *drops, *(f"DROP FUNCTION IF EXISTS {name}" for name in functions)))


def passes_policies(connection: BaseDatabaseWrapper) -> bool:
    """Say whether the role by which the site is connected passes every policy: a superuser, or one with BYPASSRLS."""
    asked = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    return bool(_answer(connection, asked))


def owns_tables(connection: BaseDatabaseWrapper) -> bool:
    """Say whether that role owns the guarded tables, and so could take the guard away."""
    asked = "SELECT count(*) FROM pg_tables WHERE tablename = %s AND pg_has_role(current_user, tableowner, 'USAGE')"
    return bool(_answer(connection, asked, NOTES))


def is_guarded(connection: BaseDatabaseWrapper) -> bool:
    """Say whether the guard stands on every table of the preparation space."""
    asked = "SELECT count(*) FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relname IN (%s, %s, %s)"
    return _answer(connection, asked, *GUARDED) == len(GUARDED)


def _answer(connection: BaseDatabaseWrapper, asked: str, *values: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(asked, values or None)
        return cursor.fetchone()[0]


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
