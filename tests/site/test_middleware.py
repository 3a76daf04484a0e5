"""What stands around every answer: health, whom the site believes, and what a browser may load."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from tests.factories import AffiliationFactory

from equalterms.site.middleware import EDITORS_POLICY, POLICY, TrustedProxy

AsPerson = Callable[[Any], Client]


@pytest.mark.django_db
def test_health_says_well_and_nothing_more() -> None:
    answer = Client().get("/health/", headers={"host": "10.1.2.3"})
    assert (answer.status_code, answer.content) == (200, b"well\n")


@pytest.mark.django_db
def test_health_says_not_well_without_saying_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError("password of db.example.org is wrong")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = Client().get("/health/")
    assert (answer.status_code, answer.content) == (503, b"not well\n")


def seen_by_the_site(trusted: list[str], **meta: str) -> dict[str, Any]:
    request = RequestFactory().get("/", **meta)
    with override_settings(TRUSTED_PROXIES=trusted):
        TrustedProxy(lambda request: HttpResponse())(request)
    return request.META


def test_a_stranger_cannot_say_from_where_they_come() -> None:
    meta = seen_by_the_site(
        [], REMOTE_ADDR="203.0.113.9", HTTP_X_FORWARDED_FOR="127.0.0.1", HTTP_X_FORWARDED_PROTO="https"
    )
    assert meta["REMOTE_ADDR"] == "203.0.113.9"
    assert "HTTP_X_FORWARDED_PROTO" not in meta
    assert "HTTP_X_FORWARDED_FOR" not in meta


def test_a_stranger_is_not_believed_though_a_proxy_is() -> None:
    meta = seen_by_the_site(["10.0.0.2"], REMOTE_ADDR="203.0.113.9", HTTP_X_FORWARDED_FOR="127.0.0.1")
    assert meta["REMOTE_ADDR"] == "203.0.113.9"


def test_the_named_proxy_is_believed_for_what_it_saw_itself() -> None:
    meta = seen_by_the_site(
        ["10.0.0.2"],
        REMOTE_ADDR="10.0.0.2",
        HTTP_X_FORWARDED_FOR="127.0.0.1, 203.0.113.9",
        HTTP_X_FORWARDED_PROTO="https",
    )
    assert meta["REMOTE_ADDR"] == "203.0.113.9"
    assert meta["HTTP_X_FORWARDED_PROTO"] == "https"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/ledger/", "/nothing-here/", "/editors/", "/editors/nothing/"])
def test_readers_pages_load_nothing_inline_and_nothing_from_elsewhere(address: str) -> None:
    policy = Client().get(address).headers["Content-Security-Policy"]
    assert policy == POLICY
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.django_db
def test_only_editors_get_the_editors_policy(as_person: AsPerson) -> None:
    editor = AffiliationFactory(duty="editor").person
    outsider = AffiliationFactory(duty="staff").person
    assert as_person(editor).get("/editors/").headers["Content-Security-Policy"] == EDITORS_POLICY
    assert as_person(editor).get("/ledger/").headers["Content-Security-Policy"] == POLICY
    refused = as_person(outsider).get("/editors/")
    assert refused.status_code in (302, 403, 404)
    assert refused.headers["Content-Security-Policy"] == POLICY


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["login/", "password_reset/", "users/", "users/add/", "groups/"])
def test_the_editors_rooms_have_no_passwords_and_no_administration_of_people(as_person: AsPerson, address: str) -> None:
    administrator = AffiliationFactory(duty="administrator").person
    answer = as_person(administrator).get(f"/editors/{address}")
    page = answer.content.decode()
    assert answer.status_code in (302, 403, 404)
    assert 'type="password"' not in page


@pytest.mark.django_db
def test_the_editors_rooms_ask_nobody_else_for_anything(as_person: AsPerson) -> None:
    editor = AffiliationFactory(duty="editor").person
    page = as_person(editor).get("/editors/").content.decode()
    for elsewhere in ("gravatar", "releases.wagtail", 'src="http', 'href="//'):
        assert elsewhere not in page


@pytest.mark.django_db
def test_search_engines_stay_out_of_the_editors_rooms_and_of_a_demo() -> None:
    assert b"Disallow: /editors/" in Client().get("/robots.txt").content
    with override_settings(IS_DEMO=True):
        answer = Client().get("/robots.txt")
    assert b"Disallow: /\n" in answer.content
    assert "noindex" in answer.headers["X-Robots-Tag"]


@pytest.mark.django_db
def test_whoever_finds_a_weakness_learns_whom_to_tell() -> None:
    with override_settings(SECURITY_CONTACT="mailto:safe@example.org"):
        answer = Client().get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:safe@example.org\n" in answer
    assert "Expires: 2" in answer


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/record/?q=a%00b&organisation=%00", "/groups/?words=%%0000", "/search/?q=%00"])
def test_zero_bytes_after_the_question_mark_are_left_out(address: str) -> None:
    assert Client().get(address).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/groups/a%00b/", "/organisations/%00/", "/pictures/%00/", "/a%00b/"])
def test_an_address_with_a_zero_byte_leads_nowhere(address: str) -> None:
    assert Client().get(address).status_code == 404
