"""A site whose starting pages were never made still answers at its front door."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_the_front_page_is_never_broken() -> None:
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code in (200, 404)
    assert "<h1" in response.content.decode()
