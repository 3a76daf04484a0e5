"""Giving a file out: always as a download, never as something that this site's address would carry out."""

from django.core.files.base import File
from django.http import FileResponse

# A sandbox of its own, should a browser open the file in spite of all.
POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


def as_download(file: File, *, name: str, content_type: str) -> FileResponse:
    """Return the file for saving. Who may have it is the caller's question."""
    response = FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type=content_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response
