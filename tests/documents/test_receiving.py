"""Files are taken in only when they are safe, whatever they are called."""

import io
import tracemalloc

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from tests.documents import making

from equalterms.documents.archives import kind_of_archive
from equalterms.documents.names import safe_name
from equalterms.documents.receiving import receive
from equalterms.documents.vocabulary import CSV, DOCX, JPEG, LARGEST_FILE, ODT, PDF, PNG, TEXT, WEBP, XLSX, Kind


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/x-told-by-the-browser")


def named(value: object) -> str:
    """Keep content out of a test's name: archives carry the hour in which they were made."""
    return "content" if isinstance(value, bytes) else str(value)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("notes.pdf", making.PDF, PDF),
        ("photo.jpg", making.picture("JPEG"), JPEG),
        ("plan.png", making.picture("PNG", mode="RGBA"), PNG),
        ("plan.png", making.picture("PNG", mode="P"), PNG),
        ("plan.png", making.picture("PNG", mode="I;16"), PNG),
        ("photo.jpg", making.picture("JPEG", mode="CMYK"), JPEG),
        ("photo.webp", making.picture("WEBP"), WEBP),
        ("notes.docx", making.docx(), DOCX),
        ("figures.xlsx", making.xlsx(), XLSX),
        ("notes.odt", making.odt(), ODT),
        ("figures.csv", b"a,b\r\n1,2\r\n", CSV),
        ("notes.txt", "Überlegungen für alle".encode(), TEXT),
        ("photo.exe", making.picture("JPEG"), JPEG),
        ("page.html", b"Plain words only", TEXT),
    ],
    ids=named,
)
def test_the_content_decides_what_a_file_is(name: str, content: bytes, kind: Kind) -> None:
    received = receive(sent(name, content))
    assert received.kind is kind
    assert received.name.endswith(f".{kind.ending}")
    assert len(received.digest) == 64


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "not_taken"),
        ("picture.png", b"<?xml version='1.0'?><svg/>", "not_taken"),
        ("page.txt", b"\xef\xbb\xbf  <!DOCTYPE html><html>", "not_taken"),
        ("page.csv", b"a,b\n<script>alert(1)</script>", "not_taken"),
        ("run.pdf", b"MZ\x90\x00\x03", "not_taken"),
        ("run.sh", b"#!/bin/sh\nrm -rf /", "not_taken"),
        ("notes.pdf", b"%PDF-1.4\nno end", "damaged"),
        ("photo.jpg", making.picture("JPEG")[:200], "damaged"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "damaged"),
        ("moving.gif", making.picture("GIF"), "not_taken"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not_taken"),
        ("all.zip", making.archive({"a.txt": b"a"}), "not_taken"),
        ("notes.docx", making.docx()[:60], "damaged"),
        ("macro.docx", making.docx(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("huge.png", making.png_that_says(50_000, 50_000), "too_many_pixels"),
        ("empty.txt", b"", "empty"),
        ("large.txt", b"a" * (LARGEST_FILE + 1), "too_large"),
        ("words.txt", "Naïve".encode("utf-16"), "not_taken"),
        ("words.txt", b"caf\xe9", "not_taken"),
    ],
    ids=named,
)
def test_what_is_not_safe_is_refused_in_words(name: str, content: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        receive(sent(name, content))
    assert refusal.value.code == code
    assert refusal.value.message


def test_a_picture_comes_without_place_camera_and_comment_and_upright() -> None:
    original = making.picture_with_place()
    assert b"SecretCamera" in original
    received = receive(sent("photo.jpg", original))
    content = received.file.read()
    assert b"Secret" not in content
    with Image.open(io.BytesIO(content)) as picture:
        assert not picture.getexif()
        assert "comment" not in picture.info
        assert picture.size == (30, 40)


def test_a_large_picture_is_made_smaller() -> None:
    received = receive(sent("photo.jpg", making.picture(size=(4000, 2000))))
    with Image.open(received.file) as picture:
        assert picture.size == (3000, 1500)


def test_a_document_that_would_grow_out_of_all_proportion_is_never_unpacked() -> None:
    content = making.bomb()
    tracemalloc.start()
    with pytest.raises(ValidationError) as refusal:
        kind_of_archive(io.BytesIO(content))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refusal.value.code == "bomb"
    assert most < 5_000_000


def test_an_endless_table_of_contents_is_refused_before_it_is_read() -> None:
    content = making.endless_contents()
    tracemalloc.start()
    with pytest.raises(ValidationError) as refusal:
        kind_of_archive(io.BytesIO(content))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refusal.value.code == "too_many_parts"
    assert most < 1_000_000


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("notes.pdf", "notes.pdf"),
        ("annexe\u202efdp.exe", "annexe fdp.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\me\\notes.PDF", "notes.pdf"),
        ("a\0b\r\nc.pdf", "a b c.pdf"),
        ('"; filename="x.html', "filename= x.pdf"),
        ("...", "file.pdf"),
        ("", "file.pdf"),
        ("ünïcödé 名前.pdf", "ünïcödé 名前.pdf"),
        ("x" * 300, "x" * 96 + ".pdf"),
    ],
)
def test_a_name_is_safe_to_show(given: str, shown: str) -> None:
    assert safe_name(given, PDF) == shown
