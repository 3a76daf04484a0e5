"""Makers of files, honest and hostile, in memory."""

import io
import struct
import zipfile
import zlib

from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, format=kind, **more)
    return out.getvalue()


def picture_with_place() -> bytes:
    """A photograph that says where it was taken, by whom, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    return picture(exif=exif, comment=b"SecretComment")


def png_that_says(width: int, height: int) -> bytes:
    """A tiny PNG file whose header announces this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def archive(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def docx(**more: bytes) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", **more})


def xlsx() -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})


def odt() -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", kind, compress_type=zipfile.ZIP_STORED)
        made.writestr("content.xml", b"<c/>")
    return out.getvalue()


def bomb() -> bytes:
    """A document of a few hundred kilobytes that would unpack to 300 MB."""
    return docx(**{"word/media/a": b"\0" * (300 * 1024 * 1024)})


def endless_contents() -> bytes:
    """An archive whose table of contents alone holds 30,000 names."""
    return archive({f"word/{number:08}": b"" for number in range(30_000)}, zipfile.ZIP_STORED)
