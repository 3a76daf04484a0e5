"""Backup, wipe, restore: everything is as it was, and what is not a whole backup is refused before anything is lost."""

import io
import tarfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import connection
from tests.factories import MembershipFactory, PersonFactory
from tests.ledger.conftest import Thing, note_thing

from equalterms.groups.models import Membership
from equalterms.ledger import triggers
from equalterms.ledger.queries import head, verify
from equalterms.people.models import Person
from equalterms.site import archive
from equalterms.site.cli import main

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A site with people, a seat in a group, three events and a file, and a backup of it."""
    PersonFactory(name="Ada")
    MembershipFactory()
    for _turn in range(3):
        note_thing(by=None, thing=Thing())
    default_storage.save("evidence/minutes.txt", ContentFile(b"what we said"))
    storages["private"].save("papers/plan.txt", ContentFile(b"for members only"))
    target = tmp_path / "site.tar"
    assert main(["backup", str(target)]) == 0
    return target


def wipe() -> None:
    """Do the worst: change the data, add to it, and lose the files."""
    Person.objects.update(name="Somebody else")
    PersonFactory(name="Added later")
    note_thing(by=None, thing=Thing())
    default_storage.delete("evidence/minutes.txt")
    storages["private"].delete("papers/plan.txt")
    default_storage.save("evidence/other.txt", ContentFile(b"other"))


def test_backup_wipe_restore_gives_the_same_site(backup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (sorted(Person.objects.values_list("name", flat=True)), list(Membership.objects.values()), head())
    wipe()
    assert main(["restore", str(backup), "--replace"]) == 0
    assert "whole" in capsys.readouterr().out
    assert (sorted(Person.objects.values_list("name", flat=True)), list(Membership.objects.values()), head()) == before
    assert default_storage.open("evidence/minutes.txt").read() == b"what we said"
    assert storages["private"].open("papers/plan.txt").read() == b"for members only"
    assert not default_storage.exists("evidence/other.txt")
    assert triggers.installed(connection)
    note_thing(by=None, thing=Thing())
    assert verify().whole


def test_a_database_with_people_is_not_replaced_without_saying_so(
    backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", str(backup)]) == 1
    assert "--replace" in capsys.readouterr().err


def test_a_backup_can_be_read_by_its_owner_only(backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0
    assert [path.name for path in backup.parent.iterdir()] == ["site.tar"]


def cut(source: Path, length: int) -> Path:
    short = source.with_name("short.tar")
    short.write_bytes(source.read_bytes()[:length])
    return short


@pytest.mark.parametrize("length", [0, 100, 3000])
def test_half_a_backup_is_refused_and_nothing_is_lost(
    backup: Path, length: int, capsys: pytest.CaptureFixture[str]
) -> None:
    people = Person.objects.count()
    assert main(["restore", str(cut(backup, length)), "--replace"]) == 1
    assert "not a backup of Equal Terms" in capsys.readouterr().err
    assert Person.objects.count() == people
    assert default_storage.exists("evidence/minutes.txt")


def with_member(source: Path, name: str) -> Path:
    evil = source.with_name("evil.tar")
    evil.write_bytes(source.read_bytes())
    with tarfile.open(evil, "a") as added:
        info = tarfile.TarInfo(name)
        info.size = 4
        added.addfile(info, io.BytesIO(b"evil"))
    return evil


@pytest.mark.parametrize("name", ["files/../../outside.txt", "files//etc/outside.txt"])
def test_a_backup_that_reaches_outside_its_folder_is_refused(
    backup: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", str(with_member(backup, name)), "--replace"]) == 1
    assert "outside" in capsys.readouterr().err
    assert default_storage.exists("evidence/minutes.txt")


def test_a_backup_of_another_kind_of_database_is_refused(
    backup: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = archive.json.loads
    monkeypatch.setattr(archive.json, "loads", lambda text: real(text) | {"database": "other"})
    assert main(["restore", str(backup), "--replace"]) == 1
    assert "other database" in capsys.readouterr().err


def test_a_backup_that_was_edited_is_found_by_the_ledger(
    backup: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Any = archive._manifest_of
    monkeypatch.setattr(archive, "_manifest_of", lambda tar: real(tar) | {"head": "a" * 64})
    assert main(["restore", str(backup), "--replace"]) == 1
    assert "not part of this chain" in capsys.readouterr().out


def test_a_folder_cannot_be_written_as_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err
