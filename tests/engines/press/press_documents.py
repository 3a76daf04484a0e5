"""One document with a block of every kind, and a look inside the files that are made of it."""

import io
import re
import zipfile
import zlib
from datetime import date
from xml.etree import ElementTree

import page as validator

from equalterms.engines.press import (
    Bullets,
    Callout,
    Definitions,
    Document,
    EasyRow,
    Figure,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    WebCode,
    bars,
)

DISC = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'


DEEP = validator.SafetyLimits(max_reference_depth=20_000)
"""Bookmarks are a chain, each pointing to the next: a long document has a long one."""


def of_every_kind() -> Document:
    """A document that holds every kind of block."""
    families = Table("Families by place", ["Place", "Families"], [["North", "31"], ["South", "9"]])
    paper = [
        Paragraph(["We asked ", Run("forty", strong=True), " families. ", Run("Read", link="https://survey.example/")]),
        Heading("What we heard", 2),
        Bullets(["Tell us early", [Paragraph("Let us choose"), Bullets(["the day", "the person"], True, 3)]]),
        Paragraph(["Breaks are cancelled.", Note("Northshire survey, 2026.")]),
        families,
        Figure(Picture(DISC, alt="A disc stands for all"), "All families", families, "Survey, 2026"),
        bars("Breaks cancelled", [("North", 17), ("South", 4)], of="Breaks", named="Place"),
    ]
    return Document(
        "Papers of the board",
        [
            Definitions([("When", "Tuesday 3 November, 2 pm"), ("Where", "The Old Library")]),
            WebCode("These papers online", "https://northshire.example/meetings/1/"),
            Section(Heading("Agenda"), [Callout("Not on equal terms", [Paragraph("The easy read is late.")])]),
            Section(Heading("Paper 1: Short breaks"), paper, new_page=True),
            PageBreak(),
            Section(Heading("Easy read"), [EasyRow("We asked 40 families.", Picture(DISC, alt="A disc"))]),
        ],
        subtitle="Everything in one place",
        publisher="Northshire Council",
        dated=date(2026, 10, 27),
        address="https://northshire.example/meetings/1/pack/",
    )


def report_on(made: bytes):
    """The validator's report on a PDF, which says by itself that it is PDF/UA-1."""
    report = validator.validate_pdf_bytes(made, limits=DEEP)
    assert report.profile == validator.ValidationProfile.PDF_UA_1
    assert report.is_compliant, [failure.message for failure in report.failures]
    return report


def inside(made: bytes) -> bytes:
    """What stands in a PDF, its packed parts unpacked."""
    parts = [made]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", made, re.DOTALL):
        try:
            parts.append(zlib.decompressobj().decompress(found[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def book(made: bytes) -> dict[str, bytes]:
    """The files of an e-book by name, each XML file read by a parser to be sure that it is well formed."""
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        files = {name: opened.read(name) for name in opened.namelist()}
    for name, data in files.items():
        if name.endswith((".xhtml", ".opf", ".xml", ".svg")):
            ElementTree.fromstring(data)
    return files
