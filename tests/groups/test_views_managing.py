"""Looking after a group: forms that say what is wrong, and pages that others cannot use."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.factories import AffiliationFactory, GroupFactory, OrganisationFactory, PersonFactory, join

from equalterms.groups.models import Group, OpenQuestion, Principle, Referral
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import Duty

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]
START = {
    "name": "New panel", "kind": "panel", "purpose": "To look.", "visibility": "public", "joining": "invitation",
    "lived_share": "50", "own_capacity": "", "own_role": "facilitator",
}  # fmt: skip


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def with_duty(organisation: Organisation, duty: str) -> Person:
    return AffiliationFactory(organisation=organisation, duty=duty).person


def test_a_facilitator_starts_a_group_where_they_work(as_person: As) -> None:
    council, other = OrganisationFactory(), OrganisationFactory()
    client = as_person(with_duty(council, Duty.FACILITATOR))
    assert other.name not in words(client.get("/groups/start/"))
    assert client.post("/groups/start/", {**START, "organisation": other.pk}).status_code == 200
    assert not Group.objects.exists()
    assert client.post("/groups/start/", {**START, "organisation": council.pk}).status_code == 302
    assert Group.objects.get().organisation == council


def test_the_same_name_twice_is_said_and_nothing_breaks(as_person: As) -> None:
    group = GroupFactory(name="New panel")
    client = as_person(with_duty(group.organisation, Duty.FACILITATOR))
    posted = {**START, "organisation": group.organisation_id}
    assert "has a group with this name already" in words(client.post("/groups/start/", posted))
    second = GroupFactory(organisation=group.organisation)
    described = {"name": "New panel", "purpose": "To look.", "visibility": "public", "joining": "public"}
    page = client.post(f"/groups/{second.key}/describe/", described)
    assert "has a group with this name already" in words(page)


def test_a_group_that_members_control_is_started_with_a_seat_of_ones_own(as_person: As) -> None:
    living = OrganisationFactory(user_led=True)
    client = as_person(with_duty(living, Duty.STAFF))
    posted = {**START, "organisation": living.pk, "user_controlled": "on"}
    assert "Take the first seat yourself" in words(client.post("/groups/start/", posted))
    assert "Staff cannot hold a seat" in words(client.post("/groups/start/", {**posted, "own_capacity": "staff"}))
    assert client.post("/groups/start/", {**posted, "own_capacity": "carer"}).status_code == 302
    assert Group.objects.get().user_controlled


@pytest.mark.parametrize("duty", [Duty.MANAGER, Duty.STAFF, Duty.FINANCE])
def test_others_do_not_start_groups(as_person: As, duty: str) -> None:
    client = as_person(with_duty(OrganisationFactory(), duty))
    assert client.get("/groups/start/").status_code == 403
    assert client.post("/groups/start/", START).status_code == 403


FORMS = ("describe", "rule", "related", "end", "terms/new", "principles/new", "questions/new", "refer", "invite")


@pytest.mark.parametrize("path", FORMS)
def test_forms_open_for_those_who_lead_and_for_nobody_else(as_person: As, path: str) -> None:
    group = GroupFactory()
    url = f"/groups/{group.key}/{path}/"
    assert as_person(join(group, chair=True)).get(url).status_code == 200
    for person in (PersonFactory(), with_duty(group.organisation, Duty.MANAGER), PersonFactory(is_superuser=True)):
        assert as_person(person).get(url).status_code == 403
        assert as_person(person).post(url, {}).status_code == 403
    assert as_person(None).get(url).status_code == 302


def test_a_withdrawn_principle_stays_with_its_reason(as_person: As) -> None:
    group = GroupFactory()
    client = as_person(join(group, chair=True))
    client.post(f"/groups/{group.key}/principles/new/", {"text": "We meet in person.", "why": ""})
    url = f"/groups/principles/{Principle.objects.get().key}/withdraw/"
    assert client.post(url, {"reason": " "}).status_code == 200
    assert client.post(url, {"reason": "Travel keeps people away."}).status_code == 302
    page = words(as_person(None).get(f"/groups/{group.key}/"))
    assert "We meet in person." in page
    assert "Why: Travel keeps people away." in page


def test_members_ask_and_those_who_lead_close(as_person: As) -> None:
    group = GroupFactory()
    member = as_person(join(group))
    member.post(f"/groups/{group.key}/questions/new/", {"text": "How do we reach carers?"})
    url = f"/groups/questions/{OpenQuestion.objects.get().key}/close/"
    assert member.get(url).status_code == 403
    chair = as_person(join(group, chair=True))
    chair.post(url, {"agreed": "no", "outcome": "We could not."})
    page = words(as_person(None).get(f"/groups/{group.key}/"))
    assert "No agreement was reached" in page
    assert "We could not." in page


DECIDING = {"decides_by": "majority", "most_aside": "10", "majority": "60", "quorum": "40", "lived_quorum": "70"}


def test_the_terms_say_how_the_group_decides(as_person: As) -> None:
    group = GroupFactory()
    client = as_person(join(group, chair=True))
    assert "no objection stands against it" in words(client.get(f"/groups/{group.key}/"))
    posted = {"words": "We vote.", "agreed_on_day": "1", "agreed_on_month": "3", "agreed_on_year": "2024", **DECIDING}
    refused = client.post(f"/groups/{group.key}/terms/new/", {**posted, "majority": "50"})
    assert "must be 51 or more" in words(refused)
    client.post(f"/groups/{group.key}/terms/new/", {**posted, "secret_answers": "on"})
    for url in (f"/groups/{group.key}/", f"/groups/{group.key}/terms/1/"):
        page = words(as_person(None).get(url))
        assert "at least 60 of 100 say yes" in page
        assert "70 of 100 with lived experience" in page
        assert "Answers are secret" in page


def test_terms_are_added_and_earlier_versions_stay(as_person: As) -> None:
    group = GroupFactory()
    client = as_person(join(group, chair=True))
    for said in ("We meet six times.", "We meet eight times."):
        posted = {"words": said, "agreed_on_day": "1", "agreed_on_month": "3", "agreed_on_year": "2024", **DECIDING}
        assert client.post(f"/groups/{group.key}/terms/new/", posted).status_code == 302
    assert "We meet eight times." in words(client.get(f"/groups/{group.key}/terms/new/"))
    assert "This is an earlier version" in words(as_person(None).get(f"/groups/{group.key}/terms/1/"))
    assert "We meet eight times." in words(as_person(None).get(f"/groups/{group.key}/terms/2/"))
    assert as_person(None).get(f"/groups/{group.key}/terms/3/").status_code == 404


def test_work_is_referred_taken_on_and_answered(as_person: As) -> None:
    panel, board = GroupFactory(), GroupFactory()
    sender, receiver = as_person(join(panel, chair=True)), as_person(join(board, chair=True))
    posted = {"to_group": board.pk, "title": "Buses", "words": "They come too late."}
    sender.post(f"/groups/{panel.key}/refer/", posted)
    url = f"/groups/referrals/{Referral.objects.get().key}/"
    assert "Buses" in words(receiver.get("/your-turn/"))
    assert sender.post(url, {"response": "answer", "answer": "No."}).status_code == 403
    assert as_person(PersonFactory()).get(url).status_code == 404
    receiver.post(url, {"response": "take_on", "answer": ""})
    assert "Write a few words" in words(receiver.post(url, {"response": "answer", "answer": " "}))
    receiver.post(url, {"response": "answer", "answer": "From April at nine."})
    assert "From April at nine." in words(as_person(join(panel)).get(url))
    assert "answered: Buses" in words(sender.get("/your-turn/"))


def test_groups_are_tied_and_untied_by_who_looks_after_both(as_person: As) -> None:
    group = GroupFactory()
    mine, foreign = GroupFactory(organisation=group.organisation), GroupFactory()
    client = as_person(with_duty(group.organisation, Duty.FACILITATOR))
    url = f"/groups/{group.key}/related/"
    assert client.post(url, {"other": foreign.pk, "tie": "sibling"}).status_code == 200
    client.post(url, {"other": mine.pk, "tie": "parent"})
    group.refresh_from_db()
    assert group.parent == mine
    above_itself = client.post(f"/groups/{mine.key}/related/", {"other": group.pk, "tie": "parent"})
    assert above_itself.status_code == 403
    client.post(f"/groups/{group.key}/related/{mine.key}/remove/")
    group.refresh_from_db()
    assert group.parent is None


def test_an_ended_group_stays_to_be_read_and_takes_no_changes(as_person: As) -> None:
    group = GroupFactory(joining="application")
    client = as_person(join(group, chair=True))
    assert "Tick the box" in words(client.post(f"/groups/{group.key}/end/", {"reason": "Done."}))
    client.post(f"/groups/{group.key}/end/", {"reason": "The report is out.", "sure": "on"})
    page = words(as_person(PersonFactory()).get(f"/groups/{group.key}/"))
    assert "The report is out." in page
    assert "Apply to join" not in page
    assert client.get(f"/groups/{group.key}/describe/").status_code == 403
    assert group.name not in words(as_person(None).get("/groups/"))
    assert group.name in words(as_person(None).get("/groups/?ended=on"))


def test_what_somebody_typed_while_signed_out_waits_for_them(as_person: As) -> None:
    group = GroupFactory()
    person = join(group, chair=True)
    client = as_person(None)
    client.post(f"/groups/{group.key}/questions/new/", {"text": "How do we reach carers?"})
    client.force_login(person)
    assert "How do we reach carers?" in words(client.get(f"/groups/{group.key}/questions/new/"))


def test_a_seat_is_changed_and_ended(as_person: As) -> None:
    group = GroupFactory()
    client = as_person(join(group, chair=True))
    person = join(group)
    seat = group.memberships.get(person=person)
    client.post(f"/groups/seats/{seat.key}/change/", {"capacity": "service_user", "role": "co_chair"})
    seat = group.memberships.get(person=person, until__isnull=True)
    assert seat.role == "co_chair"
    client.post(f"/groups/seats/{seat.key}/end/", {"reason": "SECRET"})
    assert not group.memberships.filter(person=person, until__isnull=True).exists()
    assert "SECRET" not in words(as_person(join(group)).get(f"/groups/{group.key}/members/"))
