"""Meetings, their agendas and what is kept of them."""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from tests.factories.groups import GroupFactory
from tests.factories.people import OrganisationFactory, PersonFactory

from equalterms.groups.vocabulary import Capacity
from equalterms.meetings.models import AgendaItem, Meeting, Venue
from equalterms.meetings.vocabulary import ItemPurpose, ItemState, Manner, MeetingState


class VenueFactory(DjangoModelFactory):
    """A place of a council about which nothing is known."""

    class Meta:
        model = Venue

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence("Hall {}".format)
    address = "1 High Street"


class MeetingFactory(DjangoModelFactory):
    """A meeting online in three weeks, two hours long; `today=True`, `under_way=True` and `held=True` for others."""

    class Meta:
        model = Meeting

    group = factory.SubFactory(GroupFactory)
    title = factory.Sequence("Meeting {}".format)
    manner = Manner.ONLINE
    link = "https://meet.example/secret-room"
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=21))
    ends_at = factory.LazyAttribute(lambda meeting: meeting.starts_at + timedelta(hours=2))

    class Params:
        today = factory.Trait(starts_at=factory.LazyFunction(timezone.now))
        under_way = factory.Trait(
            starts_at=factory.LazyFunction(timezone.now),
            state=MeetingState.UNDER_WAY,
            began_at=factory.LazyFunction(timezone.now),
        )
        held = factory.Trait(
            starts_at=factory.LazyFunction(lambda: timezone.now() - timedelta(days=40)),
            state=MeetingState.HELD,
            began_at=factory.LazyAttribute(lambda meeting: meeting.starts_at),
            held_at=factory.LazyAttribute(lambda meeting: meeting.ends_at),
        )


class AgendaItemFactory(DjangoModelFactory):
    """An item that a service user proposes; `meeting=` and `position=` put it on an agenda."""

    class Meta:
        model = AgendaItem

    group = factory.LazyAttribute(lambda item: item.meeting.group if item.meeting else GroupFactory())
    meeting = None
    title = factory.Sequence("Item {}".format)
    why = "It matters."
    purpose = ItemPurpose.DISCUSSION
    wished_minutes = 15
    state = factory.LazyAttribute(lambda item: ItemState.ON_AGENDA if item.meeting else ItemState.PROPOSED)
    position = None
    minutes = factory.LazyAttribute(lambda item: 15 if item.meeting else None)
    proposed_at = factory.LazyFunction(timezone.now)
    proposed_by = factory.SubFactory(PersonFactory)
    proposed_as = Capacity.SERVICE_USER


def agenda(meeting: Meeting, count: int, **item: Any) -> list[AgendaItem]:
    """Put so many items on the agenda of a meeting."""
    return [AgendaItemFactory(meeting=meeting, position=number + 1, **item) for number in range(count)]
