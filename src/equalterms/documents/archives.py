"""Office documents are zip archives. Their table of contents is read; nothing in them is ever unpacked."""

import struct
import zipfile
from typing import BinaryIO

from django.core.exceptions import ValidationError

from equalterms.documents.vocabulary import (
    DAMAGED,
    DOCX,
    HAS_MACROS,
    MEGABYTE,
    NOT_TAKEN,
    ODT,
    UNPACKS_TOO_LARGE,
    XLSX,
    Kind,
)

END_RECORD = struct.Struct("<4s4H2LH")  # end of central directory, zip specification 4.3.16
END_MARK = b"PK\x05\x06"
LONGEST_COMMENT = 65_535
LARGEST_CONTENTS = 256 * 1024  # bytes of the table of contents; an honest document has a few thousand
LARGEST_UNPACKED = 200 * MEGABYTE  # as the archive itself says
HIGHEST_RATIO = 200  # unpacked to packed, for a part above 1 MB
MACROS = ("vbaproject.bin", "vbadata.xml", "basic/script-lc.xml")


def kind_of_archive(file: BinaryIO) -> Kind:
    """Say which kind of office document this is, or raise ValidationError. Reads the table of contents only."""
    check_contents_are_small(file)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as error:
        raise ValidationError(DAMAGED, code="damaged") from error
    if any(part.filename.lower().endswith(MACROS) for part in parts):
        raise ValidationError(HAS_MACROS, code="macros")
    check_unpacked_size(parts)
    names = {part.filename for part in parts}
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return DOCX
        if "xl/workbook.xml" in names:
            return XLSX
    if parts and _says_it_is_text(file, parts[0]):
        return ODT
    raise ValidationError(NOT_TAKEN, code="not_taken")


def check_contents_are_small(file: BinaryIO) -> None:
    """Refuse a table of contents that would fill the memory, before anything reads it."""
    size = file.seek(0, 2)
    back = min(size, END_RECORD.size + LONGEST_COMMENT)
    file.seek(size - back)
    tail = file.read(back)
    at = tail.rfind(END_MARK)
    if at < 0 or len(tail) < at + END_RECORD.size:
        raise ValidationError(DAMAGED, code="damaged")
    fields = END_RECORD.unpack(tail[at : at + END_RECORD.size])
    if fields[5] > LARGEST_CONTENTS:
        raise ValidationError(UNPACKS_TOO_LARGE, code="too_many_parts")
    file.seek(0)


def check_unpacked_size(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that says of itself that it would grow out of all proportion."""
    total = sum(part.file_size for part in parts)
    bombs = [p for p in parts if p.file_size > MEGABYTE and p.file_size > HIGHEST_RATIO * max(1, p.compress_size)]
    if total > LARGEST_UNPACKED or bombs:
        raise ValidationError(UNPACKS_TOO_LARGE, code="bomb")


def _says_it_is_text(file: BinaryIO, first: zipfile.ZipInfo) -> bool:
    """OpenDocument: the first part is called "mimetype" and stored as it is."""
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.file_size > 100:
        return False
    file.seek(0)
    return ODT.content_type.encode() in file.read(200)
