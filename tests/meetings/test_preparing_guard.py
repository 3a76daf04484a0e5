"""PostgreSQL's own guard of the preparation space, as a role that is no superuser: CI's own passes every policy."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone
from tests.factories import AffiliationFactory, join
from tests.meetings.papers_place import Place, build_place

from equalterms.groups.vocabulary import Capacity
from equalterms.meetings import row_security
from equalterms.meetings.actions.preparing import answer_carrying, propose_carrying, write_note
from equalterms.meetings.models import CarryAnswer, CarryProposal, PreparationNote
from equalterms.meetings.queries.preparing import space_of, waiting_for
from equalterms.meetings.row_security import seen_by
from equalterms.meetings.rules.preparing import may_prepare
from equalterms.people.models import Person

pytestmark = pytest.mark.postgres_only
ROLE = f"equalterms_app_{os.getpid()}"
OWNER = f"equalterms_owner_{os.getpid()}"


@pytest.fixture
def place(db: None) -> Place:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL guards rows")
    run(f"CREATE ROLE {ROLE} NOLOGIN", f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ROLE}")
    run(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ROLE}")
    return build_place()


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def as_role(role: str = ROLE) -> Iterator[None]:
    """Be the site's own role, in the way it is set up for people."""
    run(f"SET LOCAL ROLE {role}")
    try:
        yield
    finally:
        run("RESET ROLE")


def words_read() -> list[str]:
    return [*PreparationNote.objects.values_list("words", flat=True)]


def everything() -> int:
    return PreparationNote.objects.count() + CarryProposal.objects.count() + CarryAnswer.objects.count()


def fill(place: Place) -> None:
    """Let people write and put words forward, as the site's own role."""
    for words, shared in (("shared", True), ("private", False)):
        write_note(meeting=place.meeting, by=place.reader, words=words, shared=shared)
    proposal = propose_carrying(meeting=place.meeting, by=place.reader, words="forward")
    answer_carrying(proposal=proposal, by=place.fellow, agrees=False)


def test_the_sites_own_role_reads_nothing_while_nobody_is_named(place: Place) -> None:
    with as_role():
        fill(place)
        assert everything() == 0
        with seen_by(place.reader):
            assert everything() == 5
        assert everything() == 0


def test_the_owner_of_the_tables_reads_nothing_either(place: Place) -> None:
    run(f"CREATE ROLE {OWNER} NOLOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {OWNER}")
    run(*(f"ALTER TABLE {table} OWNER TO {OWNER}" for table in row_security.GUARDED))
    with as_role():
        fill(place)
    with as_role(OWNER):
        assert row_security.owns_tables(connection)
        assert everything() == 0


def test_each_person_reads_their_own_and_what_is_shared_with_them(place: Place) -> None:
    with as_role():
        fill(place)
        for person, seen in ((place.reader, ["shared", "private"]), (place.fellow, ["shared"]), (place.manager, [])):
            with seen_by(person):
                assert words_read() == seen


def test_the_pages_of_the_space_work_for_the_sites_own_role(place: Place) -> None:
    with as_role():
        fill(place)
        space = space_of(place.fellow, place.meeting.key)
        assert [face.note.words for part in space.parts for face in part.notes] == ["shared"]
        assert waiting_for(place.chair)


def test_nobody_writes_in_anothers_name_and_nobody_from_outside(place: Place) -> None:
    made = {"meeting": place.meeting, "words": "x", "written_at": timezone.now()}
    with as_role():
        for person, author in ((place.fellow, place.reader), (place.manager, place.manager)):
            with pytest.raises(ProgrammingError), transaction.atomic(), seen_by(person):
                PreparationNote.objects.create(author=author, **made)


def test_nobody_changes_or_removes_anothers_words(place: Place) -> None:
    with as_role():
        fill(place)
        with seen_by(place.fellow):
            assert PreparationNote.objects.update(words="y") == 0
            assert PreparationNote.objects.all()._raw_delete("default") == 0


def test_the_database_and_the_rule_let_in_the_same_people(place: Place) -> None:
    employed = join(place.group)
    AffiliationFactory(person=employed)
    editor = join(place.group)
    AffiliationFactory(person=editor, duty="editor")
    people = [value for value in vars(place).values() if isinstance(value, Person)]
    people += [employed, editor, join(place.group, carer=True), join(place.group, capacity=Capacity.OBSERVER)]
    people += [join(place.group, until=timezone.localdate()), join(place.group, since=timezone.localdate())]
    for person in people:
        with seen_by(person), connection.cursor() as cursor:
            cursor.execute("SELECT meetings_prepares(%s)", [place.meeting.pk])
            assert cursor.fetchone()[0] is may_prepare(person, place.meeting), person


def test_a_superuser_and_an_owner_are_told_apart_from_the_right_role(place: Place) -> None:
    assert row_security.is_guarded(connection)
    assert row_security.passes_policies(connection)
    with as_role():
        assert not row_security.passes_policies(connection)
        assert not row_security.owns_tables(connection)
