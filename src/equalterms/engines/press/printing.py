"""PDF/UA-1: tagged, in order, with language, bookmarks and page numbers; for paper, for screens and in large print.

typst sets the type. The document reaches it as data beside a template of our own, so that no text can become code.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources
from pathlib import Path

import typst

from .document import Document, DocumentError
from .setting import Sheet, laid_out

_HERE = resources.files(__package__)
_TEMPLATE = _HERE.joinpath("press.typ").read_bytes()
_FONTS = Path(str(_HERE.joinpath("fonts")))
_MISSING = re.compile(r'the text `"((?:[^`"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_TRIES = 4
"""A letter that is left out can bring another to light, where the two were set as one sign."""
STANDARD, LARGE = 12, (18, 24, 28)
"""Sizes of letters in points: clear print, and the large prints that people ask for."""


@dataclass(frozen=True, slots=True)
class Print:
    """How it is printed: the size of its letters in points, and folders with more fonts, for other scripts."""

    size: int = STANDARD
    fonts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not STANDARD <= self.size <= max(LARGE):
            raise DocumentError(f"Letters are between {STANDARD} and {max(LARGE)} points, not {self.size}.")


def pdf(document: Document, how: Print | None = None) -> bytes:
    """Return the document as a PDF/UA-1 file; the same document gives the same bytes.

    Letters that no font can show are named in words instead: an emoji by its name, other scripts by theirs.
    """
    how = how or Print()
    dated = datetime.combine(document.dated, time(), UTC) if document.dated else datetime.fromtimestamp(0, UTC)
    missing: frozenset[str] = frozenset()
    for _ in range(_TRIES):
        sheet = laid_out(document, how.size, missing)
        try:
            return _compiled(sheet, how.fonts, dated)
        except typst.TypstError as error:
            found = frozenset(_missing(error.diagnostic))
            if not found - missing:
                raise DocumentError(f"The document could not be printed: {error.message[:200]}") from error
            missing |= found
    sheet = laid_out(document, how.size, None)
    return _compiled(sheet, how.fonts, dated)


def _compiled(sheet: Sheet, fonts: tuple[str, ...], dated: datetime) -> bytes:
    files = {
        "main.typ": _TEMPLATE,
        "document.json": json.dumps(sheet.data, ensure_ascii=False).encode(),
        **sheet.pictures,
    }
    # typst takes files by name, which its published types do not say.
    compiled: Callable[..., bytes] = typst.compile
    return compiled(files, font_paths=_fonts(fonts), pdf_standards=["ua-1"], timestamp=dated, format="pdf")


@cache
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """The project's own fonts first, then those of typst (Greek, Cyrillic, Hebrew, Arabic), then the site's."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[_FONTS, *(Path(each) for each in folders)],
    )


def _missing(diagnostic: str) -> Iterable[str]:
    for found in _MISSING.finditer(diagnostic):
        yield from _ESCAPED.sub(lambda each: chr(int(each[1], 16)) if each[1] else each[2], found[1])
