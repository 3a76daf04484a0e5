"""A panel with a meeting in three weeks, one item on its agenda, and members who need papers in different formats."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from tests.factories import AffiliationFactory, GroupFactory, PersonFactory, join

from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.meetings.actions.papers import add_paper, make_ready
from equalterms.meetings.models import AgendaItem, Meeting, Paper
from equalterms.meetings.rules.papers import days_due
from equalterms.meetings.vocabulary import ItemPurpose, ItemState, Manner, MeetingState
from equalterms.people.models import AccessNeed, AccessNeeds, Person
from equalterms.people.vocabulary import Duty, NeedGroup, Sharing


def at(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)


def needs(person: Person, *formats: str, sharing: str = Sharing.FACILITATORS) -> Person:
    """Let a person need formats and share it."""
    record = AccessNeeds.objects.create(
        person=person, sharing=sharing, review_on=date(2030, 1, 1), changed_at=timezone.now()
    )
    AccessNeed.objects.create(needs=record, group=NeedGroup.FORMAT, chosen=list(formats))
    return person


def meeting_of(group: Group, day: date | None = None, **facts: Any) -> Meeting:
    start = at(day or timezone.localdate() + timedelta(days=21))
    given = {"title": "Spring meeting", "starts_at": start, "ends_at": start + timedelta(hours=2)}
    meeting = Meeting.objects.create(group=group, manner=Manner.ONLINE, **{**given, **facts})
    Meeting.objects.filter(pk=meeting.pk).update(planned_at=start - timedelta(days=90))
    meeting.refresh_from_db()
    return meeting


def item_of(meeting: Meeting, proposer: Person, title: str = "Bus passes", **facts: Any) -> AgendaItem:
    given = {
        "why": "They start too late.",
        "purpose": ItemPurpose.DISCUSSION,
        "wished_minutes": 20,
        "state": ItemState.ON_AGENDA,
        "position": meeting.items.count() + 1,
        "proposed_at": timezone.now(),
        "proposed_as": Capacity.SERVICE_USER,
    }
    return AgendaItem.objects.create(
        group=meeting.group, meeting=meeting, title=title, proposed_by=proposer, **{**given, **facts}
    )


@dataclass
class Place:
    """Everybody by the part they play. `reader` needs easy read and shares it; `fellow` needs nothing."""

    group: Group
    meeting: Meeting
    item: AgendaItem
    chair: Person
    facilitator: Person
    reader: Person
    fellow: Person
    manager: Person
    administrator: Person
    outsider: Person

    def paper(self, **facts: Any) -> Paper:
        return add_paper(item=self.item, by=self.facilitator, **{"title": "A paper on buses", **facts})

    def ready(self, paper: Paper, format: str = "standard", words: str = "Buses come late.") -> Any:
        return make_ready(paper=paper, format=format, by=self.facilitator, words=words)

    def bring_near(self, days: int = 3) -> None:
        """Let the meeting be in so many days, so that every deadline has passed."""
        start = at(timezone.localdate() + timedelta(days=days))
        Meeting.objects.filter(pk=self.meeting.pk).update(starts_at=start, ends_at=start + timedelta(hours=2))
        self.meeting.refresh_from_db()
        self.item.refresh_from_db()

    def late_in_easy_read(self) -> Paper:
        """Bring a paper in time for everybody but the one who needs easy read."""
        paper = self.paper()
        self.ready(paper)
        due = days_due(self.meeting)["standard"]
        self.bring_near()
        paper.versions.filter(format="standard").update(ready_at=at(due - timedelta(days=60)))
        return paper

    def begins(self) -> None:
        Meeting.objects.filter(pk=self.meeting.pk).update(state=MeetingState.UNDER_WAY)
        self.meeting.refresh_from_db()
        self.item.refresh_from_db()


def build_place(**group: Any) -> Place:
    group = GroupFactory(**group)
    chair, facilitator = join(group, chair=True), join(group, role=Role.FACILITATOR, capacity=Capacity.ADVISER)
    reader, fellow = needs(join(group), "easy_read"), join(group)
    manager = join(group, staff=True)
    AffiliationFactory(person=manager, organisation=group.organisation)
    administrator = PersonFactory(is_superuser=True, is_staff=True)
    AffiliationFactory(person=administrator, organisation=group.organisation, duty=Duty.ADMINISTRATOR)
    meeting = meeting_of(group)
    item = item_of(meeting, fellow)
    outsider = PersonFactory()
    return Place(group, meeting, item, chair, facilitator, reader, fellow, manager, administrator, outsider)
