"""Ways into a group and out of it, as the people who go them see them."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from tests.factories import AffiliationFactory, GroupFactory, PersonFactory, join

from equalterms.groups.actions.inviting import invite_member
from equalterms.groups.models import Application, Group, GroupInvitation, Membership
from equalterms.groups.vocabulary import Capacity, Joining
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def link_to(group: Group, by: Person, **more: Any) -> str:
    _invitation, link = invite_member(group=group, by=by, name="Sam", capacity=Capacity.CARER, **more)
    return urlsplit(link).path


@pytest.fixture
def group(db: None) -> Group:
    return GroupFactory(private=True, name="Preparation")


@pytest.fixture
def chair(group: Group) -> Person:
    return join(group, chair=True)


def test_whoever_has_the_link_can_read_the_invitation_and_opening_it_uses_nothing(as_person: As, group, chair) -> None:
    link = link_to(group, chair, words="Come and see.")
    for _look in range(3):
        response = as_person(None).get(link)
        assert response.status_code == 200
    assert "Come and see." in words(response)
    assert response.headers["Cache-Control"] == "private, no-store"
    person = PersonFactory()
    response = as_person(person).post(f"{link}accept/", follow=True)
    assert "Welcome to Preparation." in words(response)
    assert Membership.objects.get(person=person).capacity == "carer"
    assert "no longer works" in words(as_person(PersonFactory()).get(link))
    assert as_person(PersonFactory()).post(f"{link}accept/").status_code == 403


def test_a_link_that_is_no_invitation_leads_nowhere(as_person: As) -> None:
    for path in ("", "accept/", "decline/"):
        method = as_person(PersonFactory()).post if path else as_person(None).get
        assert method(f"/groups/invited/nobody-was-invited/{path}").status_code == 404


def test_signing_in_comes_first_and_leads_back(as_person: As, group, chair) -> None:
    link = link_to(group, chair)
    response = as_person(None).post(f"{link}accept/", headers={"referer": f"http://testserver{link}"})
    assert response.status_code == 302
    assert response.headers["Location"].endswith(f"next={link}")


def test_somebody_can_say_no_without_signing_in(as_person: As, group, chair) -> None:
    link = link_to(group, chair)
    as_person(None).post(f"{link}decline/")
    assert "no longer works" in words(as_person(None).get(link))
    assert group.memberships.count() == 1


def test_a_link_for_somebody_without_email_is_shown_once(as_person: As, group, chair) -> None:
    client = as_person(chair)
    posted = {"name": "Mrs Whitlock", "capacity": "carer", "role": "member"}
    page = words(client.post(f"/groups/{group.key}/invite/", posted))
    assert "Give this link to Mrs Whitlock" in page
    assert "/groups/invited/" in page
    assert "/groups/invited/" not in words(client.get(f"/groups/{group.key}/members/"))


def test_an_organiser_who_sits_elsewhere_invites_and_comes_back_to_the_group(as_person: As) -> None:
    group = GroupFactory()
    organiser = AffiliationFactory(organisation=group.organisation, duty=Duty.FACILITATOR).person
    posted = {"name": "Sam", "email": "sam@example.org", "capacity": "carer", "role": "chair"}
    response = as_person(organiser).post(f"/groups/{group.key}/invite/", posted)
    assert response.headers["Location"] == f"/groups/{group.key}/"


def test_a_withdrawn_invitation_is_gone_from_the_members_page(as_person: As, group, chair) -> None:
    link = link_to(group, chair)
    client = as_person(chair)
    invitation = GroupInvitation.objects.get()
    assert "Withdraw the invitation of Sam" in words(client.get(f"/groups/{group.key}/members/"))
    assert as_person(PersonFactory()).post(f"/groups/invitations/{invitation.key}/withdraw/").status_code == 404
    client.post(f"/groups/invitations/{invitation.key}/withdraw/")
    assert "No invitation is open." in words(client.get(f"/groups/{group.key}/members/"))
    assert "no longer works" in words(as_person(None).get(link))


def test_past_the_rule_the_page_asks_why_and_goes_ahead_with_a_reason(as_person: As) -> None:
    group = GroupFactory()
    client = as_person(join(group, chair=True))
    join(group, staff=True)
    url, posted = f"/groups/{group.key}/invite/", {"name": "Mo", "capacity": "staff", "role": "member", "words": "Hi"}
    page = words(client.post(url, posted))
    assert "After this the rule of seats is not kept" in page
    assert "1 of 3 filled seats have lived experience. The rule is at least half." in page
    assert '<input type="hidden" name="words" value="Hi">' in page
    assert not group.invitations.exists()
    assert "Say why, or go back." in words(client.post(url, {**posted, "despite": " "}))
    client.post(url, {**posted, "despite": "Only Mo knows the buses."})
    assert group.invitations.get().despite == "Only Mo knows the buses."


def test_an_application_is_sent_answered_and_read(as_person: As) -> None:
    group = GroupFactory(joining=Joining.APPLICATION)
    chair, person = join(group, chair=True), PersonFactory()
    applicant = as_person(person)
    assert f"/groups/{group.key}/apply/" in words(applicant.get(f"/groups/{group.key}/"))
    applicant.post(f"/groups/{group.key}/apply/", {"capacity": "carer", "why": "My brother."}, follow=True)
    application = Application.objects.get()
    url = f"/groups/applications/{application.key}/"
    assert person.name in words(as_person(chair).get("/your-turn/"))
    assert "My brother." in words(as_person(chair).get(url))
    assert as_person(join(group)).get(url).status_code == 404  # an ordinary member
    assert as_person(None).get(url).status_code == 302
    assert "Write a few words" in words(as_person(chair).post(url, {"response": "decline", "answer": ""}))
    as_person(chair).post(url, {"response": "accept", "answer": "Welcome, come at ten."})
    assert "was answered: accepted" in words(applicant.get("/your-turn/"))
    assert "Welcome, come at ten." in words(applicant.get(url))


def test_an_applicant_takes_it_back_and_does_not_answer_it(as_person: As) -> None:
    group = GroupFactory(joining=Joining.APPLICATION)
    person = PersonFactory()
    client = as_person(person)
    client.post(f"/groups/{group.key}/apply/", {"capacity": "carer", "why": "My brother."})
    application = Application.objects.get()
    assert client.post(f"/groups/applications/{application.key}/", {"response": "accept"}).status_code == 403
    client.post(f"/groups/applications/{application.key}/take-back/")
    application.refresh_from_db()
    assert application.state == "withdrawn"


def test_an_open_group_is_joined_with_one_choice(as_person: As) -> None:
    group = GroupFactory(joining=Joining.PUBLIC)
    person = PersonFactory()
    page = words(as_person(person).post(f"/groups/{group.key}/join/", {"capacity": "service_user"}, follow=True))
    assert f"You have joined {group.name}." in page
    assert as_person(person).get(f"/groups/{group.key}/join/").status_code == 403


def test_staff_past_the_rule_are_told_that_no_such_seat_is_free(as_person: As) -> None:
    group = GroupFactory(joining=Joining.PUBLIC)
    person = AffiliationFactory(duty=Duty.STAFF).person
    page = words(as_person(person).post(f"/groups/{group.key}/join/", {"capacity": "staff"}))
    assert "no free seat of this kind" in page
    assert not group.memberships.exists()


def test_leaving_asks_two_questions_and_keeps_the_answers_until_it_is_confirmed(as_person: As) -> None:
    group = GroupFactory()
    person, other = join(group), join(group)
    client = as_person(person)
    page = client.post(f"/groups/{group.key}/leave/handover/", {"handover": "The letters\nare with Ben."})
    assert page.headers["Location"].endswith("/leave/why/")
    client.post(f"/groups/{group.key}/leave/why/", {"because": "I am moving."})
    assert group.memberships.get(person=person).until is None
    client = as_person(person)  # signed in again, elsewhere
    page = words(client.get(f"/groups/{group.key}/leave/check/"))
    assert "The letters are with Ben." in page
    assert "I am moving." in page
    client.post(f"/groups/{group.key}/leave/check/")
    seat = group.memberships.get(person=person)
    assert (seat.handover.split(), seat.left_because) == (["The", "letters", "are", "with", "Ben."], "I am moving.")
    assert "with Ben." in words(as_person(other).get(f"/groups/{group.key}/members/"))
    assert "I am moving." not in words(as_person(other).get(f"/groups/{group.key}/members/"))
    assert client.get(f"/groups/{group.key}/leave/check/").status_code == 403


def test_taking_an_answer_away_again_takes_it_away(as_person: As) -> None:
    group = GroupFactory()
    client = as_person(join(group))
    for said in ("The letters are with Ben.", ""):
        client.post(f"/groups/{group.key}/leave/handover/", {"handover": said})
    assert "with Ben." not in words(client.get(f"/groups/{group.key}/leave/check/"))


def test_only_the_person_chooses_whether_their_name_is_public(as_person: As) -> None:
    group = GroupFactory()
    chair = join(group, chair=True)
    seat = group.memberships.get()
    assert as_person(join(group, role="co_chair")).get(f"/groups/seats/{seat.key}/name/").status_code == 404
    as_person(chair).post(f"/groups/seats/{seat.key}/name/", {"named": "yes"})
    assert chair.name in words(as_person(None).get(f"/groups/{group.key}/"))
