"""One thing has one word: the lists of choices in the docs are those of the code, and each main word is explained."""

from tests.architecture.choices import TARGET, lists_of_choices, written
from tests.architecture.sources import ROOT


def test_the_choices_in_the_docs_are_those_of_the_code() -> None:
    assert TARGET.read_text() == written(), "docs/generated/choices.md is stale: make choices"


def test_no_two_lists_of_choices_have_one_name() -> None:
    names = [choices.__name__ for _room, choices in lists_of_choices()]
    assert names
    assert sorted(names) == sorted(set(names))


def test_every_choice_has_words_of_its_own() -> None:
    for _room, choices in lists_of_choices():
        labels = [str(label) for _value, label in choices.choices]
        assert len(set(labels)) == len(labels), choices.__name__


def test_the_main_words_are_in_the_vocabulary() -> None:
    said = (ROOT / "docs" / "vocabulary.md").read_text()
    for word in (
        "Group",
        "Member",
        "Plan",
        "Change",
        "Account",
        "Rung",
        "Effect",
        "Assessment",
        "Dispute",
        "Head",
        "Seal",
    ):
        assert f"**{word}**" in said
