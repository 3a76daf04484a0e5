"""What each reader finds: the way in is for members, closed items and drafts for nobody else, and no page breaks."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories import PersonFactory, join
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, VenueFactory, agenda
from tests.meetings.conftest import Table

from equalterms.meetings.models import AgendaChange, Meeting, Minutes
from equalterms.meetings.queries.power import agenda_power
from equalterms.meetings.queries.search import found_by

AsPerson = Callable[[Any], Client]


@pytest.fixture
def meeting(table: Table) -> Meeting:
    return MeetingFactory(group=table.panel, phone="01632 960199")


def page(client: Client, route: str, *args: Any, **data: Any) -> str:
    return client.get(reverse(f"meetings:{route}", args=args), data).content.decode()


def test_the_way_in_is_for_members_alone(table: Table, meeting: Meeting, as_person: AsPerson) -> None:
    for person, knows in ((table.member, True), (table.administrator, False), (table.outsider, False), (None, False)):
        text = page(as_person(person), "meeting", meeting.key)
        assert ("secret-room" in text) is knows
        assert ("01632 960199" in text) is knows


def test_others_see_of_a_closed_item_its_reason_and_nothing_else(
    table: Table, meeting: Meeting, as_person: AsPerson
) -> None:
    (item,) = agenda(meeting, 1, title="Zebra", why="Quagga", closed=True, closed_because="About one person.")
    for person in (None, table.outsider, table.administrator):
        text = page(as_person(person), "meeting", meeting.key)
        assert "Zebra" not in text
        assert "About one person." in text
        assert as_person(person).get(reverse("meetings:item", args=[item.key])).status_code == 404
        assert not found_by(person, "Quagga")
    assert "Zebra" in page(as_person(table.carer), "meeting", meeting.key)


def test_names_of_proposers_are_for_members(table: Table, meeting: Meeting, as_person: AsPerson) -> None:
    agenda(meeting, 1, proposed_by=table.member)
    assert table.member.name not in page(as_person(None), "meeting", meeting.key)
    assert table.member.name in page(as_person(table.carer), "meeting", meeting.key)


def test_meetings_of_a_private_group_are_absent(as_person: AsPerson, db: None) -> None:
    hidden = MeetingFactory(group__private=True)
    inside = join(hidden.group)
    for person, status in ((inside, 200), (PersonFactory(is_superuser=True), 404)):
        client = as_person(person)
        assert client.get(reverse("meetings:meeting", args=[hidden.key])).status_code == status
        assert client.get(reverse("meetings:of_group", args=[hidden.group.key])).status_code == status


def test_a_change_that_waits_is_for_the_members(table: Table, meeting: Meeting, as_person: AsPerson) -> None:
    item = AgendaItemFactory(group=table.panel)
    data = {f"number_{item.key}": "1", f"minutes_{item.key}": "20"}
    as_person(table.chair).post(reverse("meetings:settle", args=[meeting.key]), data)
    change = AgendaChange.objects.get()
    assert "A change of the agenda waits" in page(as_person(table.member), "meeting", meeting.key)
    assert "A change of the agenda waits" not in page(as_person(None), "meeting", meeting.key)
    assert as_person(table.outsider).get(reverse("meetings:change", args=[change.key])).status_code == 404
    answer = {"agrees": "yes"}
    as_person(table.co_chair).post(reverse("meetings:change", args=[change.key]), answer)
    item.refresh_from_db()
    assert (item.position, item.minutes) == (1, 20)


@pytest.mark.parametrize("number", ["1", "\0", "-1", "9" * 400, "x", ""])
def test_numbers_that_cannot_be_are_answered_in_words(
    table: Table, meeting: Meeting, as_person: AsPerson, number: str
) -> None:
    items = agenda(meeting, 2)
    data = {f"number_{item.key}": number for item in items} | {f"minutes_{item.key}": "10" for item in items}
    response = as_person(table.chair).post(reverse("meetings:settle", args=[meeting.key]), data)
    assert response.status_code == 200
    assert "There is a problem" in response.content.decode() or "govuk-error" in response.content.decode()
    assert not AgendaChange.objects.exists()


def test_times_are_read_as_people_write_them(table: Table, as_person: AsPerson) -> None:
    day = timezone.localdate() + timedelta(days=30)
    data = {
        "title": "June",
        "on_day": day.day,
        "on_month": day.month,
        "on_year": day.year,
        "starts": "2.30pm",
        "ends": "16:00",
        "manner": "online",
        "phone": "01632 960199",
        "arrive_minutes": "10",
        "clear_days": "5",
        "nation": "scotland",
    }
    address = reverse("meetings:plan", args=[table.panel.key])
    assert as_person(table.chair).post(address, data | {"starts": "at noon"}).status_code == 200
    as_person(table.chair).post(address, data)
    planned = Meeting.objects.get()
    assert f"{timezone.localtime(planned.starts_at):%H:%M}" == "14:30"
    assert "2.30 pm to 4 pm" in page(as_person(None), "meeting", planned.key)


def test_minutes_that_are_not_approved_are_for_members(table: Table, as_person: AsPerson) -> None:
    held = MeetingFactory(group=table.panel, held=True)
    chair = as_person(table.chair)
    address = reverse("meetings:write_minutes", args=[held.key])
    chair.post(address, {"public_part": "Open words.", "closed_part": "Closed words.", "base": "0"})
    chair.post(reverse("meetings:share_minutes", args=[held.key]))
    minutes = reverse("meetings:minutes", args=[held.key])
    assert as_person(None).get(minutes).status_code == 404
    assert "Closed words." in as_person(table.member).get(minutes).content.decode()
    Minutes.objects.update(state="approved", approved_version=1, approved_at=timezone.now())
    text = as_person(None).get(minutes).content.decode()
    assert "Open words." in text
    assert "Closed words." not in text


def test_agenda_power_is_for_everybody_only_where_five_with_lived_experience_proposed(table: Table) -> None:
    for number in range(4):
        AgendaItemFactory(group=table.panel, title=str(number))
    assert not agenda_power(None, table.panel.key).is_shown
    assert agenda_power(table.member, table.panel.key).is_shown
    AgendaItemFactory(group=table.panel)
    assert agenda_power(None, table.panel.key).is_shown


def test_a_venue_without_a_public_meeting_is_not_for_strangers(table: Table, as_person: AsPerson) -> None:
    venue = VenueFactory(organisation=table.panel.organisation)
    address = reverse("meetings:venue", args=[venue.key])
    assert as_person(None).get(address).status_code == 404
    assert "Not known" in as_person(table.member).get(address).content.decode()
    MeetingFactory(group=table.panel, venue=venue)
    assert as_person(None).get(address).status_code == 200


def test_lists_ask_as_often_for_one_meeting_as_for_many(
    table: Table, as_person: AsPerson, django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    client, address = as_person(table.member), reverse("meetings:of_group", args=[table.panel.key])
    MeetingFactory(group=table.panel)
    MeetingFactory(group=table.panel, held=True)
    client.get(address)
    with django_assert_max_num_queries(60) as asked:
        client.get(address)
    for _more in range(6):
        MeetingFactory(group=table.panel)
        MeetingFactory(group=table.panel, held=True)
    with django_assert_num_queries(len(asked)):
        client.get(address)


def test_an_agenda_asks_as_often_for_one_item_as_for_many(
    table: Table,
    meeting: Meeting,
    as_person: AsPerson,
    django_assert_max_num_queries: Any,
    django_assert_num_queries: Any,
) -> None:
    client, address = as_person(table.chair), reverse("meetings:meeting", args=[meeting.key])
    agenda(meeting, 1)
    client.get(address)
    with django_assert_max_num_queries(60) as asked:
        client.get(address)
    for number in range(2, 9):
        AgendaItemFactory(meeting=meeting, position=number)
    with django_assert_num_queries(len(asked)):
        client.get(address)
