"""What of a meeting the ledger vouches for once it is fixed: the short note, and every version of its minutes."""

from collections.abc import Iterable, Sequence
from typing import Any

from equalterms.ledger.seals import sealed_by
from equalterms.meetings.models import MinutesVersion, ShortNote


def content_of_minutes(version: MinutesVersion) -> dict[str, Any]:
    """Return the frozen content of a version of minutes, as plain JSON values."""
    return {
        "meeting": version.minutes.meeting.key,
        "number": version.number,
        "public_part": version.public_part,
        "closed_part": version.closed_part,
        "easy_read": version.easy_read,
        "because": version.because,
    }


def content_of_short_note(note: ShortNote) -> dict[str, Any]:
    """Return the frozen content of a note of attendance and decisions, as plain JSON values."""
    return {"meeting": note.meeting.key, "content": note.content, "due_on": note.due_on.isoformat()}


def _every_version() -> Iterable[str]:
    return MinutesVersion.objects.values_list("key", flat=True)


def _every_note() -> Iterable[str]:
    return ShortNote.objects.values_list("key", flat=True)


@sealed_by("meetings.minutesversion", all_keys=_every_version)
def read_versions(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read versions of minutes again, for the ledger."""
    found = MinutesVersion.objects.filter(key__in=keys).select_related("minutes__meeting")
    return {version.key: content_of_minutes(version) for version in found}


@sealed_by("meetings.shortnote", all_keys=_every_note)
def read_notes(keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read notes again, for the ledger."""
    found = ShortNote.objects.filter(key__in=keys).select_related("meeting")
    return {note.key: content_of_short_note(note) for note in found}
