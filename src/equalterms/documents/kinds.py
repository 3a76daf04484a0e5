"""What a file is: decided by what is in it. Its name is believed only for telling a table from plain text."""

import codecs
from typing import BinaryIO

import puremagic
from django.core.exceptions import ValidationError

from equalterms.documents.archives import kind_of_archive
from equalterms.documents.vocabulary import CSV, DAMAGED, EMPTY, JPEG, NOT_TAKEN, PDF, PNG, TEXT, WEBP, Kind

HEAD = 8 * 1024  # bytes looked at first
CHUNK = 64 * 1024
MARKS = (  # (first bytes, kind)
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
)
ARCHIVE = b"PK\x03\x04"
# Text that a browser might carry out, by how it begins.
ACTIVE = ("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "#!", "{\\rtf", "<!--")


def kind_of(file: BinaryIO, name: str) -> Kind:
    """Return the kind of a file that may be taken, or raise ValidationError in words for the person who sent it."""
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise ValidationError(EMPTY, code="empty")
    for mark, kind in MARKS:
        if head.startswith(mark):
            return _confirmed(head, kind, file)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(ARCHIVE):
        return kind_of_archive(file)
    return _kind_of_text(file, head, name)


def _confirmed(head: bytes, kind: Kind, file: BinaryIO) -> Kind:
    """Ask the second opinion, too; and a PDF must end like one."""
    endings = {found.extension.lstrip(".") for found in puremagic.magic_string(head)}
    if not endings & {kind.ending, "jpeg", "jfif", "ai"}:
        raise ValidationError(NOT_TAKEN, code="not_taken")
    if kind is PDF:
        size = file.seek(0, 2)
        file.seek(max(0, size - 2048))
        if b"%%EOF" not in file.read():
            raise ValidationError(DAMAGED, code="damaged")
    return kind


def _kind_of_text(file: BinaryIO, head: bytes, name: str) -> Kind:
    """Plain text: UTF-8, without control characters, and not something that a browser would carry out."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head:
        raise ValidationError(NOT_TAKEN, code="not_taken")
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    file.seek(0)
    beginning = ""
    try:
        while chunk := file.read(CHUNK):
            text = decoder.decode(chunk)
            beginning = beginning or text[:HEAD]
            if any(c < " " and c not in "\t\r\n\f" for c in text):
                raise ValidationError(NOT_TAKEN, code="not_taken")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise ValidationError(NOT_TAKEN, code="not_taken") from error
    if any(mark in beginning.lower()[:1024] for mark in ACTIVE if mark.startswith("<")):
        raise ValidationError(NOT_TAKEN, code="not_taken")
    if beginning.lstrip().lower().startswith(ACTIVE):
        raise ValidationError(NOT_TAKEN, code="not_taken")
    return CSV if name.lower().endswith(".csv") else TEXT
