"""The command line: help for newcomers, one plain sentence for each mistake, and the exit codes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.factories import OrganisationFactory

from equalterms.ledger.models import Event
from equalterms.people.models import Invitation, Organisation
from equalterms.site.cli import build_parser, main
from equalterms.site.cli.loading import HOME_OF_DEMO, PREPARED, example_site_is_meant

COMMANDS = (
    "demo",
    "serve",
    "worker",
    "migrate",
    "check",
    "create-organisation",
    "invite",
    "pages",
    "ledger",
    "backup",
    "restore",
    "opinion-map",
)


def test_every_command_is_listed_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    listed = capsys.readouterr().out
    assert stopped.value.code == 0
    for command in COMMANDS:
        assert f"\n    {command}" in listed


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "opinion-map"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert "." in capsys.readouterr().out


def test_help_comes_without_loading_the_site() -> None:
    said = (
        "import sys; from equalterms.site.cli import build_parser; build_parser(); "
        "sys.exit(any(name in sys.modules for name in ('django', 'numpy', 'granian')))"
    )
    assert subprocess.run([sys.executable, "-c", said]).returncode == 0


def test_the_opinion_map_is_drawn_without_loading_the_site() -> None:
    said = (
        "import sys; from equalterms.site.cli import main\n"
        "try: main(['opinion-map', '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", said], capture_output=True).returncode == 0


def test_what_is_not_a_command_is_refused() -> None:
    with pytest.raises(SystemExit) as stopped:
        build_parser().parse_args(["dance"])
    assert stopped.value.code == 2


@pytest.mark.django_db
def test_an_organisation_and_its_administrator_come_in_by_two_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["create-organisation", "Northshire Council", "--kind", "council"]) == 0
    made = Organisation.objects.get()
    assert f"--organisation {made.slug}" in capsys.readouterr().out
    assert main(["invite", "ada@example.org", "--organisation", made.slug]) == 0
    assert "http" in capsys.readouterr().out
    assert Invitation.objects.get().email == "ada@example.org"
    assert Event.objects.filter(actor="").count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["create-organisation", "New", "--kind", "club"], "club is not a kind. Choose one of: council"),
        (["create-organisation", "Known", "--kind", "council"], "called Known already"),
        (
            ["invite", "ada@example.org", "--organisation", "nobody"],
            "no organisation nobody. Those on this site: known",
        ),
        (["invite", "ada", "--organisation", "known"], "ada is not an e-mail address"),
        (["invite", "ada@example.org", "--organisation", "known", "--duty", "king"], "king is not a duty"),
        (["restore", "no-such-file.tar"], "There is no file"),
        (["serve", "--port", "99999"], "99999 is not a port"),
    ],
)
def test_a_mistake_is_said_in_one_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    OrganisationFactory(name="Known", slug="known")
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) == 1


@pytest.mark.django_db
def test_the_ledger_is_checked_from_outside(five_events: Any, capsys: pytest.CaptureFixture[str], tamper: Any) -> None:
    assert main(["ledger", "head"]) == 0
    kept = capsys.readouterr().out.strip()
    assert main(["ledger", "verify", "--head", kept]) == 0
    assert "whole" in capsys.readouterr().out
    tamper("UPDATE ledger_event SET reason = 'other' WHERE number = 2")
    assert main(["ledger", "verify"]) == 1
    assert "Event 2 was changed" in capsys.readouterr().out


def test_a_missing_database_is_said_in_one_sentence(tmp_path: Any) -> None:
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none", "EQUALTERMS_MODE": "test"}
    command = [sys.executable, "-m", "equalterms.site.cli", "ledger", "head"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("equalterms: The database does not answer.")
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_said_in_one_sentence(tmp_path: Any) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "equalterms.site.cli", "check"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("equalterms: SECRET_KEY is missing")


def test_where_nothing_names_a_real_site_the_example_site_beside_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("EQUALTERMS_MODE", "EQUALTERMS_HOME", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert not example_site_is_meant()
    (tmp_path / HOME_OF_DEMO).mkdir(parents=True)
    (tmp_path / HOME_OF_DEMO / PREPARED).write_text("")
    assert example_site_is_meant()
    monkeypatch.setenv("SECRET_KEY", "something")
    assert not example_site_is_meant()


@pytest.mark.django_db
def test_check_says_in_plain_words_what_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check"])
    said = capsys.readouterr().out
    assert "The database is at this version." in said
    assert "The database refuses to change the ledger." in said
    assert "Files can be stored." in said
