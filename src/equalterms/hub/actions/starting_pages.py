"""Puts the starting pages on a new site, once. What an editor has written is never touched."""

import json
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Site

from equalterms.hub.actions.editors import ensure_editing_roles
from equalterms.hub.models import BasePage, HomePage
from equalterms.hub.starting import HOME, UNDER_HOME
from equalterms.hub.starting.writing import StartingPage

PORTS = {"http": 80, "https": 443}


@transaction.atomic
def ensure_starting_pages() -> list[BasePage]:
    """Make sure that the site has its home page and the pages that it must have. Return those that were made now.

    Safe to call at every start: a page that exists, published or not, stays as it is, wherever its address.
    """
    ensure_editing_roles()
    made: list[BasePage] = []
    home = HomePage.objects.first()
    if home is None:
        home = _make_home()
        made.append(home)
    ensure_site(home)
    there = set(home.get_children().values_list("slug", flat=True))
    kinds_there = {type(page)._meta.object_name for page in home.get_children().specific()}
    for starting in UNDER_HOME:
        one_of_its_kind = starting.model != "ContentPage" and starting.model in kinds_there
        if starting.slug not in there and not one_of_its_kind:
            made.append(_published(home.add_child(instance=_filled(starting))))
    return made


def ensure_site(home: HomePage) -> Site:
    """Make sure that Wagtail serves our home page, for whatever host. Runs inside setting up the site."""
    address = urlsplit(settings.SITE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    due = {
        "hostname": address.hostname or "localhost",
        "port": address.port or PORTS.get(address.scheme, 80),
        "root_page_id": home.pk,
        "site_name": settings.SITE_NAME,
    }
    if any(getattr(site, name) != value for name, value in due.items()):
        for name, value in due.items():
            setattr(site, name, value)
        site.save()
    return site


def _make_home() -> HomePage:
    """Make the home page, in the place of Wagtail's own welcome page if that still stands untouched."""
    root = BasePage.get_first_root_node()
    welcome = root.get_children().filter(slug=HOME.slug).first()
    home = _filled(HOME)
    if welcome is None:
        return _published(root.add_child(instance=home))
    home.slug = f"{HOME.slug}-new"
    root.add_child(instance=home)
    ensure_site(home)
    if welcome.specific_class is BasePage and welcome.latest_revision_id is None:
        welcome.delete()
        home.slug = HOME.slug
    return _published(home)


def _filled(starting: StartingPage) -> Any:
    model = apps.get_model("hub", starting.model)
    page = model(
        title=starting.title, slug=starting.slug, lead=starting.lead, search_description=starting.search_description
    )
    for name, pieces in starting.streams.items():
        setattr(page, name, model._meta.get_field(name).to_python(json.dumps(pieces)))
    return page


def _published(page: Any) -> Any:
    """Publish with a revision, so that editors find the first words in the page's history."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page
