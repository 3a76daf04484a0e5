"""A demo and a real site are kept apart, and a first start is fast."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from tests.factories import PersonFactory

from equalterms.ledger.actions import begin_demo
from equalterms.ledger.models import Event
from equalterms.ledger.queries import is_demo
from equalterms.site import mode, preparing, template


@pytest.fixture
def run_as(settings: Any) -> Any:
    def choose(name: str) -> None:
        settings.EQUALTERMS_MODE = name
        settings.IS_DEMO = name == "demo"

    return choose


@pytest.mark.django_db
def test_a_database_with_real_people_refuses_to_be_a_demo(run_as: Any) -> None:
    PersonFactory()
    run_as("demo")
    with pytest.raises(ImproperlyConfigured, match="holds real people"):
        mode.check_mode()
    with pytest.raises(ImproperlyConfigured, match="holds real people"):
        preparing.ensure_demo()
    assert not is_demo()


@pytest.mark.django_db
def test_a_demo_refuses_to_be_a_real_site(run_as: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_demo(by=None)
    PersonFactory()
    run_as("production")
    with pytest.raises(ImproperlyConfigured, match="begun as a demo"):
        mode.check_mode()
    monkeypatch.setenv(mode.ACKNOWLEDGED, "yes")
    mode.check_mode()
    run_as("demo")
    mode.check_mode()


@pytest.mark.django_db
def test_a_real_site_starts_as_one(run_as: Any) -> None:
    run_as("production")
    mode.check_mode()
    PersonFactory()
    mode.check_mode()
    assert not is_demo()


@pytest.mark.django_db
def test_an_empty_database_is_marked_as_a_demo_once_and_for_good() -> None:
    first = begin_demo(by=None)
    assert begin_demo(by=None) == first
    assert Event.objects.count() == 1
    assert is_demo()


@pytest.mark.django_db
def test_the_database_of_the_tests_is_at_this_version() -> None:
    assert mode.is_prepared()
    assert preparing.pending_migrations() == []


@pytest.mark.django_db
def test_the_shipped_database_was_made_from_the_migrations_that_stand_here() -> None:
    assert template.shipped_digest() == template.migrations_digest(), "The shipped database is stale: make template"


@pytest.mark.django_db
def test_a_stale_shipped_database_is_left_alone(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site.sqlite3"
    monkeypatch.setattr(template, "migrations_digest", lambda: "of another day")
    assert not template.unpack(target)
    assert list(tmp_path.iterdir()) == []
