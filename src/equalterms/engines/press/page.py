"""One web page that needs nothing else: to read, to keep and to print. No script, pictures within."""

from base64 import b64encode
from importlib import resources
from xml.sax.saxutils import escape

from .document import Document, Picture, byline, opened
from .markup import Markup, Place, attribute

STYLE = resources.files(__package__).joinpath("page.css").read_text("utf-8").strip()
"""The page's style sheet. A server that forbids styles within pages can allow this one by its digest."""
_IN_CONTENTS = 2


def html(document: Document, place: Place | None = None) -> str:
    """Return the document as one HTML page; ``place`` says where its pictures are, if not within."""
    markup = Markup(document, place or within, scrolls=True)
    first, rest = opened(document)
    opening, body = markup.blocks(first), markup.blocks(rest)
    notes = markup.notes()
    title = escape(document.title)
    subtitle = f'<p class="subtitle">{escape(document.subtitle)}</p>\n' if document.subtitle else ""
    by = f'<p class="quiet">{escape(byline(document))}</p>\n' if byline(document) else ""
    contents = _contents(document, markup.heads) if document.contents and markup.heads else ""
    page = (
        f'<!DOCTYPE html>\n<html{attribute("lang", document.language)}>\n<head>\n<meta charset="utf-8" />\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1" />\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<header>\n<h1>{title}</h1>\n{subtitle}{by}</header>\n{opening}{contents}{body}{notes}</main>\n</body>\n</html>\n"
    )
    return page.replace(" />", ">")


def within(picture: Picture) -> str:
    """Return the picture itself, as an address."""
    return f"data:{picture.media};base64,{b64encode(picture.data).decode()}"


def _contents(document: Document, heads: list[tuple[int, str, str]]) -> str:
    """The headings of two levels with links, as one list: a list in a list says little on paper."""
    items = "".join(
        f'<li class="level-{level}"><a href="#{key}">{escape(words)}</a></li>\n'
        for level, key, words in heads
        if level <= _IN_CONTENTS
    )
    title = escape(document.wording.contents)
    return f'<nav aria-labelledby="contents">\n<h2 id="contents">{title}</h2>\n<ul>\n{items}</ul>\n</nav>\n'
