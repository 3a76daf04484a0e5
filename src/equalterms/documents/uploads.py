"""Stops keeping a file that grows too large while it is still arriving, so that it fills neither memory nor disk."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from equalterms.documents.vocabulary import LARGEST_FILE, LARGEST_SENT, MEGABYTE

CUT_OFF = 200 * MEGABYTE  # announced size from which the connection is closed without reading it to the end


class TooLargeUpload(SimpleUploadedFile):
    """Stands in for a file of which nothing was kept; the form says so in words."""

    was_too_large = True


class SizeLimit(FileUploadHandler):
    """First of the upload handlers: lets chunks through up to the limit and swallows the rest.

    The fields that come after the file are still read, so that the page can come back with everything typed.
    """

    def handle_raw_input(
        self, input_data: Any, META: dict[str, Any], content_length: int, boundary: bytes, encoding: str | None = None
    ) -> None:
        self.sent = 0
        self.announced = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.announced > CUT_OFF:
            raise StopUpload(connection_reset=True)
        self.kept += len(raw_data)
        self.sent += len(raw_data)
        return raw_data if self._fits() else None

    def file_complete(self, file_size: int) -> TooLargeUpload | None:
        return None if self._fits() else TooLargeUpload(self.file_name, b"", self.content_type)

    def _fits(self) -> bool:
        return self.kept <= LARGEST_FILE and self.sent <= LARGEST_SENT
