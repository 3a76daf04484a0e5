"""The post desk: letters, calls and what failed, for those who look after it, and nothing private of anybody."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.factories import AffiliationFactory, GroupFactory, MembershipFactory, PersonFactory
from tests.notices.making import PLAIN, SECRET, URGENT, Recorder, make_due, refused, tell

from equalterms.groups.vocabulary import Role
from equalterms.notices.actions.handling import mark_done, try_again, undo_done
from equalterms.notices.actions.wishing import say_wishes
from equalterms.notices.delivery.email import EmailCarrier
from equalterms.notices.delivery.running import send_due
from equalterms.notices.models import Message
from equalterms.notices.places import Place
from equalterms.notices.queries.waiting import waiting_for
from equalterms.people.actions.access_needs import answer_need, share_needs
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty, Sharing

pytestmark = pytest.mark.django_db


class Panel:
    """A group with somebody who leads it and a member, and the facilitator of its organisation."""

    def __init__(self) -> None:
        self.group = GroupFactory(name="Northshire panel")
        self.leader = MembershipFactory(group=self.group, role=Role.FACILITATOR, person__name="Ben").person
        self.member = MembershipFactory(group=self.group, person__name="Vera Lomax").person
        self.council = AffiliationFactory(organisation=self.group.organisation, duty=Duty.FACILITATOR).person
        self.place = Place.of(self.group)
        self.url = reverse("notices:desk", args=[self.group.key])

    def tell(self, kind: Any = URGENT, connection: Any = None, **more: Any) -> Message:
        tell(self.member, kind, where=self.place, **more)
        make_due()
        send_due([EmailCarrier(connection or Recorder())])
        return Message.objects.latest("pk")

    def wish(self, way: str, post_to: str = "") -> None:
        nothing = {"quiet_from": None, "quiet_until": None, "daily": [], "stopped": []}
        say_wishes(way=way, post_to=post_to, **nothing, by=self.member)


@pytest.fixture
def panel() -> Panel:
    return Panel()


def text(client: Any, url: str) -> str:
    return " ".join(client.get(url).content.decode().split())


def test_the_post_of_a_group_is_for_those_who_lead_it_and_of_an_organisation_for_those_who_care_for_its_people(
    panel: Panel, as_person: Any
) -> None:
    of_council = reverse("notices:desk", args=[panel.group.organisation.key])
    seen = {
        who: [as_person(person).get(url).status_code for url in (panel.url, of_council)]
        for who, person in (("leader", panel.leader), ("member", panel.member), ("council", panel.council))
    }
    assert seen == {"leader": [200, 404], "member": [404, 404], "council": [404, 200]}


def test_who_chairs_a_group_looks_after_its_post_only_where_it_has_no_facilitator(panel: Panel, as_person: Any) -> None:
    chair = MembershipFactory(group=panel.group, role=Role.CHAIR).person
    alone = MembershipFactory(role=Role.CHAIR)
    assert as_person(chair).get(panel.url).status_code == 404
    assert as_person(alone.person).get(reverse("notices:desk", args=[alone.group.key])).status_code == 200


def test_a_letter_waits_is_printed_whole_and_marked_as_posted_which_can_be_undone(panel: Panel, as_person: Any) -> None:
    answer_need(group="format", chosen=["large_print_28"], words="", by=panel.member)
    panel.wish("letter", "3 Wharf Lane\nAlderbridge")
    message = panel.tell(PLAIN, link="/groups/")
    client = as_person(panel.leader)
    assert "Vera Lomax" in text(client, panel.url)
    letters = text(client, reverse("notices:letters", args=[panel.group.key]))
    assert "Twelve pages." in letters
    assert "3 Wharf Lane" in letters
    assert "et-letter--28" in letters
    client.post(reverse("notices:posted", args=[panel.group.key]), {"letter": [message.key]})
    message.refresh_from_db()
    assert (message.state, message.done_by) == ("sent", panel.leader)
    client.post(reverse("notices:undo", args=[message.key]))
    message.refresh_from_db()
    assert (message.state, message.done_by) == ("to_print", None)


def test_a_call_says_the_number_and_what_to_say(panel: Panel, as_person: Any) -> None:
    Person.objects.filter(pk=panel.member.pk).update(phone="01632 960 288")
    panel.wish("phone")
    message = panel.tell(PLAIN)
    client = as_person(panel.leader)
    page = text(client, reverse("notices:message", args=[message.key]))
    assert "01632 960 288" in page
    assert "Twelve pages." in page
    client.post(reverse("notices:done", args=[message.key]))
    message.refresh_from_db()
    assert message.state == "sent"


def test_nothing_private_of_anybody_stands_at_the_desk_in_a_letter_or_in_a_call(panel: Panel, as_person: Any) -> None:
    panel.wish("letter", "3 Wharf Lane")
    message = panel.tell(SECRET, subject="Zebra", parts=["Zebra words"])
    client = as_person(panel.leader)
    for url in (panel.url, reverse("notices:letters", args=[panel.group.key])):
        page = text(client, url)
        assert "Zebra" not in page
        assert str(SECRET.label) not in page
    assert "Something private" in text(client, panel.url)
    assert "There is something new for you in Northshire panel" in text(
        client, reverse("notices:message", args=[message.key])
    )


def test_that_something_private_was_sent_is_not_told(panel: Panel, as_person: Any) -> None:
    message = panel.tell(SECRET)
    assert message.state == "sent"
    client = as_person(panel.leader)
    assert "Vera Lomax" not in text(client, panel.url)
    assert client.get(reverse("notices:message", args=[message.key])).status_code == 404
    assert client.post(reverse("notices:undo", args=[message.key])).status_code == 404


def test_what_failed_says_why_what_to_do_and_how_to_reach_the_person_as_they_allow(
    panel: Panel, as_person: Any
) -> None:
    answer_need(group="contact", chosen=["email", "text_relay"], words="After ten.", by=panel.member)
    share_needs(sharing=Sharing.FACILITATORS, review_on=timezone.localdate(), by=panel.member)
    for _each in range(3):
        message = panel.tell(connection=Recorder(refused(550)))
    client = as_person(panel.leader)
    page = text(client, panel.url)
    assert "this address does not work" in page
    assert "Ask them for their address in another way." in page
    assert "Text relay (Relay UK); After ten." in page
    assert "3 messages" in page, "one line for one person"
    assert str(waiting_for(panel.leader)[0].title) == "Look after 3 messages of Northshire panel"
    client.post(reverse("notices:again", args=[message.key]))
    send_due([EmailCarrier(Recorder())])
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


def test_needs_that_are_shared_with_nobody_are_not_shown(panel: Panel, as_person: Any) -> None:
    answer_need(group="contact", chosen=["email"], words="Zebra", by=panel.member)
    panel.tell(connection=Recorder(refused(550)))
    assert "Zebra" not in text(as_person(panel.leader), panel.url)


@pytest.mark.parametrize("act", [mark_done, undo_done, try_again])
def test_nobody_else_does_what_is_done_at_the_desk(panel: Panel, act: Any) -> None:
    panel.wish("letter", "3 Wharf Lane")
    message = panel.tell()
    for stranger in (panel.member, panel.council, PersonFactory()):
        with pytest.raises(NotAllowed):
            act(message=message, by=stranger)


def test_what_was_done_already_is_not_done_twice(panel: Panel) -> None:
    panel.wish("letter", "3 Wharf Lane")
    message = panel.tell()
    first = mark_done(message=message, by=panel.leader).sent_at
    assert mark_done(message=message, by=panel.leader).sent_at == first
    assert try_again(message=message, by=panel.leader).state == "sent"


def test_the_desk_costs_as_many_queries_with_thirty_messages_as_with_one(panel: Panel, as_person: Any) -> None:
    panel.wish("letter", "3 Wharf Lane")
    panel.tell(PLAIN)
    client = as_person(panel.leader)
    client.get(panel.url)
    counts = []
    for number in (1, 29):
        for _each in range(number):
            person = MembershipFactory(group=panel.group).person
            say_wishes(way="phone", post_to="", quiet_from=None, quiet_until=None, daily=[], stopped=[], by=person)
            tell(person, PLAIN, where=panel.place)
        make_due()
        send_due([EmailCarrier(Recorder())])
        with CaptureQueriesContext(connection) as queries:
            client.get(panel.url)
        counts.append(len(queries))
    assert counts[0] == counts[1]
