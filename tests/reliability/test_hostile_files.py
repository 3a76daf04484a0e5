"""Files sent as evidence by somebody who means harm: refused with words, within bounded memory, or made harmless."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from tests.live_site import LiveSite
from tests.reliability.test_live_site import ask
from tests.reliability.web import Visitor

pytestmark = pytest.mark.slow
MOST_MEMORY = 400 * 1024 * 1024  # bytes held by any one process of the site
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"


def zip_bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", bytes(300 * 1024 * 1024))
    return made.getvalue()


def huge_png(side: int = 50_000) -> bytes:
    """A picture of `side` x `side` pixels in a few kilobytes of file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    rows = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def photo_with_place() -> bytes:
    picture, made = Image.new("RGB", (40, 30), "green"), io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    exif[0x010F] = "SECRET-CAMERA"
    picture.save(made, "JPEG", exif=exif)
    return made.getvalue()


REFUSED = {
    "a drawing with script": ("plan.svg", SVG),
    "a drawing called a photo": ("plan.png", SVG),
    "a page": ("notes.html", HTML),
    "a page called a PDF": ("notes.pdf", HTML),
    "a page called text": ("notes.txt", HTML),
    "a program": ("notes.pdf", b"MZ" + bytes(2000)),
    "a picture of 50,000 x 50,000 pixels": ("big.png", huge_png()),
    "a document that unpacks to 300 MB": ("report.docx", zip_bomb()),
    "an empty file": ("nothing.pdf", b""),
    "a file of 100 MB": ("long.txt", b"a" * (100 * 1024 * 1024)),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    from tests.live_site import example_site

    home = tmp_path_factory.mktemp("files") / "home"
    with example_site(home) as settings, LiveSite(home, **settings) as running:
        yield running


@pytest.fixture(scope="module")
def send(site: LiveSite) -> Callable[[str, bytes], str]:
    """Return a function that sends a file as evidence for a draft and returns the page that comes back."""
    drafts = "ClaimDraft.objects.filter(is_complete=True, change__plan__responsibilities__person__try_as='manager')"
    draft = ask(site, f"{drafts}.first().key")
    path = f"/accounts/drafts/{draft}/evidence/"
    manager = Visitor(site.url).try_as("manager")

    def send(name: str, content: bytes) -> str:
        try:
            answer = manager.upload(path, {"title": "Evidence sent by a test"}, name, content)
        except OSError:
            return "connection ended"  # a server may hang up on a body that is far too large
        assert answer.status < 500, answer
        return "taken" if answer.status == 302 else answer.text

    return send


@pytest.mark.parametrize("what", REFUSED)
def test_hostile_files_are_refused_in_words(what: str, send: Callable[[str, bytes], str], site: LiveSite) -> None:
    said = send(*REFUSED[what])
    assert said != "taken"
    assert "There is something to put right" in said or said == "connection ended" or "too large" in said
    assert site.most_memory() < MOST_MEMORY, f"{site.most_memory() / 1e6:.0f} MB"


def test_a_photo_loses_the_place_where_it_was_taken(send: Callable[[str, bytes], str], site: LiveSite) -> None:
    assert send("workshop.jpg", photo_with_place()) == "taken"
    files = [file for file in (site.home / "private").rglob("*") if file.is_file()]
    kept = [file for file in files if file.read_bytes().startswith(b"\xff\xd8")]
    assert kept
    for file in kept:
        assert b"SECRET-CAMERA" not in file.read_bytes()
        assert not Image.open(file).getexif().get_ifd(0x8825)


def test_names_that_run_backwards_or_climb_are_made_plain(send: Callable[[str, bytes], str], site: LiveSite) -> None:
    assert send("harmless\u202efdp.exe.txt", b"Notes of the day.\n") == "taken"
    assert send("../../../etc/passwd<script>.txt", b"Notes of the day.\n") == "taken"
    names = ask(
        site, "list(Evidence.objects.filter(title='Evidence sent by a test').values_list('file_name', flat=True))"
    )
    assert not re.search("[\u202a-\u202e\u2066-\u2069/<>\\\\]|\\.\\.", names.replace("\\u202e", "\u202e")), names
