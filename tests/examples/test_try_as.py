"""Anybody can be one of the example people in a demo; elsewhere the addresses do not exist."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from equalterms.examples.vocabulary import Persona
from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Visibility


@pytest.mark.usefixtures("example_data")
def test_the_page_names_every_example_person_with_a_button() -> None:
    body = Client().get("/try-as/").content.decode()
    for slug in Persona.values:
        assert f'action="/try-as/{slug}/"' in body
    assert body.count("Try it as ") >= len(Persona.values)


@pytest.mark.usefixtures("example_data")
def test_the_page_names_no_group_that_is_not_public() -> None:
    body = Client().get("/try-as/").content.decode()
    hidden = Group.objects.exclude(visibility=Visibility.PUBLIC)
    assert hidden.exists()
    assert not [group.name for group in hidden if group.name in body]


@pytest.mark.usefixtures("example_data")
@pytest.mark.parametrize("slug", Persona.values)
def test_a_post_signs_in_as_that_person(slug: str) -> None:
    client = Client()
    response = client.post(f"/try-as/{slug}/", follow=True)
    assert response.status_code == 200
    assert response.wsgi_request.person.try_as == slug


@pytest.mark.usefixtures("example_data")
def test_a_get_signs_nobody_in_and_an_unknown_name_is_absent() -> None:
    client = Client()
    assert client.get("/try-as/member/").status_code == 405
    assert client.post("/try-as/somebody/").status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("example_data")
def test_on_a_real_site_it_looks_like_any_address_that_does_not_exist(settings: Any) -> None:
    settings.IS_DEMO, settings.EQUALTERMS_MODE = False, "production"
    client = Client()
    for method, address in (("get", "/try-as/"), ("get", "/try-as/member/"), ("post", "/try-as/member/")):
        response = getattr(client, method)(address)
        absent = getattr(client, method)("/try-as-not/")
        assert response.status_code == absent.status_code == 404
    assert "_auth_user_id" not in client.session
    assert reverse("examples:try_as") == "/try-as/"
