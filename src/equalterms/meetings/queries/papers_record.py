"""How papers came over a year: by group and format, in time or not; and how early each format is due there.

It counts papers, never people.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from equalterms.groups.models import Group
from equalterms.groups.queries.groups import group_for
from equalterms.meetings.models import FormatTime, PaperVersion
from equalterms.meetings.vocabulary import MeetingState, PaperFormat
from equalterms.people.models import Person

YEAR = timedelta(days=365)


@dataclass
class FormatRecord:
    """How one format came over a year, in numbers of papers."""

    format: str
    in_time: int = 0
    late: int = 0
    never: int = 0
    not_possible: int = 0

    @property
    def label(self) -> str:
        return str(PaperFormat(self.format).label)

    @property
    def due(self) -> int:
        return self.in_time + self.late + self.never + self.not_possible


def papers_record(person: Person | None, key: str) -> tuple[Group, list[FormatRecord]]:
    """Return a group that a person sees, and how its papers came for the meetings of the last 365 days.

    Closed items are left out for everybody, so that one figure stands on every page.
    """
    group = group_for(person, key)
    now = timezone.now()
    versions = PaperVersion.objects.filter(
        paper__item__group=group,
        paper__item__closed=False,
        paper__item__meeting__starts_at__gte=now - YEAR,
        paper__item__meeting__starts_at__lte=now,
    ).exclude(paper__item__meeting__state=MeetingState.CANCELLED)
    found: dict[str, FormatRecord] = {}
    for version in versions:
        record = found.setdefault(version.format, FormatRecord(version.format))
        if version.ready_at is not None:
            record.late += bool(version.late_by)
            record.in_time += not version.late_by
        elif version.not_possible_at is not None:
            record.not_possible += 1
        else:
            record.never += 1
    return group, [found[each] for each in PaperFormat.values if each in found]


def times_of(group: Group) -> list[FormatTime]:
    """Return how early each format is due in a group, as it was said over time."""
    return list(FormatTime.objects.filter(group=group).order_by("format", "-since"))
