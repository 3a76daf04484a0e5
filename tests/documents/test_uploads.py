"""A file that grows too large is dropped while it is still arriving; the rest of the form comes through."""

import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory

from equalterms.documents.receiving import receive
from equalterms.documents.vocabulary import LARGEST_FILE, MEGABYTE

BOUNDARY = "frontier"


class Arriving(io.RawIOBase):
    """A body that is made as it is read, so that the test itself holds none of it."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.left = pieces, b""

    def read(self, size: int = -1) -> bytes:
        while len(self.left) < size:
            piece = next(self.pieces, None)
            if piece is None:
                break
            self.left += piece
        answer, self.left = self.left[:size], self.left[size:]
        return answer


def request_with(megabytes: int) -> WSGIRequest:
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="title"\r\n\r\nNotes\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n'
        "Content-Type: text/plain\r\n\r\n"
    ).encode()
    tail = (
        f'\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; name="after"\r\n\r\nStill here\r\n--{BOUNDARY}--\r\n'
    ).encode()
    block = b"a" * MEGABYTE

    def pieces() -> Iterator[bytes]:
        yield head
        for _each in range(megabytes):
            yield block
        yield tail

    environ: dict[str, Any] = RequestFactory()._base_environ(
        REQUEST_METHOD="POST",
        CONTENT_TYPE=f"multipart/form-data; boundary={BOUNDARY}",
        CONTENT_LENGTH=str(len(head) + megabytes * MEGABYTE + len(tail)),
    )
    environ["wsgi.input"] = Arriving(pieces())
    return WSGIRequest(environ)


def test_a_hundred_megabytes_are_refused_while_they_arrive_and_the_other_answers_kept() -> None:
    request = request_with(100)
    tracemalloc.start()
    title, after, upload = request.POST["title"], request.POST["after"], request.FILES["file"]
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (title, after) == ("Notes", "Still here")
    assert upload.size == 0
    with pytest.raises(ValidationError, match="larger than 10 MB"):
        receive(upload)
    assert most < 40 * MEGABYTE


def test_a_file_of_the_largest_size_comes_through() -> None:
    upload = request_with(LARGEST_FILE // MEGABYTE).FILES["file"]
    assert upload.size == LARGEST_FILE
    assert receive(upload).kind.ending == "txt"


def test_an_announced_flood_is_not_read_to_the_end() -> None:
    request = request_with(300)
    assert "file" not in request.FILES
