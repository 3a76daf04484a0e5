"""The checks of easy read fail on a bad text and say why; a good text passes."""

from equalterms.engines.press import Bullets, Definitions, Document, EasyRow, Paragraph, Picture, checked, known

from .press_documents import DISC

GOOD = (
    EasyRow("We asked 40 families about short breaks.", Picture(DISC)),
    EasyRow("A short break is when someone else helps for a while.", Picture(DISC)),
    EasyRow("Most families said yes. 9 families said no.", Picture(DISC)),
)


def found(*blocks, **facts) -> list[tuple[str, str]]:
    return [(finding.rule, finding.advice) for finding in checked(Document("Short breaks", blocks), **facts)]


def test_good_text_has_nothing_to_look_at() -> None:
    assert found(*GOOD, points=14, pages=20) == []


def test_sentence_of_fifteen_words_passes_and_of_sixteen_does_not() -> None:
    assert found(EasyRow("one two three " * 5 + ".", Picture(DISC))) == []
    ((rule, advice),) = found(EasyRow("one two three " * 5 + "four.", Picture(DISC)))
    assert rule == "long_sentence"
    assert advice.startswith("This sentence has 16 words. Use 15 at most")


def test_hard_word_is_named_with_a_plainer_one_and_only_once() -> None:
    row = EasyRow("We will implement it. We are implementing it.", Picture(DISC))
    assert [rule for rule, _ in found(row, row)] == ["hard_word", "hard_word"]
    assert "Say “do”, or explain it" in found(row)[0][1]


def test_hard_word_that_is_explained_passes() -> None:
    row = EasyRow("This is about safeguarding.", Picture(DISC))
    meaning = EasyRow("Safeguarding means keeping people safe.", Picture(DISC))
    assert [rule for rule, _ in found(row)] == ["hard_word"]
    assert found(row, meaning) == []
    assert found(row, Definitions([("Safeguarding", "Keeping people safe")])) == []


def test_long_word_is_told_even_when_no_list_knows_it() -> None:
    assert [rule for rule, _ in found(EasyRow("An interdepartmental plan.", Picture(DISC)))] == ["long_word"]


def test_words_without_a_picture_at_the_left_are_told() -> None:
    assert [rule for rule, _ in found(EasyRow("We asked them."), Paragraph("They said yes."))] == ["no_picture"] * 2


def test_picture_beside_too_many_sentences_is_told() -> None:
    assert [rule for rule, _ in found(EasyRow("We met. We spoke. We ate.", Picture(DISC)))] == ["long_part"]


def test_too_many_pages_and_letters_too_small_are_told() -> None:
    assert [rule for rule, _ in found(*GOOD, points=12, pages=21)] == ["small_letters", "too_long"]


def test_signs_are_told_but_not_in_dates_and_addresses() -> None:
    assert [rule for rule, _ in found(EasyRow("About 40% said yes.", Picture(DISC)))] == ["hard_sign"]
    assert found(EasyRow("See https://a.example/b on 3/11/2026.", Picture(DISC))) == []


def test_lists_are_read_as_well() -> None:
    assert [rule for rule, _ in found(Bullets(["We utilise it."]))] == ["hard_word"]


def test_every_rule_says_where_it_comes_from() -> None:
    assert all(rule.source and rule.says for rule in known().rules.values())
    assert len(known().words) > 100


def test_numbers_with_points_are_one_word_and_end_no_sentence() -> None:
    assert found(EasyRow("It costs £2.50 and starts at 10.30 in room 4.", Picture(DISC))) == []
