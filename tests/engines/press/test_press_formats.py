"""What a reader gets: the same words in every format, each in the way that its readers need."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from equalterms.engines.press import (
    Document,
    Heading,
    NotInstalled,
    Paragraph,
    Print,
    Section,
    Table,
    can_make_word,
    epub,
    html,
    pdf,
    text,
    word,
)

from .press_documents import book, inside, of_every_kind, report_on

EVERYWHERE = (
    "Papers of the board",
    "Everything in one place",
    "Northshire Council",
    "27 October 2026",
    "Tuesday 3 November, 2 pm",
    "https://northshire.example/meetings/1/",
    "Not on equal terms",
    "What we heard",
    "the person",
    "Northshire survey, 2026.",
    "A disc stands for all",
    "Bar chart. North: 17; South: 4.",
    "We asked 40 families.",
)


@pytest.fixture(scope="module")
def document() -> Document:
    return of_every_kind()


@pytest.fixture(scope="module")
def printed(document: Document) -> bytes:
    return pdf(document)


@pytest.mark.parametrize("size", [12, 18, 24, 28])
def test_every_size_of_print_passes_the_validator_of_pdf_ua(document: Document, size: int) -> None:
    assert report_on(pdf(document, Print(size))).checks.failed == 0


def test_large_print_is_set_anew_on_more_pages_and_not_scaled(document: Document, printed: bytes) -> None:
    pages = [report_on(made).document.page_count for made in (printed, pdf(document, Print(28)))]
    assert pages[1] > pages[0]
    assert all(b"/MediaBox[0 0 595" in re.sub(rb"\s*\[\s*", b"[", inside(pdf(document, Print(s)))) for s in (12, 28))


def test_pdf_carries_language_title_bookmarks_and_tags(printed: bytes) -> None:
    held = inside(printed)
    for part in (b"/Lang", b"en-GB", b"/Outlines", b"/DisplayDocTitle true", b"/StructTreeRoot", b"pdfuaid:part"):
        assert part in held, part
    for tag in (b"/H1", b"/H2", b"/TH", b"/TD", b"/Figure", b"/Caption", b"/LBody", b"/Note", b"/TOC", b"/Link"):
        assert re.search(tag + rb"\b", held), tag


def test_pdf_brings_the_projects_own_font(printed: bytes) -> None:
    assert b"AtkinsonHyperlegibleNext" in inside(printed)


def test_same_document_gives_the_same_bytes(document: Document, printed: bytes) -> None:
    assert pdf(document) == printed
    assert epub(document) == epub(document)


def test_table_too_wide_for_large_print_is_said_as_a_list() -> None:
    head = [f"Authorisation{at}" for at in range(4)]
    wide = Document("A title", [Table("A wide table", head, [["approximately"] * 4])])
    assert re.search(rb"/TH\b", inside(pdf(wide, Print(12))))
    assert not re.search(rb"/TH\b", inside(pdf(wide, Print(28))))


@pytest.mark.parametrize("make", [text, html, lambda document: _told(epub(document))], ids=["text", "page", "book"])
def test_every_format_says_everything(document: Document, make) -> None:
    told = make(document)
    assert [words for words in EVERYWHERE if words not in told] == []


def test_book_begins_with_its_kind_stored_as_it_is(document: Document) -> None:
    made = epub(document)
    assert made[30:58] == b"mimetypeapplication/epub+zip"


def test_book_says_what_it_is_and_how_it_can_be_read(document: Document) -> None:
    package = book(epub(document))["EPUB/package.opf"].decode()
    for told in (
        'version="3.0"',
        "<dc:language>en-GB</dc:language>",
        '"schema:accessMode">textual<',
        '"schema:accessModeSufficient">textual<',
        '"schema:accessibilityFeature">alternativeText<',
        '"schema:accessibilityHazard">none<',
    ):
        assert told in package


def test_everything_in_the_book_is_listed_and_every_link_leads_somewhere(document: Document) -> None:
    files = book(epub(document))
    package = ElementTree.fromstring(files["EPUB/package.opf"])
    items = package.findall("{http://www.idpf.org/2007/opf}manifest/{*}item")
    listed = {f"EPUB/{item.get('href')}" for item in items}
    assert listed == {name for name in files if name.startswith("EPUB/")} - {"EPUB/package.opf"}
    spine = [each.get("idref") for each in package.findall("{*}spine/{*}itemref")]
    assert set(spine) <= {item.get("id") for item in items}
    pages = {name.removeprefix("EPUB/"): data.decode() for name, data in files.items() if name.endswith("xhtml")}
    for name, page in pages.items():
        for link in re.findall(r'href="([^":]*)"', page):
            where, _, key = link.partition("#")
            if key:
                assert f'id="{key}"' in pages[where or name], (name, link)
        for source in re.findall(r'src="([^"]*)"', page):
            assert f"EPUB/{source}" in files


def test_each_chapter_of_the_book_begins_with_its_own_heading(document: Document) -> None:
    files = book(epub(document))
    chapters = [data.decode() for name, data in files.items() if "chapter" in name]
    assert all(len(re.findall("<h1", chapter)) == 1 for chapter in chapters)


def test_plain_text_is_wrapped_and_draws_nothing(document: Document) -> None:
    told = text(document)
    assert all(len(each) <= 72 or "://" in each for each in told.splitlines())
    assert not re.search(r"[|+=_*#~]{2}|[│─═]", told)


def test_plain_text_says_a_table_as_a_list(document: Document) -> None:
    assert "Families by place\n\nNorth\n- Families: 31\n\nSouth\n- Families: 9\n" in text(document)


def test_printable_page_runs_and_fetches_nothing(document: Document) -> None:
    page = html(document)
    assert "<script" not in page
    assert not re.search(r'(src|srcset|data)="(?!data:image/)', page)
    assert "@import" not in page
    assert "@media print" in page


def test_headings_of_the_page_skip_no_level(document: Document) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html(document))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_running_words_head_the_pages_of_their_section() -> None:
    long = [Paragraph("Many words about it. " * 60) for _ in range(12)]
    parts = [Section(Heading(f"Paper {at}"), long, running=f"Running {at}", new_page=True) for at in (1, 2)]
    assert report_on(pdf(Document("A title", parts, contents=False))).document.page_count >= 4


def test_words_of_the_press_follow_the_language_of_the_document(document: Document) -> None:
    welsh = replace(
        document, language="cy", date_words="27 Hydref 2026", wording=replace(document.wording, contents="Cynnwys")
    )
    assert 'lang="cy"' in html(welsh)
    assert "Cynnwys" in html(welsh)
    assert "27 Hydref 2026" in text(welsh)
    assert b"/Lang(cy" in inside(pdf(welsh)).replace(b" ", b"")


def test_word_file_says_what_to_install_where_it_cannot_be_made(document: Document) -> None:
    if can_make_word():
        assert word(document)[:2] == b"PK"
    else:
        with pytest.raises(NotInstalled, match="equalterms\\[word\\]"):
            word(document)


def _told(made: bytes) -> str:
    return "".join(data.decode() for name, data in book(made).items() if name.endswith("xhtml"))
