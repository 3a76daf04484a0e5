"""Signing up: a person is made only once their code is right, and nobody learns who is here already."""

from typing import Any

import pytest
from tests.factories import OrganisationFactory, PersonFactory

from equalterms.ledger.models import Event
from equalterms.people.actions.inviting import invite
from equalterms.people.models import Mail, Person
from equalterms.people.vocabulary import Duty

pytestmark = pytest.mark.django_db
NEW = {"name": "Sam Reed", "email": "sam@example.org"}


def test_somebody_signs_up_with_a_name_and_a_code(visitor: Any, mails: Any) -> None:
    answer = visitor.client.post("/sign-up/", NEW)
    assert answer.url == "/sign-up/code/"
    assert not Person.objects.filter(email="sam@example.org").exists()
    answer = visitor.client.post("/sign-up/code/", {"code": mails.code("sam@example.org")})
    assert answer.url == "/your-turn/"
    person = Person.objects.get(email="sam@example.org")
    assert person.name == "Sam Reed"
    assert not person.has_usable_password()
    assert visitor.is_signed_in()
    assert Event.objects.filter(verb="person.signed_up", actor=person.key).count() == 1


def test_a_known_address_takes_the_same_way_and_keeps_its_person(
    visitor: Any, another_visitor: Any, mails: Any
) -> None:
    known = PersonFactory(email="known@example.org", name="Known Person")
    faces = []
    for visit, email in ((visitor, "known@example.org"), (another_visitor, "sam@example.org")):
        answer = visit.client.post("/sign-up/", {"name": "Sam Reed", "email": email})
        words = mails.latest(email)
        code = mails.code(email)
        faces.append((answer.status_code, answer.url, words.subject.replace(code, ""), words.body.replace(code, "")))
    assert faces[0] == faces[1]
    visitor.client.post("/sign-up/code/", {"code": mails.code("known@example.org")})
    known.refresh_from_db()
    assert known.name == "Known Person"
    assert Person.objects.filter(email__iexact="known@example.org").count() == 1
    assert visitor.is_signed_in()


def test_three_wrong_codes_make_nobody(visitor: Any, mails: Any) -> None:
    visitor.client.post("/sign-up/", NEW)
    code = mails.code("sam@example.org")
    for _attempt in range(3):
        visitor.client.post("/sign-up/code/", {"code": "no"})
    visitor.client.post("/sign-up/code/", {"code": code})
    assert not Person.objects.filter(email="sam@example.org").exists()


def test_mistakes_say_what_to_do(visitor: Any) -> None:
    page = visitor.client.post("/sign-up/", {"name": "", "email": "sam"}).content.decode()
    assert "Enter your name" in page
    assert "like name@example.org" in page
    assert Mail.objects.count() == 0


def test_a_closed_site_lets_in_only_who_is_invited(visitor: Any, mails: Any, settings: Any) -> None:
    settings.SIGN_UP_OPEN = False
    assert "by invitation" in visitor.client.post("/sign-up/", NEW).content.decode()
    assert Mail.objects.count() == 0
    invite(email="sam@example.org", organisation=OrganisationFactory(), duty=Duty.STAFF, by=None)
    link = f"/invitations/{mails.token('sam@example.org')}/"
    assert "Sign in or sign up" in visitor.text(link)
    page = visitor.client.post("/sign-up/", {"name": "Eve", "email": "eve@example.org"}).content.decode()
    assert "Use the address to which your invitation was sent" in page
    visitor.client.post("/sign-up/", {**NEW, "next": link})
    answer = visitor.client.post("/sign-up/code/", {"code": mails.code("sam@example.org"), "next": link})
    assert answer.url == link
    assert visitor.is_signed_in()
