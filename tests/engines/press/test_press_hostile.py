"""Whatever people write: it is printed as words, never run, and never stops the press."""

import re
import time
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equalterms.engines.press import (
    Bullets,
    Document,
    DocumentError,
    Heading,
    Paragraph,
    Picture,
    Print,
    Run,
    Section,
    Table,
    epub,
    html,
    pdf,
    read,
    text,
)

from .press_documents import book, inside, report_on

CALM = settings(max_examples=25, deadline=None)
SIGNS = (
    "#", "#let x = 1", "#import \"@preview/x\"", "#read(\"/etc/passwd\")", "$", "$a^2$", "*", "**", "_", "`", "```",
    "\\", "@", "<label>", "//", "/*", "[", "](", ")", "= ", "- ", "1. ", "<script>alert(1)</script>", "<!--", "]]>",
    "&amp;", "&#0;", "\"", "'", "</style>", "\0", "\x0b", "\x1b[31m", "\u202e", "\u2066", "\u200f", "مرحبا", "שלום",
    "中文", "ਪੰਜਾਬੀ", "😀", "👩🏽‍🦽", "\ud800", "\ufffe", "\U0010ffff", "e\u0301" * 9, "x" * 400, "https://a.example/",
    "javascript:alert(1)",
    "\r\n", "\n", "\n\n", "\t", " ", "word", "ŵ",
)  # fmt: skip
hostile = st.lists(st.sampled_from(SIGNS) | st.text(max_size=8), max_size=14).map("".join)


@CALM
@given(hostile, hostile)
def test_anything_written_can_be_printed_and_stays_words(words: str, cell: str) -> None:
    table = Table(cell, [cell, words], [[words, cell]])
    document = Document("Title " + cell, [*read(words), Paragraph(words, quiet=True), Bullets([cell]), table])
    assert report_on(pdf(document)).document.page_count >= 1


@CALM
@given(hostile)
def test_anything_written_gives_a_whole_page_and_a_whole_book(words: str) -> None:
    title = words + " title"
    document = Document(title, [*read(words), Section(Heading("x" + words), [Paragraph(Run(words, link=words))])])
    page = html(document)
    assert not re.search(r"<(script|iframe|img(?! src=\"data:))", page.split("</style>", 1)[1])
    assert not re.search(r"href=\"(?!https?://|mailto:|tel:|#)", page)
    book(epub(document))
    assert "\0" not in text(document)


@CALM
@given(hostile)
def test_every_letter_that_was_written_comes_back_from_the_reader(words: str) -> None:
    told = text(Document("T", read(words)))
    written = [word for word in re.findall(r"[a-z]{4,}", words) if word not in ("https",)]
    assert all(word in told for word in written)


@pytest.mark.parametrize("code", ["#panic()", "#sys.version", '#image("/etc/passwd")', '#read("document.json")'])
def test_code_of_the_typesetter_is_printed_as_it_was_written(code: str) -> None:
    made = pdf(Document(code, [Heading(code), Paragraph([Run(code, strong=True)]), Table(code, [code], [[code]])]))
    assert report_on(made)


def test_letters_without_a_font_are_named() -> None:
    made = inside(pdf(Document("Title", [Heading("Hello 😀"), Paragraph("中文 and a fine 🦽")])))
    bookmark = "[grinning face]"
    assert bookmark.encode() in made or bookmark.encode("utf-16-be") in made


def test_more_strange_letters_than_can_be_learned_one_by_one_are_still_printed() -> None:
    made = pdf(Document("Title", [Paragraph("".join(map(chr, range(0x4E00, 0x5200))))]))
    assert report_on(made).document.page_count == 1


def test_arabic_and_hebrew_are_set_from_right_to_left_without_being_named() -> None:
    made = inside(pdf(Document("عنوان", [Heading("مرحبا"), Paragraph("שלום")], language="ar")))
    assert b"Arabic letters" not in made
    assert report_on(pdf(Document("عنوان", [Paragraph("مرحبا")], language="ar")))


def test_ten_thousand_lines_are_printed_within_a_minute() -> None:
    begun = time.perf_counter()
    document = Document(
        "Long", read("\n".join(f"# Part {at}\n- one {at}\nWords" for at in range(3334))), contents=False
    )
    assert report_on(pdf(document, Print(12))).document.page_count > 100
    assert len(epub(document)) > 1000
    assert time.perf_counter() - begun < 60


@pytest.mark.parametrize("sign", ["*", "**a", "[", "[a](", "`", "#", "- ", "https://", "*a **b "])
def test_thirty_thousand_signs_are_read_at_once(sign: str) -> None:
    begun = time.perf_counter()
    read(sign * 30_000)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "java\nscript:x", " vbscript:x", "/x"],
)
def test_link_that_is_no_address_is_left_as_words(link: str) -> None:
    assert Run("here", link=link).link == ""
    page = html(Document("T", read(f"[here]({link})")))
    assert "<a" not in page
    assert "here" in page


@pytest.mark.parametrize(
    "svg",
    [
        b"<svg><script>1</script></svg>",
        b'<svg onload="x()"></svg>',
        b"<svg><foreignObject/></svg>",
        b'<svg><image href="/etc/passwd"/></svg>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    ],
)
def test_picture_that_runs_or_fetches_something_is_refused(svg: bytes) -> None:
    with pytest.raises(DocumentError, match="shapes and words only"):
        Picture(svg, alt="x")


def test_words_that_look_like_markup_are_words_in_every_format() -> None:
    words = '<b>&amp;"</b>'
    document = Document(words, [Paragraph(words)], publisher=words)
    page = html(document)
    assert "<b>" not in page
    body = ElementTree.fromstring(book(epub(document))["EPUB/chapter-0.xhtml"])
    assert words in "".join(body.itertext())
