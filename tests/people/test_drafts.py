"""What people type survives: an ended session, a stale page; and comes back to nobody but them."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from tests.factories import PersonFactory

from equalterms.people.drafts import KEPT_FOR, LARGEST_DRAFT, clear_old_drafts
from equalterms.people.models import Draft

pytestmark = pytest.mark.django_db
TEXT = {"name": "Sam “the reader” Reed", "address_as": "Sam\nor Samuel"}


def session_runs_out() -> None:
    Session.objects.all().delete()


def test_text_sent_after_the_session_ended_is_back_after_signing_in(visitor: Any) -> None:
    person = PersonFactory()
    visitor.sign_in(person)
    session_runs_out()
    answer = visitor.client.post("/me/name/", {**TEXT, "csrfmiddlewaretoken": "secret"})
    assert answer.url == "/sign-in/?next=/me/name/"
    assert "csrfmiddlewaretoken" not in Draft.objects.get().fields
    assert visitor.sign_in(person, next="/me/name/").url == "/me/name/"
    page = visitor.client.get("/me/name/")
    assert page.context["form"]["name"].value() == TEXT["name"]
    assert "Sam “the reader” Reed" in page.content.decode()
    assert "We kept what you wrote" in page.content.decode()
    visitor.client.post("/me/name/", TEXT)
    person.refresh_from_db()
    assert person.name == TEXT["name"]
    assert not Draft.objects.exists()
    assert "We kept what you wrote" not in visitor.text("/me/name/")


def test_somebody_else_at_the_same_browser_does_not_get_it(visitor: Any) -> None:
    first, second = PersonFactory(), PersonFactory()
    visitor.sign_in(first)
    session_runs_out()
    visitor.client.post("/me/name/", TEXT)
    visitor.sign_in(second)
    page = visitor.text("/me/name/")
    assert "the reader" not in page
    assert "We kept" not in page
    visitor.client.post("/sign-out/")
    visitor.sign_in(first)
    assert "the reader" in visitor.text("/me/name/")


def test_the_same_person_at_another_browser_does_not_get_what_was_never_claimed(
    visitor: Any, another_visitor: Any
) -> None:
    person = PersonFactory()
    visitor.client.post("/me/name/", TEXT)
    another_visitor.sign_in(person)
    assert "the reader" not in another_visitor.text("/me/name/")


def test_a_signed_in_person_finds_their_draft_on_every_device(visitor: Any, another_visitor: Any) -> None:
    person = PersonFactory()
    visitor.sign_in(person)
    assert visitor.client.post("/me/drafts/keep/", {"kept_path": "/me/name/", **TEXT}).status_code == 204
    another_visitor.sign_in(person)
    assert "the reader" in another_visitor.text("/me/name/")
    stranger = Client()
    stranger.force_login(PersonFactory())
    assert "the reader" not in stranger.get("/me/name/").content.decode()
    draft = Draft.objects.get()
    assert stranger.post(f"/me/drafts/{draft.key}/forget/").status_code == 404


def test_choices_come_back_as_they_were_left(visitor: Any) -> None:
    visitor.sign_in(PersonFactory())
    visitor.client.post(
        "/me/drafts/keep/", {"kept_path": "/me/needs/format/", "chosen": ["braille_2", "audio"], "words": "Slowly."}
    )
    form = visitor.client.get("/me/needs/format/").context["form"]
    assert sorted(form["chosen"].value()) == ["audio", "braille_2"]
    page = visitor.text("/me/needs/format/")
    assert page.count(" checked") == 2


def test_a_draft_is_thrown_away_by_its_person_or_after_thirty_days(visitor: Any) -> None:
    visitor.sign_in(PersonFactory())
    visitor.client.post("/me/drafts/keep/", {"kept_path": "/me/name/", **TEXT})
    assert "Go on with the form" in visitor.text("/me/")
    visitor.client.post(f"/me/drafts/{Draft.objects.get().key}/forget/")
    assert not Draft.objects.exists()
    visitor.client.post("/me/drafts/keep/", {"kept_path": "/me/name/", **TEXT})
    Draft.objects.update(saved_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    assert "the reader" not in visitor.text("/me/name/")
    assert clear_old_drafts() == 1


@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "", "x" * 400])
def test_only_pages_of_this_site_keep_drafts(visitor: Any, path: str) -> None:
    visitor.sign_in(PersonFactory())
    assert visitor.client.post("/me/drafts/keep/", {"kept_path": path, **TEXT}).status_code == 400
    assert not Draft.objects.exists()


def test_too_much_text_is_not_kept(visitor: Any) -> None:
    visitor.sign_in(PersonFactory())
    too_much = {"kept_path": "/me/name/", "name": "x" * (LARGEST_DRAFT + 1)}
    assert visitor.client.post("/me/drafts/keep/", too_much).status_code == 400


def test_odd_characters_do_not_break_keeping(visitor: Any) -> None:
    visitor.sign_in(PersonFactory())
    odd = {"kept_path": "/me/name/", "name": "a\0b \u202eright to left \U0001f600"}
    assert visitor.client.post("/me/drafts/keep/", odd).status_code == 204
    assert "ab \u202eright to left \U0001f600" in visitor.text("/me/name/")


class TestStalePage:
    """A post whose token against forged forms is stale."""

    @pytest.fixture
    def strict(self) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(PersonFactory(name="Before"))
        return client

    def test_text_is_shown_again_to_be_sent_once_more(self, strict: Client) -> None:
        answer = strict.post("/me/name/", {**TEXT, "csrfmiddlewaretoken": "x" * 64}, headers=SAME)
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "Please send it once more" in page
        assert "Nothing has been sent yet, and nothing is lost" in page
        assert 'action="/me/name/"' in page
        assert 'value="Sam “the reader” Reed"' in page
        token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        strict.cookies["csrftoken"] = answer.cookies["csrftoken"].value
        again = strict.post("/me/name/", {**TEXT, "csrfmiddlewaretoken": token}, headers=SAME)
        assert again.status_code == 302

    @pytest.mark.parametrize(
        "headers",
        [
            {"sec-fetch-site": "cross-site"},
            {"origin": "https://evil.example"},
            {"referer": "https://evil.example/x"},
            {},
        ],
    )
    def test_text_from_another_site_is_not_offered_for_sending(self, strict: Client, headers: dict[str, str]) -> None:
        answer = strict.post("/me/name/", TEXT, headers=headers)
        assert answer.status_code == 403
        assert "the reader" not in answer.content.decode()


SAME = {"sec-fetch-site": "same-origin"}
