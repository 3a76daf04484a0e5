"""Word files, for those who work on with a text: an extra that is not installed with the rest (it is large).

The web page of the document is what pandoc reads, so that Word says what all the other formats say.
"""

import tempfile
from collections.abc import Callable
from importlib import import_module, util
from pathlib import Path

import typst

from .document import Document, Picture
from .page import html, within

_NEEDS = "pypandoc"
_DOTS_PER_INCH = 200.0


class NotInstalled(RuntimeError):
    """This site cannot make Word files. The message says what to install."""


def can_make_word() -> bool:
    """Say whether the extra is installed."""
    return util.find_spec(_NEEDS) is not None


def word(document: Document) -> bytes:
    """Return the document as a Word file (DOCX), or raise ``NotInstalled``."""
    if not can_make_word():
        raise NotInstalled("Word files need the extra 'word': pip install 'equalterms[word]'.")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "document.docx"
        # Imported here because it is an extra.
        import_module(_NEEDS).convert_text(html(document, _drawn), "docx", format="html", outputfile=str(made))
        return made.read_bytes()


def _drawn(picture: Picture) -> str:
    """The picture in dots: Word needs them where it cannot draw by itself."""
    if picture.media != "image/svg+xml":
        return within(picture)
    sheet = b'#set page(width: 160mm, height: auto, margin: 0pt)\n#image("picture.svg", width: 100%)'
    compiled: Callable[..., bytes] = typst.compile
    dots = compiled({"main.typ": sheet, "picture.svg": picture.data}, format="png", ppi=_DOTS_PER_INCH)
    return within(Picture(dots, "image/png", picture.alt))
