"""Your turn: what waits, most urgent first, and what happened since."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.factories import (
    AccountFactory,
    AffiliationFactory,
    DisputeFactory,
    GroupFactory,
    PersonFactory,
    ResponsibilityFactory,
    ask,
    join,
)

from equalterms.groups.models import Application, CompositionBreak, Group, Referral, TermsVersion
from equalterms.home.queries.turn import happened_for, waiting_for
from equalterms.home.views import turn
from equalterms.people.models import Person
from equalterms.people.waiting import Happening, Waiting

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]
TODAY = timezone.localdate()


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def an_application(group: Group) -> Application:
    return Application.objects.create(group=group, person=PersonFactory(), capacity="carer", why="So.")


def titles(person: Person) -> list[str]:
    return [str(each.title) for each in waiting_for(person)]


def test_somebody_not_signed_in_is_asked_to_sign_in(as_person: As) -> None:
    response = as_person(None).get("/your-turn/")
    assert response.status_code == 302
    assert response.headers["Location"].endswith("?next=/your-turn/")


def test_somebody_new_is_told_what_they_could_do_first(as_person: As) -> None:
    page = words(as_person(PersonFactory()).get("/your-turn/"))
    assert "What you could do first" in page
    assert "Nothing that you need to know of." in page


def test_the_person_is_addressed_as_they_wish(as_person: As) -> None:
    assert "Hello Mrs Okafor." in words(as_person(PersonFactory(address_as="Mrs Okafor")).get("/your-turn/"))


def test_those_who_lead_are_told_of_applications_referrals_terms_and_tables() -> None:
    group = GroupFactory()
    chair = join(group, chair=True)
    member = join(group, term_ends=TODAY + timedelta(days=9))
    join(group, staff=True)
    an_application(group)
    Referral.objects.create(from_group=GroupFactory(), to_group=group, title="Buses", words="Please.")
    CompositionBreak.objects.create(group=group, since=TODAY, lived=1, filled=3, rule=50)
    found = " | ".join(titles(chair))
    for expected in (
        "who would like to join",
        "takes this on: Buses",
        "more people with lived experience",
        member.name,
    ):
        assert expected in found
    assert [title for title in titles(member) if "term" in title] == [f"Your term in {group.name} ends"]
    assert "join" not in " ".join(titles(member))


def test_an_ended_group_waits_for_nobody() -> None:
    group = GroupFactory(ended_on=TODAY)
    chair = join(group, chair=True, term_ends=TODAY)
    an_application(group)
    assert not [title for title in titles(chair) if group.name in title]


def test_somebody_who_organises_without_leading_is_not_told_who_applies() -> None:
    group = GroupFactory()
    an_application(group)
    facilitator = AffiliationFactory(organisation=group.organisation, duty="facilitator").person
    assert not [title for title in titles(facilitator) if "would like to join" in title]
    join(group, person=facilitator, role="facilitator")
    assert [title for title in titles(facilitator) if "would like to join" in title]


def test_what_is_most_urgent_stands_first(monkeypatch: pytest.MonkeyPatch) -> None:
    class Room:
        @staticmethod
        def waiting_for(person: Person) -> list[Waiting]:
            soon, later = TODAY, TODAY + timedelta(days=5)
            return [
                Waiting("no date", "/", urgency=5),
                Waiting("later", "/", urgency=5, due=later),
                Waiting("soon", "/", urgency=5, due=soon),
                Waiting("urgent", "/", urgency=9),
            ]

    monkeypatch.setattr("equalterms.home.queries.turn.ROOMS", (Room,))
    assert titles(PersonFactory()) == ["urgent", "soon", "later", "no date"]


def test_late_is_said_in_words(as_person: As) -> None:
    group = GroupFactory()
    page = words(as_person(join(group, term_ends=TODAY - timedelta(days=3))).get("/your-turn/"))
    assert "Late by 3 days" in page
    assert turn.lateness(Waiting("x", "/", overdue=True)) == "Late"
    assert turn.lateness(Waiting("x", "/", due=TODAY)) == ""


def test_members_are_told_of_new_terms_and_of_answers_and_not_of_their_own_doing() -> None:
    group = GroupFactory()
    member, chair = join(group), join(group, chair=True)
    TermsVersion.objects.create(group=group, number=1, words="We meet.", agreed_on=TODAY, added_by=chair)
    hour_ago = timezone.now() - timedelta(hours=1)
    assert [str(each.title) for each in happened_for(member, hour_ago)] == [
        f"{group.name} agreed new terms of reference"
    ]
    assert happened_for(chair, hour_ago) == []
    assert happened_for(member, timezone.now()) == []
    assert happened_for(PersonFactory(), hour_ago) == []


def test_since_moves_on_from_visit_to_visit_and_not_from_look_to_look(
    as_person: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def happened(person: Person, since: Any) -> list[Happening]:
        asked.append(since)
        return []

    monkeypatch.setattr(turn, "happened_for", happened)
    client = as_person(PersonFactory())
    start = timezone.now()
    for minutes in (0, 10, 50, 500, 505):
        monkeypatch.setattr(turn.timezone, "now", lambda minutes=minutes: start + timedelta(minutes=minutes))
        client.get("/your-turn/")
    first = start - turn.FIRST_LOOK_BACK
    second = start + timedelta(minutes=50)
    assert asked == [first, first, first, second, second]


def test_it_costs_the_same_with_1_3_and_30_things_waiting(as_person: As) -> None:
    group = GroupFactory()
    chair = join(group, chair=True)
    client = as_person(chair)
    costs = []
    for more in (1, 2, 27):
        for _number in range(more):
            an_application(group)
            join(group, term_ends=TODAY)
            Referral.objects.create(from_group=GroupFactory(), to_group=group, title="Buses", words="Please.")
            account = AccountFactory()
            ask(account, chair)
            ResponsibilityFactory(person=chair, plan=account.change.plan)
            DisputeFactory(account=account)
        client.get("/your-turn/")
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/your-turn/").status_code == 200
        costs.append(len(seen))
    assert len(set(costs)) == 1, costs
