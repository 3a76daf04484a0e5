"""The pages with which a site begins are made once, and belong to the editors from then on."""

import pytest
from django.test import Client
from wagtail.models import Site

from equalterms.hub.actions.starting_pages import ensure_starting_pages
from equalterms.hub.models import BasePage, CasesPage, ContentPage, HomePage

ADDRESSES = ("/", "/about/", "/help/", "/accessibility/", "/privacy/", "/cases/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_new_site_has_its_pages(home: HomePage, address: str) -> None:
    response = Client().get(address)
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1
    assert b"None</a>" not in response.content


def test_a_second_start_makes_nothing(home: HomePage) -> None:
    before = BasePage.objects.count()
    assert ensure_starting_pages() == []
    assert BasePage.objects.count() == before


def test_a_start_never_touches_what_an_editor_wrote(home: HomePage) -> None:
    about = ContentPage.objects.get(slug="about")
    about.title, about.lead, about.body = "Our own words", "Ours.", []
    about.save_revision().publish()
    home.title = "Our front door"
    home.save_revision().publish()

    ensure_starting_pages()

    about.refresh_from_db()
    home.refresh_from_db()
    assert (about.title, about.lead, len(about.body)) == ("Our own words", "Ours.", 0)
    assert home.title == "Our front door"


def test_a_start_leaves_a_page_unpublished_that_an_editor_took_off(home: HomePage) -> None:
    ContentPage.objects.get(slug="about").unpublish()
    ensure_starting_pages()
    assert not ContentPage.objects.get(slug="about").live
    assert Client().get("/about/").status_code == 404


def test_a_page_of_which_there_is_one_is_not_made_again_at_another_address(home: HomePage) -> None:
    cases = CasesPage.objects.get()
    cases.slug = "where-it-comes-from"
    cases.save()
    ensure_starting_pages()
    assert CasesPage.objects.count() == 1


def test_a_page_that_is_missing_comes_back(home: HomePage) -> None:
    ContentPage.objects.get(slug="privacy").delete()
    assert [page.slug for page in ensure_starting_pages()] == ["privacy"]


def test_wagtails_welcome_page_is_gone_and_the_site_answers_for_any_host(home: HomePage) -> None:
    assert [page.specific_class for page in BasePage.get_first_root_node().get_children()] == [HomePage]
    assert Site.objects.get().root_page_id == home.pk
    assert Client().get("/", headers={"host": "127.0.0.1:8123"}).status_code == 200


def test_pages_take_no_posts(home: HomePage) -> None:
    assert Client().post("/about/").status_code == 405


def test_the_ladder_is_attributed_with_a_link(home: HomePage) -> None:
    body = Client().get("/about/").content.decode()
    assert 'href="https://www.thinklocalactpersonal.org.uk/"' in body
    assert "National Co-production Advisory Group" in body


def test_every_fact_of_the_cases_has_its_source(home: HomePage) -> None:
    facts = [fact for case in CasesPage.objects.get().cases for fact in case.value["facts"]]
    assert len(facts) > 25
    assert all(fact["fact"] and fact["source"] for fact in facts)


def test_links_within_a_page_lead_somewhere(home: HomePage) -> None:
    body = Client().get("/help/").content.decode()
    targets = {part.split('"')[0] for part in body.split('href="#')[1:]} - {""}
    assert len(targets) >= 6
    assert all(f'id="{target}"' in body for target in targets)
