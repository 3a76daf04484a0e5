"""Words for files: the kinds that are taken, what each is called, and how large a file may be."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024
LARGEST_FILE = 10 * MEGABYTE
LARGEST_SENT = 12 * MEGABYTE  # all files of one form together
MOST_PIXELS = 24_000_000  # of a picture; a plain (not progressive) JPEG is read at a smaller scale, so may have more
MOST_JPEG_PIXELS = 100_000_000
LONGEST_SIDE = 3000  # pixels; larger pictures are made smaller
LONGEST_NAME = 100  # characters


@dataclass(frozen=True)
class Kind:
    """One kind of file that is taken: what people call it, its ending, and how it is sent back."""

    name: str | Promise
    ending: str
    content_type: str
    is_picture: bool = False


PDF = Kind("PDF", "pdf", "application/pdf")
PNG = Kind(_("PNG picture"), "png", "image/png", is_picture=True)
JPEG = Kind(_("JPEG picture"), "jpg", "image/jpeg", is_picture=True)
WEBP = Kind(_("WebP picture"), "webp", "image/webp", is_picture=True)
DOCX = Kind(_("Word document"), "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
XLSX = Kind(_("Excel spreadsheet"), "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
ODT = Kind(_("OpenDocument text"), "odt", "application/vnd.oasis.opendocument.text")
CSV = Kind(_("CSV table"), "csv", "text/csv; charset=utf-8")
TEXT = Kind(_("Plain text"), "txt", "text/plain; charset=utf-8")

KINDS = (PDF, PNG, JPEG, WEBP, DOCX, XLSX, ODT, CSV, TEXT)
PICTURES = {"PNG": PNG, "JPEG": JPEG, "WEBP": WEBP}  # by Pillow's names

TOO_LARGE = _("This file is larger than 10 MB. Make it smaller, or give a link to it instead.")
NOT_TAKEN = _(
    "We cannot take this kind of file. Choose a PDF, a picture (PNG, JPEG, WebP), a Word, Excel or "
    "OpenDocument file, a CSV table or plain text."
)
TOO_MANY_PIXELS = _("This picture is too large to open safely. Make it smaller, then choose it again.")
DAMAGED = _("This file cannot be opened. It may be damaged. Save it again, then choose it again.")
HAS_MACROS = _("This document holds a program (a macro). Save it without macros, then choose it again.")
UNPACKS_TOO_LARGE = _("This document would become far too large when opened. Save it as a PDF, then choose that.")
EMPTY = _("This file is empty.")
