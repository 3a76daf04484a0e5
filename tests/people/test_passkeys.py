"""Passkeys: listed, renamed, removed with a warning; never taken from somebody else's hand."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from tests.factories import PersonFactory

from equalterms.ledger.models import Event
from equalterms.people.actions.showing import EXAMPLE_CREDENTIAL, show_ways_in
from equalterms.people.models import Person

pytestmark = pytest.mark.django_db
MADE_UP = '{"id": 1}'
HALF = '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "MQ", "clientDataJSON": "e30"}}'


@pytest.fixture
def sam(visitor: Any) -> Person:
    person = PersonFactory(try_as="member")
    visitor.sign_in(person)
    return person


def test_a_passkey_is_listed_renamed_and_removed_after_asking(visitor: Any, sam: Person, mails: Any) -> None:
    passkey = show_ways_in(person=sam, by=None)
    assert "My phone" in visitor.text("/me/passkeys/")
    visitor.client.post(f"/me/passkeys/{passkey.pk}/name/", {"name": "Old phone"})
    assert "remove the passkey “Old phone”" in visitor.text(f"/me/passkeys/{passkey.pk}/remove/")
    assert Authenticator.objects.exists()
    visitor.client.post(f"/me/passkeys/{passkey.pk}/remove/")
    assert not Authenticator.objects.exists()
    assert "A passkey was removed" in mails.latest(sam.email).subject
    assert Event.objects.filter(verb="passkey.removed", actor=sam.key).exists()


def test_who_has_a_passkey_can_still_sign_in_by_code(visitor: Any, another_visitor: Any, sam: Person) -> None:
    show_ways_in(person=sam, by=None)
    assert another_visitor.sign_in(sam).url == "/your-turn/"
    assert another_visitor.is_signed_in()


def test_an_answer_to_another_question_adds_nothing(visitor: Any, sam: Person) -> None:
    assert "Make a passkey on this device" in visitor.text("/me/passkeys/add/")
    answer = {"name": "Mine", "credential": json.dumps(EXAMPLE_CREDENTIAL)}
    page = visitor.client.post("/me/passkeys/add/", answer, follow=True).content.decode()
    assert "The passkey was not added" in page
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", ["", "null", "{}", "[]", "not json", MADE_UP, HALF, '"text"', "7"])
def test_broken_answers_are_refused_calmly(visitor: Any, another_visitor: Any, sam: Person, credential: str) -> None:
    visitor.client.get("/me/passkeys/add/")
    assert visitor.client.post("/me/passkeys/add/", {"credential": credential}).status_code == 302
    another_visitor.client.get("/sign-in/passkey/", headers={"accept": "application/json"})
    assert another_visitor.client.post("/sign-in/passkey/", {"credential": credential}).status_code == 302
    assert not another_visitor.is_signed_in()


def test_a_passkey_belongs_to_one_person(another_visitor: Any, sam: Person) -> None:
    passkey = show_ways_in(person=sam, by=None)
    another_visitor.sign_in(PersonFactory())
    for verb in ("name", "remove"):
        assert another_visitor.client.get(f"/me/passkeys/{passkey.pk}/{verb}/").status_code == 404
        assert another_visitor.client.post(f"/me/passkeys/{passkey.pk}/{verb}/").status_code == 404
