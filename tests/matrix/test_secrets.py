"""Nothing on the site tells of a private thing to those who may not know of it: no page, list, count, search, feed,
export, API answer or log.

Each example person opens everything twice, before and after private things were added of which they may not know.
The two must be the same to the letter.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from unittest import mock

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.matrix.access import body_of, differing_lines, face_of
from tests.matrix.secrets import SECRETS, SHARED_WORD, Secret

from equalterms.examples.pages import example_addresses
from equalterms.examples.routes import get_routes
from equalterms.examples.vocabulary import EVERY_SLUG
from equalterms.ledger.keys import new_key

pytestmark = [pytest.mark.usefixtures("example_data"), pytest.mark.sweep]
Undo = Callable[[], AbstractContextManager[None]]
LOOKED_FOR_IN = (
    "/search/?q={}",
    "/record/?q={}",
    "/record.csv?q={}",
    "/record.json?q={}",
    "/api/v1/accounts?words={}",
    "/groups/?words={}",
    "/plans/?q={}",
    "/organisations/?q={}",
)


def everything(client: Client, addresses: list[str]) -> dict[str, tuple[int, str]]:
    """Return status and text of each address, as this person sees it."""
    found = {}
    for url in addresses:
        cache.clear()
        response = client.get(url)
        found[url] = (response.status_code, body_of(response))
    return found


@pytest.fixture(scope="module")
def addresses(example_data: None) -> list[str]:
    """Every example address, and every search for the word that all secrets share."""
    searches = [query.format(SHARED_WORD) for query in LOOKED_FOR_IN]
    return [*dict.fromkeys(address.url for address in example_addresses()), *searches]


@pytest.mark.parametrize("slug", EVERY_SLUG)
def test_private_things_make_no_difference_to_those_who_may_not_know(
    slug: str, visitors: dict[str, Client], addresses: list[str], undo: Undo, caplog: pytest.LogCaptureFixture
) -> None:
    secrets = [secret for secret in SECRETS if slug in secret.hidden_from]
    caplog.set_level(logging.INFO)
    with mock.patch.object(timezone, "now", return_value=timezone.now()):
        with undo():
            before = everything(visitors[slug], addresses)
        with undo():
            for secret in secrets:
                secret.add()
            caplog.clear()
            after = everything(visitors[slug], addresses)
    told = [f"the log tells of {secret.what}" for secret in secrets if secret.word in caplog.text]
    for url, (status, text) in after.items():
        if (status, text) != before[url]:
            told.append(f"{slug} {url}: {difference(before[url], (status, text), secrets)}")
    assert not told, "\n".join([f"{len(told)} pages differ", *told[:40]])


def difference(before: tuple[int, str], after: tuple[int, str], secrets: list[Secret]) -> str:
    named = [secret.what for secret in secrets if secret.word in after[1]]
    return (
        f"{before[0]} then {after[0]}; tells {', '.join(named) or 'something'}: {differing_lines(before[1], after[1])}"
    )


@pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: secret.what)
def test_no_address_tells_a_private_key_from_one_that_does_not_exist(
    secret: Secret, visitors: dict[str, Client], undo: Undo
) -> None:
    watchers = [slug for slug in ("administrator", "outsider", "manager") if slug in secret.hidden_from][:2]
    routes = [route.name for route in get_routes() if route.arguments == {"key"}]
    told_apart = []
    with undo():
        thing = secret.add()
        nothing = new_key()
        for slug in watchers:
            for route in routes:
                faces = []
                for key in (thing.key, nothing) if hasattr(thing, "key") else ():
                    response = visitors[slug].get(reverse(route, kwargs={"key": key}))
                    faces.append(face_of(response, thing.key, nothing))
                if faces and faces[0] != faces[1]:
                    told = differing_lines(faces[0][4], faces[1][4])
                    told_apart.append(f"{route} as {slug}: {faces[0][:4]} / {faces[1][:4]}: {told}")
    assert not told_apart, "\n".join(told_apart)
