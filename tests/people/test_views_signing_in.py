"""Signing in by a code: the whole way, and the ways in which it must fail."""

import time
from typing import Any

import pytest
from django.conf import settings
from tests.factories import PersonFactory

from equalterms.people.models import Mail

pytestmark = pytest.mark.django_db


def test_a_person_signs_in_with_the_code_that_was_sent(visitor: Any) -> None:
    person = PersonFactory()
    answer = visitor.ask_for_code(person.email)
    assert answer.url == "/sign-in/code/"
    assert person.email in visitor.text("/sign-in/code/")
    assert not visitor.is_signed_in()
    answer = visitor.sign_in(person)
    assert (answer.status_code, answer.url) == (302, "/your-turn/")
    assert visitor.is_signed_in()


def test_the_address_may_be_typed_in_any_case(visitor: Any, mails: Any) -> None:
    person = PersonFactory(email="mixed.case@example.org")
    visitor.ask_for_code("Mixed.Case@example.org")
    code = mails.code("Mixed.Case@example.org")
    assert visitor.client.post("/sign-in/code/", {"code": f" {code.replace('-', ' ')} "}).status_code == 302
    assert visitor.is_signed_in()
    assert person.email == "mixed.case@example.org"


def test_three_wrong_codes_end_the_try_and_the_right_one_no_longer_works(visitor: Any, mails: Any) -> None:
    person = PersonFactory()
    visitor.ask_for_code(person.email)
    code = mails.code(person.email)
    wrong = "0000-0000" if code != "0000-0000" else "1111-1111"
    for _attempt in range(2):
        answer = visitor.client.post("/sign-in/code/", {"code": wrong})
        assert answer.status_code == 200
        assert "not the code we sent" in answer.content.decode()
    answer = visitor.client.post("/sign-in/code/", {"code": wrong}, follow=True)
    assert "wrong three times" in answer.content.decode()
    visitor.client.post("/sign-in/code/", {"code": code})
    assert not visitor.is_signed_in()


def test_a_code_runs_out(visitor: Any, mails: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person = PersonFactory()
    visitor.ask_for_code(person.email)
    later = time.time() + settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT + 1
    monkeypatch.setattr(time, "time", lambda: later)
    answer = visitor.client.post("/sign-in/code/", {"code": mails.code(person.email)}, follow=True)
    assert "run out" in answer.content.decode()
    assert not visitor.is_signed_in()


def test_a_new_code_replaces_the_one_before(visitor: Any, mails: Any) -> None:
    person = PersonFactory()
    visitor.ask_for_code(person.email)
    first = mails.code(person.email)
    visitor.client.post("/sign-in/code/", {"action": "resend"})
    second = mails.code(person.email)
    assert first != second
    assert visitor.client.post("/sign-in/code/", {"code": first}).status_code == 200
    assert visitor.client.post("/sign-in/code/", {"code": second}).status_code == 302


def test_a_known_and_an_unknown_address_look_alike(visitor: Any, another_visitor: Any) -> None:
    PersonFactory(email="known@example.org")
    faces = []
    for visit, email in ((visitor, "known@example.org"), (another_visitor, "nobody@example.org")):
        asked = visit.ask_for_code(email)
        shown = visit.text("/sign-in/code/").replace(email, "ADDRESS")
        wrong = visit.client.post("/sign-in/code/", {"code": "1"}).content.decode().replace(email, "ADDRESS")
        faces.append(
            (asked.status_code, asked.url, _plain(shown), _plain(wrong), Mail.objects.filter(to=email).count())
        )
    assert faces[0] == faces[1]


def test_a_person_who_was_closed_out_looks_like_an_unknown_address(visitor: Any) -> None:
    person = PersonFactory(is_active=False)
    visitor.ask_for_code(person.email)
    assert "not known here" in Mail.objects.get(to=person.email).body


def test_nobody_can_ask_for_codes_to_one_address_without_end(visitor: Any, another_visitor: Any) -> None:
    person = PersonFactory()
    for _request in range(4):
        visitor.ask_for_code(person.email)
    refused = another_visitor.ask_for_code(person.email)
    assert refused.status_code == 200
    assert Mail.objects.filter(to=person.email).count() == 4


def test_many_people_behind_one_network_address_can_sign_in(visitor: Any, another_visitor: Any) -> None:
    people = PersonFactory.create_batch(25)
    for person in people:
        assert visitor.ask_for_code(person.email).status_code == 302


def test_the_limit_cannot_be_passed_by_claiming_other_network_addresses(visitor: Any) -> None:
    person = PersonFactory()
    for number in range(5):
        visitor.client.post("/sign-in/", {"login": person.email}, headers={"x-forwarded-for": f"10.0.0.{number}"})
    assert Mail.objects.filter(to=person.email).count() == 4


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(visitor: Any, target: str) -> None:
    answer = visitor.sign_in(PersonFactory(), next=target)
    assert answer.url == "/your-turn/"


def test_signing_in_leads_back_to_the_page_that_asked_for_it(visitor: Any) -> None:
    asked = visitor.client.get("/me/needs/")
    assert asked.url == "/sign-in/?next=/me/needs/"
    person = PersonFactory()
    answer = visitor.ask_for_code(person.email, next="/me/needs/")
    assert answer.url == "/sign-in/code/?next=%2Fme%2Fneeds%2F"
    assert visitor.sign_in(person, next="/me/needs/").url == "/me/needs/"


def test_signing_out_asks_first_and_then_takes_effect(visitor: Any) -> None:
    visitor.sign_in(PersonFactory())
    assert "Do you want to sign out" in visitor.text("/sign-out/")
    assert visitor.is_signed_in()
    visitor.client.post("/sign-out/")
    assert not visitor.is_signed_in()


def test_no_page_asks_for_a_password(visitor: Any) -> None:
    for url in ("/sign-in/", "/sign-up/"):
        assert 'type="password"' not in visitor.text(url)
    for url in ("/password/reset/", "/accounts/password/reset/", "/accounts/login/", "/accounts/signup/"):
        assert visitor.client.get(url).status_code == 404


def _plain(page: str) -> str:
    """Return a page without its token against forged forms."""
    parts = page.split('name="csrfmiddlewaretoken" value="')
    return parts[0] + "".join(part.split('"', 1)[1] for part in parts[1:])
