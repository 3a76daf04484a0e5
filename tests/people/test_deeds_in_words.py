"""What a person did is told to them in words, whatever room it was in."""

import re

import pytest
from django.apps import apps
from tests.databases import ROOT

from equalterms.people.vocabulary import VERB_WORDS, verb_words

VERB = re.compile(r'"([a-z_]+\.[a-z_]+)"')
RECORDED = re.compile(r"\brecord\(\s*\"([a-z_]+\.[a-z_]+)\"")
CHOSEN = re.compile(r"\bverb = (.+)")


def verbs_of(room: str) -> set[str]:
    """Return the verbs with which a room's actions write to the ledger."""
    found: set[str] = set()
    for file in (ROOT / "src" / "equalterms" / room).rglob("*.py"):
        text = file.read_text()
        if "record(" in text and "/actions" in str(file):
            found |= set(RECORDED.findall(text))
            found |= {verb for line in CHOSEN.findall(text) for verb in VERB.findall(line)}
    return found


@pytest.mark.parametrize("room", sorted(one.label for one in apps.get_app_configs() if hasattr(one, "verb_words")))
def test_every_verb_of_the_ledger_has_words(room: str) -> None:
    known = {**VERB_WORDS, **apps.get_app_config(room).verb_words}
    assert not verbs_of(room) - known.keys()


def test_a_step_in_another_room_is_said_in_its_own_words() -> None:
    assert verb_words("reading.given") == "You gave your reading of an account"
    assert verb_words("claim.answered") == "You answered a question of an account in the making"


def test_a_verb_that_nobody_knows_any_more_is_still_readable() -> None:
    assert verb_words("old_thing.well_done") == "Old thing well done"
