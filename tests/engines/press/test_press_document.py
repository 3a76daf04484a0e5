"""What a document is, and how plain writing becomes one."""

import pytest

from equalterms.engines.press import (
    Bullets,
    Document,
    DocumentError,
    Figure,
    Heading,
    Paragraph,
    Picture,
    Print,
    Run,
    Section,
    Table,
    WebCode,
    deeper,
    pdf,
    read,
)

from .press_documents import DISC


def test_written_paper_is_read_as_headings_paragraphs_and_lists() -> None:
    assert read("# One\n\nFirst line\nsecond line\n\n- a\n- **b**\n\n3. c\n4) d\n\n## Two") == (
        Heading("One", 1),
        Paragraph("First line\nsecond line"),
        Bullets(["a", Run("b", strong=True)]),
        Bullets(["c", "d"], numbered=True, start=3),
        Heading("Two", 2),
    )


def test_strong_emphasis_and_links_are_read_within_words() -> None:
    (paragraph,) = read("A **b** *c* [d](https://e.example/f) https://g.example/h. End")
    assert paragraph == Paragraph(
        [
            "A ",
            Run("b", strong=True),
            " ",
            Run("c", emphasis=True),
            " ",
            Run("d", link="https://e.example/f"),
            " ",
            Run("https://g.example/h", link="https://g.example/h"),
            ". End",
        ]
    )


@pytest.mark.parametrize("words", ["2 * 3 * 4", "#1 in the list", "a ** b", "[not a link]", "-5 degrees", "**"])
def test_what_is_no_sign_stays_as_it_was_written(words: str) -> None:
    assert read(words) == (Paragraph(words),)


def test_headings_begin_at_the_level_of_the_place_and_skip_none() -> None:
    assert [heading.level for heading in read("### Deep\n# Top\n### Deep again", level=2)] == [2, 2, 3]


def test_parts_can_be_set_deeper_in_another_document() -> None:
    inner = (Section(Heading("A"), [Heading("B", 2)]), Heading("C"))
    assert deeper(inner, 1) == (Section(Heading("A", 2), [Heading("B", 3)]), Heading("C", 2))


def test_heading_that_skips_a_level_is_refused() -> None:
    with pytest.raises(DocumentError, match="'Deep' skips a level: use 2"):
        Document("T", [Section(Heading("Top"), [Heading("Deep", 3)])])


def test_heading_or_document_without_words_is_refused() -> None:
    with pytest.raises(DocumentError, match="no words"):
        Document("T", [Heading(" \0 ")])
    with pytest.raises(DocumentError, match="needs a title"):
        Document("\0 \n", [])


def test_language_that_is_none_is_refused() -> None:
    with pytest.raises(DocumentError, match="is no language"):
        Document("T", [], language='en" onload="x')


def test_figure_without_words_for_those_who_cannot_see_it_is_refused() -> None:
    with pytest.raises(DocumentError, match="needs words"):
        Figure(Picture(DISC), "A caption")


def test_table_with_a_cell_missing_is_refused() -> None:
    with pytest.raises(DocumentError, match="as many cells"):
        Table("T", ["a", "b"], [["1"]])


def test_code_needs_an_address_that_a_phone_can_read_from_paper() -> None:
    with pytest.raises(DocumentError, match="needs a web address"):
        WebCode("Here", "javascript:x")
    with pytest.raises(DocumentError, match="too long for a code"):
        pdf(Document("T", [WebCode("Here", "https://a.example/" + "x" * 2000)]))


@pytest.mark.parametrize("size", [11, 29, 0, -1])
def test_letters_too_small_to_read_or_too_large_for_the_paper_are_refused(size: int) -> None:
    with pytest.raises(DocumentError, match="between 12 and 28"):
        Print(size)
