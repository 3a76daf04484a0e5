"""How papers came over a year: by group and format, in time or not; and how early each format is due there.

It counts papers, never people.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from equalterms.groups.models import Group
from equalterms.groups.queries.groups import group_for
from equalterms.meetings.models import FormatTime, GateOutcome, PaperVersion
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
    for format, late_by in kept_out(group, now):
        record = found.setdefault(format, FormatRecord(format))
        record.not_possible += late_by is None
        record.never += late_by is not None
    return group, [found[each] for each in PaperFormat.values if each in found]


def kept_out(group: Group, now: datetime) -> list[tuple[str, int | None]]:
    """Return what was missing of items that the gate kept out of a meeting, so that it stays in the count."""
    outcomes = GateOutcome.objects.filter(
        meeting__group=group,
        meeting__starts_at__gte=now - YEAR,
        meeting__starts_at__lte=now,
        agreed=False,
        item__closed=False,
    ).filter(Q(item__meeting__isnull=True) | ~Q(item__meeting=F("meeting")))
    missing = [each for outcome in outcomes for each in outcome.missing]
    keys = [each["version"] for each in missing]
    formats = dict(PaperVersion.objects.filter(key__in=keys).values_list("key", "format"))
    return [(formats[each["version"]], each["late_by"]) for each in missing if each["version"] in formats]


def times_of(group: Group) -> list[FormatTime]:
    """Return how early each format is due in a group, as it was said over time."""
    return list(FormatTime.objects.filter(group=group).order_by("format", "-since"))
