"""Taking a file in: its size, its kind and its name are checked, and pictures are drawn anew."""

import hashlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile

from equalterms.documents.kinds import kind_of
from equalterms.documents.names import safe_name
from equalterms.documents.pictures import drawn_anew
from equalterms.documents.vocabulary import EMPTY, LARGEST_FILE, TOO_LARGE, Kind


@dataclass(frozen=True)
class Received:
    """A file that has been made safe: its content, the name to show, its kind, and the SHA-256 of its content."""

    file: File
    name: str
    kind: Kind
    digest: str


def receive(upload: UploadedFile) -> Received:
    """Return the upload made safe, or raise ValidationError in words for the person who sent it."""
    if getattr(upload, "was_too_large", False) or (upload.size or 0) > LARGEST_FILE:
        raise ValidationError(TOO_LARGE, code="too_large")
    if not upload.size:
        raise ValidationError(EMPTY, code="empty")
    source = upload.file
    kind = kind_of(source, upload.name or "")
    name = safe_name(upload.name or "", kind)
    safe: File = ContentFile(drawn_anew(source, kind), name) if kind.is_picture else File(source, name)
    return Received(safe, name, kind, digest_of(safe))


def digest_of(file: File) -> str:
    """Return the SHA-256 of a file's content (64 hex digits) and go back to its beginning."""
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
