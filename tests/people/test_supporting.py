"""Supporters: named, agreed, acting, credited, ended at once; and what stays the person's alone."""

from typing import Any

import pytest
from tests.factories import AffiliationFactory, OrganisationFactory, PersonFactory

from equalterms.ledger.models import Event
from equalterms.people.actions.inviting import accept_invitation
from equalterms.people.actions.joining import enter_person
from equalterms.people.actions.supporting import end_support, name_supporter
from equalterms.people.exceptions import CannotBeUsed, NotAllowed
from equalterms.people.models import Consent, Invitation, Person, Support
from equalterms.people.vocabulary import ConsentKind, ConsentWay, Duty, SupportScope

pytestmark = pytest.mark.django_db


def supported(person: Person, supporter: Person, scope: str = SupportScope.ACT, by: Person | None = None) -> Support:
    """Let a person name a supporter who says yes."""
    name_supporter(
        person=person,
        supporter_name=supporter.name,
        supporter_email=supporter.email,
        scope=scope,
        by=by or person,
        way=ConsentWay.PHONE if by else ConsentWay.ONLINE,
    )
    invitation = Invitation.objects.usable().get(email=supporter.email)
    accept_invitation(invitation=invitation, by=supporter)
    return Support.objects.get(person=person, supporter=supporter)


@pytest.fixture
def june() -> Person:
    return PersonFactory(name="June Okafor")


@pytest.fixture
def ravi() -> Person:
    return PersonFactory(name="Ravi Shah")


def act(visitor: Any, support: Support) -> None:
    visitor.sign_in(support.supporter)
    visitor.client.post(f"/me/supporting/{support.key}/start/")


def test_a_person_names_a_supporter_who_says_yes_and_acts(visitor: Any, june: Person, ravi: Person, mails: Any) -> None:
    visitor.sign_in(june)
    answer = visitor.client.post(
        "/me/supporters/new/",
        {"supporter_name": "Ravi", "supporter_email": ravi.email, "scope": SupportScope.ACT},
    )
    assert answer.url == "/me/supporters/"
    assert "Asked, no answer yet" in visitor.text("/me/supporters/")
    visitor.client.post("/sign-out/")
    token = mails.token(ravi.email)
    visitor.sign_in(ravi)
    assert "June Okafor asks you to be their supporter" in visitor.text(f"/invitations/{token}/")
    assert visitor.client.post(f"/invitations/{token}/").url == "/me/supporting/"
    support = Support.objects.get()
    visitor.client.post(f"/me/supporting/{support.key}/start/")
    assert "You are acting for" in visitor.text("/me/")


def test_what_a_supporter_enters_is_credited_to_the_person(visitor: Any, june: Person, ravi: Person) -> None:
    act(visitor, supported(june, ravi))
    visitor.client.post("/me/phone/", {"phone": "01632 960 001"})
    june.refresh_from_db()
    ravi.refresh_from_db()
    assert (june.phone, ravi.phone) == ("01632 960 001", "")
    event = Event.objects.get(verb="person.phone_changed")
    assert (event.actor, event.entered_by) == (june.key, ravi.key)


def test_ending_it_takes_effect_in_the_middle_of_acting(visitor: Any, june: Person, ravi: Person) -> None:
    support = supported(june, ravi)
    act(visitor, support)
    assert "You are acting for" in visitor.text("/me/")
    end_support(support=support, by=june)
    page = visitor.text("/me/")
    assert "You are acting for" not in page
    assert "What is known here about Ravi Shah" in page
    assert visitor.client.post(f"/me/supporting/{support.key}/start/").status_code == 404
    consent = Consent.objects.get(kind=ConsentKind.SUPPORTER)
    assert consent.taken_back_by == june


def test_the_supporter_can_end_it_too_and_a_stranger_cannot(june: Person, ravi: Person) -> None:
    support = supported(june, ravi)
    with pytest.raises(NotAllowed):
        end_support(support=support, by=PersonFactory())
    assert end_support(support=support, by=ravi).ended_by == ravi


@pytest.mark.parametrize(
    "url",
    [
        "/me/email/",
        "/me/sessions/",
        "/me/sessions/end-others/",
        "/me/passkeys/",
        "/me/passkeys/add/",
        "/me/supporters/new/",
    ],
)
def test_a_supporter_may_not_touch_what_is_the_persons_alone(
    visitor: Any, june: Person, ravi: Person, url: str
) -> None:
    act(visitor, supported(june, ravi))
    answer = visitor.client.get(url)
    assert answer.status_code == 403
    assert "Only June Okafor can do this" in answer.content.decode()
    assert visitor.client.post(url, {}).status_code == 403


def test_a_supporter_does_not_see_the_persons_own_drafts_and_sessions(
    visitor: Any, another_visitor: Any, june: Person, ravi: Person
) -> None:
    another_visitor.sign_in(june)
    another_visitor.client.post("/me/drafts/keep/", {"kept_path": "/me/phone/", "phone": "June's own 01632"})
    act(visitor, supported(june, ravi))
    page = visitor.text("/me/")
    assert "Go on with the form" not in page
    assert "How you sign in" not in page
    assert "01632" not in visitor.text("/me/phone/")


def test_who_may_only_read_cannot_send_anything(visitor: Any, june: Person, ravi: Person) -> None:
    act(visitor, supported(june, ravi, SupportScope.READ))
    assert visitor.client.get("/me/needs/").status_code == 200
    answer = visitor.client.post("/me/phone/", {"phone": "01632 960 001"})
    assert answer.status_code == 403
    assert "asked you to read things to them" in answer.content.decode()
    assert visitor.client.post("/me/supporting/stop/").url == "/me/supporting/"
    assert visitor.client.post("/me/phone/", {"phone": "01632 960 002"}).status_code == 302


def test_nobody_can_act_for_somebody_who_did_not_name_them(visitor: Any, june: Person, ravi: Person) -> None:
    support = supported(june, ravi)
    visitor.sign_in(PersonFactory())
    assert visitor.client.post(f"/me/supporting/{support.key}/start/").status_code == 404
    visitor.client.post("/sign-out/")
    visitor.sign_in(june)
    assert visitor.client.post(f"/me/supporting/{support.key}/start/").status_code == 403


def test_nobody_acts_before_saying_yes_nor_after_the_person_changed_their_mind(june: Person, ravi: Person) -> None:
    support = name_supporter(
        person=june, supporter_name="Ravi", supporter_email=ravi.email, scope=SupportScope.ACT, by=june
    )
    invitation = Invitation.objects.get()
    end_support(support=support, by=june)
    with pytest.raises(CannotBeUsed):
        accept_invitation(invitation=invitation, by=ravi)


def test_a_facilitator_enters_somebody_without_email_who_then_has_a_supporter(visitor: Any, ravi: Person) -> None:
    facilitator = AffiliationFactory(duty=Duty.FACILITATOR)
    place = f"/organisations/{facilitator.organisation.slug}/people"
    visitor.sign_in(facilitator.person)
    consent = {"way": "phone", "words": "She said yes.", "given_on_day": "3", "given_on_month": "3"}
    answer = visitor.client.post(
        f"{place}/enter/", {"name": "Ada Bell", "address_as": "Mrs Bell", **consent, "given_on_year": "2026"}
    )
    ada = Person.objects.get(name="Ada Bell")
    assert ada.email is None
    assert answer.url == f"{place}/{ada.key}/"
    assert "She said yes." in visitor.text(answer.url)
    data = {"supporter_name": "Ravi", "supporter_email": ravi.email, "scope": "act", **consent}
    visitor.client.post(f"{place}/{ada.key}/supporter/", {**data, "given_on_year": "2026"})
    accept_invitation(invitation=Invitation.objects.get(email=ravi.email), by=ravi)
    support = Support.objects.get(person=ada)
    assert support.consent.recorded_by == facilitator.person
    visitor.client.post(f"{place}/{ada.key}/supporter/{support.key}/end/", {"way": "phone"})
    support.refresh_from_db()
    assert (support.stands, support.ended_way) == (False, ConsentWay.PHONE)


def test_others_neither_see_nor_speak_for_a_person_without_email(visitor: Any) -> None:
    facilitator = AffiliationFactory(duty=Duty.FACILITATOR)
    ada = enter_person(
        name="Ada Bell",
        organisation=facilitator.organisation,
        way=ConsentWay.IN_PERSON,
        given_on=facilitator.since,
        by=facilitator.person,
    )
    place = f"/organisations/{facilitator.organisation.slug}/people/{ada.key}/"
    elsewhere = AffiliationFactory(duty=Duty.ADMINISTRATOR, organisation=OrganisationFactory())
    manager = AffiliationFactory(duty=Duty.MANAGER, organisation=facilitator.organisation)
    for other in (elsewhere.person, manager.person, PersonFactory()):
        with pytest.raises(NotAllowed):
            name_supporter(
                person=ada, supporter_name="X", supporter_email="x@example.org", scope=SupportScope.ACT, by=other
            )
        visitor.sign_in(other)
        assert visitor.client.get(place).status_code == 404
        visitor.client.post("/sign-out/")
