"""Nothing that somebody types, as a name, an answer or an address, breaks a page or is carried out by a browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.test import Client
from tests.matrix.access import ask, body_of

from equalterms.examples.pages import example_addresses
from equalterms.examples.vocabulary import EVERY_SLUG

pytestmark = [pytest.mark.usefixtures("example_data"), pytest.mark.sweep]
Undo = Callable[[], AbstractContextManager[None]]
ROOMS = ("people", "groups", "plans")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
CARRIED_OUT = re.compile(r"<script>alert\(1\)|<img src=x onerror", re.IGNORECASE)
LEFT_ALONE = {"key", "slug", "digest", "token_digest", "password", "session_key", "try_as", "browser", "path", "page"}
READERS = ("anonymous", "member", "manager", "chair", "administrator")
JUNK = {
    "nothing": "",
    "zero byte": "a\0b",
    "very long": "x" * 50_000,
    "half a character": "\ud83d",
    "backwards": "\u202eexe.fdp",
    "huge number": "9" * 400,
    "negative": "-1",
    "no number": "NaN",
    "markup": HOSTILE,
    "database words": "'; DROP TABLE people_person; --",
    "path": "../../../etc/passwd",
    "template": "{{ 7|add:7 }}{% load static %}",
}
FORM = "application/x-www-form-urlencoded"
NOT_SENT = ("csrfmiddlewaretoken",)


def fields_of_text() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Yield every field that holds words which somebody typed."""
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            for field in model._meta.concrete_fields:
                typed = isinstance(field, models.CharField | models.TextField) and not field.choices
                special = isinstance(field, models.EmailField | models.URLField | models.SlugField | models.FileField)
                if typed and not special and field.name not in LEFT_ALONE:
                    yield model, field


def make_hostile() -> int:
    """Put markup into every name and text of the example data; return how many fields took it."""
    taken = 0
    for model, field in fields_of_text():
        words = Concat(Value(HOSTILE), Substr(F(field.name), 1, 40), output_field=models.TextField())
        try:
            with transaction.atomic():
                wanted = words if not field.max_length else Substr(words, 1, field.max_length)
                model.objects.update(**{field.name: wanted})
            taken += 1
        except DatabaseError:  # frozen, or too many alike: the others are enough
            continue
    return taken


@pytest.mark.parametrize("slug", READERS)
def test_markup_in_names_and_texts_is_shown_and_never_carried_out(
    slug: str, visitors: dict[str, Client], undo: Undo
) -> None:
    addresses = {address.url for address in example_addresses()}
    found = []
    with undo():
        assert make_hostile() > 20
        for url in sorted(addresses):
            response = visitors[slug].get(url)
            kind = response.headers.get("Content-Type", "")
            if response.status_code >= 500:
                found.append(f"{url}: {response.status_code}")
            elif "html" in kind or "xml" in kind:
                found += [f"{url}: {hit.group()}" for hit in CARRIED_OUT.finditer(body_of(response))][:1]
    assert not found, "\n".join(found)


def fields_on(page: str) -> set[str]:
    return set(re.findall(r'<(?:input|select|textarea|button)\b[^>]*\bname="([^"]+)"', page)) - set(NOT_SENT)


@pytest.mark.parametrize("slug", EVERY_SLUG)
def test_no_form_breaks_under_junk(slug: str, visitors: dict[str, Client], undo: Undo) -> None:
    broke, sent = [], 0
    client = visitors[slug]
    for url in dict.fromkeys(address.url for address in example_addresses()):
        with undo():
            response = client.get(url)
            if response.status_code != 200 or "html" not in response.headers.get("Content-Type", ""):
                continue
            page = body_of(response)
        for action, form in forms_of(page, url):
            for what, junk in JUNK.items():
                body = urlencode(dict.fromkeys(fields_on(form), junk.encode("utf-8", "surrogatepass")))
                with undo():
                    status = ask(client, "POST", action, body, content_type=FORM).status_code
                sent += 1
                if status >= 500:
                    broke.append(f"{slug} {action} with {what}: {status}")
    assert sent, "no form was found"
    assert not broke, "\n".join(broke)


def forms_of(page: str, url: str) -> Iterator[tuple[str, str]]:
    """Yield (address, inside) of each form that is posted, but not the one that signs out."""
    main = page.partition("<main")[2].partition("</main>")[0]
    for attributes, inside in re.findall(r"<form\b([^>]*)>(.*?)</form>", main, re.DOTALL):
        if 'method="post"' in attributes.lower():
            action = re.search(r'action="([^"]*)"', attributes)
            yield (action.group(1) if action and action.group(1) else url), inside


QUERIES = (
    *("before", "after", "page", "length", "next"),
    *("q", "words", "organisation", "state", "rung", "scale", "group", "plan", "kind"),
)


def test_no_address_breaks_under_junk_after_the_question_mark(visitors: dict[str, Client], undo: Undo) -> None:
    broke = []
    for url in sorted({address.url for address in example_addresses() if address.url.count("/") < 4}):
        for what, junk in JUNK.items():
            values = {name: junk.encode("utf-8", "surrogatepass") for name in QUERIES}
            with undo():
                status = visitors["manager"].get(url, values).status_code
            if status >= 500:
                broke.append(f"{url} with {what}: {status}")
    assert not broke, "\n".join(broke)


FORMULA = re.compile(r'(?:^|,)"?[=+\-@\t\r][^",\n]*[(|]', re.MULTILINE)


def test_tables_for_spreadsheets_carry_no_formulas(visitors: dict[str, Client], undo: Undo) -> None:
    formula = '=HYPERLINK("http://example.org","x")'
    with undo():
        apps.get_model("plans", "Change").objects.update(title=formula)
        apps.get_model("plans", "Plan").objects.update(title=formula)
        text = body_of(visitors["anonymous"].get("/record.csv"))
    assert "HYPERLINK" in text
    assert not FORMULA.search(text), FORMULA.search(text)
