"""The press: one structured document in; PDF/UA-1, large print, EPUB 3, plain text and a printable page out.

Nothing is imported until it is asked for, so that a site that prints nothing does not load what prints.
"""

from importlib import import_module
from typing import Any

_ROOMS = {
    **dict.fromkeys(
        (
            "Block", "Bullets", "Callout", "Definitions", "Document", "DocumentError", "EasyRow", "Figure", "Heading",
            "Note", "PageBreak", "Paragraph", "Picture", "Run", "Section", "Table", "WebCode", "Wording", "deeper",
        ),
        "document",
    ),
    "LARGE": "printing",
    "Print": "printing",
    "STANDARD": "printing",
    "NotInstalled": "office",
    "STYLE": "page",
    "bars": "charts",
    "can_make_word": "office",
    "checked": "easyread",
    "epub": "ebook",
    "html": "page",
    "known": "easyread",
    "pdf": "printing",
    "read": "reading",
    "text": "plain",
    "word": "office",
}  # fmt: skip

__all__ = [
    "Block",
    "Bullets",
    "Callout",
    "Definitions",
    "Document",
    "DocumentError",
    "EasyRow",
    "Figure",
    "Heading",
    "LARGE",
    "Note",
    "NotInstalled",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Print",
    "Run",
    "STANDARD",
    "STYLE",
    "Section",
    "Table",
    "WebCode",
    "Wording",
    "bars",
    "can_make_word",
    "checked",
    "deeper",
    "epub",
    "html",
    "known",
    "pdf",
    "read",
    "text",
    "word",
]


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
