"""EPUB 3: the document as an e-book, a chapter for each part, with what it says about its own accessibility."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from .document import PICTURES, Block, Document, Heading, Picture, Section, byline
from .markup import Markup, attribute

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold: the same document gives the same bytes."""
_IN_CONTENTS = 2
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n'
    "</rootfiles>\n</container>\n"
)
_STYLE = """body { line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-align: left; }
table { border-collapse: collapse; }
caption, figcaption { text-align: left; font-weight: bold; }
th, td { text-align: left; vertical-align: top; padding: 0.3em 0.5em; border-bottom: 1px solid; }
img { max-width: 100%; }
figure { margin: 1.5em 0; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5em; }
.callout { border-left: 0.3em solid; padding-left: 1em; margin: 1.5em 0; }
.easy img { max-width: 40%; }
.code img { width: 8em; }
nav ol { list-style: none; padding-left: 1em; }
"""
_FEATURES = ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "unlocked")


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    body: str
    heads: tuple[tuple[int, str, str], ...]


def epub(document: Document) -> bytes:
    """Return the document as an EPUB 3 file; the same document gives the same bytes."""
    pictures: dict[str, Picture] = {}
    chapters = list(_chapters(document, pictures))
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _package(document, chapters, pictures).encode(),
        "EPUB/nav.xhtml": _contents(document, chapters).encode(),
        "EPUB/style.css": _STYLE.encode(),
        **{f"EPUB/{chapter.name}": _page(document, chapter).encode() for chapter in chapters},
        **{f"EPUB/{name}": picture.data for name, picture in pictures.items()},
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as book:
        # The kind of file comes first and as it is, so that its place in the file is always the same.
        book.writestr(zipfile.ZipInfo("mimetype", _EARLIEST), b"application/epub+zip", zipfile.ZIP_STORED)
        for name, data in files.items():
            book.writestr(zipfile.ZipInfo(name, _EARLIEST), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _chapters(document: Document, pictures: dict[str, Picture]) -> Iterator[_Chapter]:
    def place(picture: Picture) -> str:
        name = f"pictures/{len(pictures)}.{PICTURES[picture.media]}"
        pictures[name] = picture
        return name

    for at, (opening, blocks) in enumerate(_parts(document)):
        markup = Markup(document, place, prefix=f"c{at}-", under=0)
        title = ""
        if opening:
            subtitle = f"<p>{escape(document.subtitle)}</p>\n" if document.subtitle else ""
            by = f"<p>{escape(byline(document))}</p>\n" if byline(document) else ""
            title = f'<h1 id="title">{escape(document.title)}</h1>\n{subtitle}{by}'
        body = markup.blocks(blocks)
        notes = markup.notes().replace('role="doc-endnotes"', 'role="doc-endnotes" epub:type="endnotes"')
        heads = ((1, "title", document.title),) if opening else ()
        yield _Chapter(f"chapter-{at}.xhtml", title + body + notes, (*heads, *markup.heads))


def _parts(document: Document) -> Iterator[tuple[bool, list[Block]]]:
    """The first part holds the title and what comes before the first heading; then each part of level 1."""
    part: list[Block] = []
    opening = True
    for block in document.blocks:
        starts = isinstance(block, Section) and block.heading.level == 1
        if starts or (isinstance(block, Heading) and block.level == 1):
            yield opening, part
            opening, part = False, []
        part.append(block)
    yield opening, part


def _page(document: Document, chapter: _Chapter) -> str:
    title = escape(chapter.heads[0][2] if chapter.heads else document.title)
    return _whole(document, title, chapter.body)


def _whole(document: Document, title: str, body: str) -> str:
    lang = attribute("lang", document.language) + attribute("xml:lang", document.language)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"{lang}>\n<head>\n<title>{title}</title>\n'
        '<link rel="stylesheet" type="text/css" href="style.css" />\n</head>\n<body>\n'
        f"{body}</body>\n</html>\n"
    )


def _contents(document: Document, chapters: list[_Chapter]) -> str:
    entries = []
    for chapter in chapters:
        tops = [head for head in chapter.heads if head[0] == 1]
        below = [head for head in chapter.heads if head[0] == _IN_CONTENTS]
        for top in tops:
            inner = "".join(f"<li>{_link(chapter, head)}</li>\n" for head in below) if top is tops[-1] else ""
            entries.append(f"<li>{_link(chapter, top)}{f'<ol>{inner}</ol>' if inner else ''}</li>\n")
    title = escape(document.wording.contents)
    nav = f'<nav epub:type="toc" role="doc-toc">\n<h1>{title}</h1>\n<ol>\n{"".join(entries)}</ol>\n</nav>\n'
    return _whole(document, title, nav)


def _link(chapter: _Chapter, head: tuple[int, str, str]) -> str:
    return f'<a href="{chapter.name}#{head[1]}">{escape(head[2])}</a>'


def _package(document: Document, chapters: list[_Chapter], pictures: dict[str, Picture]) -> str:
    dated = f"{document.dated:%Y-%m-%d}" if document.dated else "1980-01-01"
    key = uuid5(NAMESPACE_URL, "\n".join((document.address, document.title, document.language, dated)))
    told = [
        f'<dc:identifier id="key">urn:uuid:{key}</dc:identifier>',
        f"<dc:title>{escape(document.title)}</dc:title>",
        f"<dc:language>{document.language}</dc:language>",
        f'<meta property="dcterms:modified">{dated}T00:00:00Z</meta>',
    ]
    if document.publisher:
        told.append(f"<dc:publisher>{escape(document.publisher)}</dc:publisher>")
    if document.dated:
        told.append(f"<dc:date>{dated}</dc:date>")
    if document.address:
        told.append(f"<dc:source>{escape(document.address)}</dc:source>")
    features = (*_FEATURES, *(("alternativeText",) if pictures else ()))
    modes = ("textual", *(("visual",) if pictures else ()))
    told += [f'<meta property="schema:accessMode">{mode}</meta>' for mode in modes]
    told.append('<meta property="schema:accessModeSufficient">textual</meta>')
    told += [f'<meta property="schema:accessibilityFeature">{feature}</meta>' for feature in features]
    told.append('<meta property="schema:accessibilityHazard">none</meta>')
    held = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(f'<item id="c{at}" href="{c.name}" media-type="application/xhtml+xml"/>' for at, c in enumerate(chapters)),
        *(f'<item id="p{at}" href="{n}" media-type="{p.media}"/>' for at, (n, p) in enumerate(pictures.items())),
    ]
    order = [
        '<itemref idref="c0"/>',
        '<itemref idref="nav"/>',
        *(f'<itemref idref="c{at}"/>' for at in range(1, len(chapters))),
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="key"{attribute("xml:lang", document.language)} prefix="schema: http://schema.org/">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{chr(10).join(told)}\n</metadata>\n'
        f"<manifest>\n{chr(10).join(held)}\n</manifest>\n<spine>\n{chr(10).join(order)}\n</spine>\n</package>\n"
    )
