"""One search over everything that one may see, and one's own data to take away."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.factories import (
    AccountFactory,
    AssessmentFactory,
    ChangeFactory,
    GroupFactory,
    OrganisationFactory,
    PersonFactory,
    PlanFactory,
    join,
)
from wagtail.search.index import insert_or_update_object

from equalterms.groups.models import Application
from equalterms.home.queries.search import found_by
from equalterms.hub.models.base import BasePage

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def titles(person: Any, asked: str) -> set[str]:
    return {str(each.title) for each in found_by(person, asked)}


def test_one_search_finds_groups_organisations_plans_and_changes() -> None:
    organisation = OrganisationFactory(name="Lantern Council")
    group = GroupFactory(name="Lantern panel", organisation=organisation)
    plan = PlanFactory(title="Lantern plan", organisation=organisation)
    change = AccountFactory(change=ChangeFactory(title="Lantern letters", plan=plan)).change
    assert {group.name, plan.title, change.title, organisation.name} <= titles(None, "lantern")


def test_hidden_things_are_neither_found_nor_counted(as_person: As) -> None:
    GroupFactory(name="Lantern preparation", private=True)
    PlanFactory(title="Lantern draft", draft=True)
    for person in (None, PersonFactory(), PersonFactory(is_superuser=True)):
        assert "Nothing found for “lantern”" in words(as_person(person).get("/search/?q=lantern"))


def test_members_find_their_private_group(as_person: As) -> None:
    group = GroupFactory(name="Lantern preparation", private=True)
    page = words(as_person(join(group)).get("/search/?q=lantern"))
    assert "1 thing found for “lantern”" in page
    assert f"/groups/{group.key}/" in page


def test_the_page_shows_what_it_looked_for_and_opens_empty(as_person: As) -> None:
    client = as_person(None)
    assert 'value="no such thing"' in words(client.get("/search/?q=no+such+thing"))
    for nothing in ("/search/", "/search/?q=", "/search/?q=+++"):
        assert "found for" not in words(client.get(nothing))


@pytest.mark.parametrize("asked", ["%00", "%25", "_", "'", "x" * 101, "a " * 40, "%F0%9F%91%8D", '"', "--", "AND", "*"])
def test_strange_words_break_nothing(as_person: As, asked: str) -> None:
    assert as_person(None).get(f"/search/?q={asked}").status_code == 200


def test_ones_own_data_come_as_a_file_with_every_room_in_it(as_person: As) -> None:
    group = GroupFactory(name="Lantern panel")
    person = join(group)
    Application.objects.create(group=GroupFactory(), person=person, capacity="carer", why="My brother.")
    AssessmentFactory(person=person, words="We were told.")
    response = as_person(person).get("/me/data/")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="my-data-')
    assert "no-store" in response.headers["Cache-Control"]
    content = json.loads(response.content)
    assert content["people"]["person"]["email"] == person.email
    assert content["groups"]["seats"][0]["group"] == "Lantern panel"
    assert content["groups"]["applications"][0]["why"] == "My brother."
    assert "We were told." in json.dumps(content["plans"])


def test_the_data_are_ones_own_and_nobody_elses(as_person: As) -> None:
    person, other = PersonFactory(), PersonFactory(name="Somebody Else")
    join(GroupFactory(), person=other)
    AssessmentFactory(person=other, words="SECRET")
    text = as_person(person).get("/me/data/").content.decode()
    assert "Somebody Else" not in text
    assert "SECRET" not in text
    assert as_person(None).get("/me/data/").status_code == 302


def test_a_supporter_does_not_take_the_persons_data_away(as_person: As, monkeypatch: pytest.MonkeyPatch) -> None:
    person = PersonFactory()
    monkeypatch.setattr(type(person), "entered_by", PersonFactory())
    assert as_person(person).get("/me/data/").status_code == 403


def test_published_pages_are_found_and_drafts_are_not() -> None:
    root = BasePage.objects.get(depth=2)
    for title, live in (("Lantern help", True), ("Lantern draft", False)):
        page = BasePage(title=title, lead="How the lantern works.", live=live)
        root.add_child(instance=page)
        insert_or_update_object(page)
    assert titles(None, "lantern") == {"Lantern help"}
    assert titles(PersonFactory(is_superuser=True), "lantern") == {"Lantern help"}


def test_people_are_never_found() -> None:
    join(GroupFactory(), person=PersonFactory(name="Lantern Bearer"))
    assert titles(PersonFactory(), "lantern") == set()
