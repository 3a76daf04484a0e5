"""Only editors and administrators come into the editors' rooms, as long as it is their duty."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from equalterms.hub.models import ContentPage, HomePage
from equalterms.ledger.models import Event
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty

OPENED, REFUSED, SENT_ON = 200, 403, 302


def test_somebody_unknown_is_sent_to_the_sites_own_sign_in(home: HomePage) -> None:
    for address in ("/editors/", "/editors/login/", "/editors/password_reset/", "/editors/pages/"):
        response = Client().get(address)
        assert response.status_code == SENT_ON
        assert response.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("duty", [Duty.MANAGER, Duty.FACILITATOR, Duty.FINANCE, Duty.APPROVER, Duty.STAFF])
def test_other_duties_do_not_open_the_door(
    home: HomePage, as_person: Callable[[Any], Client], somebody_with: Callable[..., Person], duty: str
) -> None:
    response = as_person(somebody_with(duty)).get("/editors/")
    assert response.status_code == REFUSED


@pytest.mark.parametrize(("duty", "role"), [(Duty.EDITOR, "Editors"), (Duty.ADMINISTRATOR, "Moderators")])
def test_editors_and_administrators_come_in_with_their_rights(
    home: HomePage, as_person: Callable[[Any], Client], somebody_with: Callable[..., Person], duty: str, role: str
) -> None:
    person = somebody_with(duty)
    client = as_person(person)
    for address in ("/editors/", f"/editors/pages/{home.pk}/edit/", "/editors/images/", "/editors/account/"):
        assert client.get(address).status_code == OPENED, address
    assert [group.name for group in person.groups.all()] == [role]
    assert Event.objects.filter(verb="editor.admitted", actor=person.key).count() == 1
    assert not person.is_superuser


def test_a_duty_that_has_ended_opens_nothing(
    home: HomePage, as_person: Callable[[Any], Client], somebody_with: Callable[..., Person]
) -> None:
    person = somebody_with(Duty.EDITOR)
    client = as_person(person)
    assert client.get("/editors/").status_code == OPENED
    person.affiliations.update(until=timezone.localdate() - timedelta(days=1))
    assert client.get("/editors/").status_code == REFUSED


def test_an_editor_writes_drafts_and_an_administrator_puts_them_on_the_site(
    home: HomePage, as_person: Callable[[Any], Client], somebody_with: Callable[..., Person]
) -> None:
    about = ContentPage.objects.get(slug="about")
    editor, administrator = somebody_with(Duty.EDITOR), somebody_with(Duty.ADMINISTRATOR)
    for person in (editor, administrator):
        as_person(person).get("/editors/")
    assert about.permissions_for_user(Person.objects.get(pk=editor.pk)).can_edit()
    assert not about.permissions_for_user(Person.objects.get(pk=editor.pk)).can_publish()
    assert about.permissions_for_user(Person.objects.get(pk=administrator.pk)).can_publish()
    assert about.get_workflow() is not None


def test_a_draft_is_seen_by_nobody_else(home: HomePage) -> None:
    about = ContentPage.objects.get(slug="about")
    about.title = "Not said yet"
    about.save_revision()
    assert b"Not said yet" not in Client().get("/about/").content


def test_an_editor_saves_a_draft_through_the_editors_rooms(
    home: HomePage, as_person: Callable[[Any], Client], somebody_with: Callable[..., Person]
) -> None:
    client = as_person(somebody_with(Duty.EDITOR))
    body = client.get(f"/editors/pages/add/hub/contentpage/{home.pk}/").content.decode()
    assert 'name="title"' in body
    posted = {
        "title": "Dates",
        "slug": "dates",
        "lead": "When we meet.",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    response = client.post(f"/editors/pages/add/hub/contentpage/{home.pk}/", posted)
    assert response.status_code == SENT_ON, response.content.decode()[:2000]
    assert not ContentPage.objects.get(slug="dates").live
