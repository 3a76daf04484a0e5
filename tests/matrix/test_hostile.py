"""Nothing that somebody types, as a name, an answer or an address, breaks a page or is carried out by a browser."""

import html
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.test import Client
from django.urls import resolve
from tests.matrix.access import ask, body_of

from equalterms.examples.pages import example_addresses

pytestmark = pytest.mark.usefixtures("example_data")
Undo = Callable[[], AbstractContextManager[None]]
ROOMS = [name.removeprefix("equalterms.") for name in settings.INSTALLED_APPS if name.startswith("equalterms.")]
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
CARRIED_OUT = re.compile(r"<script>alert\(1\)|<img src=x onerror", re.IGNORECASE)
LEFT_ALONE = {"key", "slug", "digest", "token_digest", "password", "session_key", "try_as", "browser", "path", "page"}
# The first four open everything; the others only what opened for nobody before them.
READERS = ("member", "manager", "administrator", "anonymous", "chair", "facilitator", "carer", "outsider")
THOROUGH = 4
JUNK = {
    "zero byte": "a\0b",
    "very long": "x" * 50_000,
    "half a character": "\ud83d",
    "huge number": "9" * 400,
    "negative": "-1",
    "no number": "NaN",
    "markup": HOSTILE,
    "path": "../../../etc/passwd",
}
FORM = "application/x-www-form-urlencoded"
NOT_SENT = ("csrfmiddlewaretoken",)


@dataclass(frozen=True)
class Opened:
    """What somebody saw at one address while every text on the site was markup."""

    slug: str
    url: str
    status: int
    kind: str
    text: str


def fields_of_text() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Yield every field that holds words which somebody typed."""
    for room in ROOMS:
        if room == "ledger":  # it refuses every change
            continue
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


@pytest.fixture(scope="module")
def opened(visitors: dict[str, Client], undo: Undo) -> list[Opened]:
    """Open every address as the readers while every text on the site is markup."""
    seen: list[Opened] = []
    addresses = list(dict.fromkeys(address.url for address in example_addresses()))
    with undo():
        assert make_hostile() > 20
        for number, slug in enumerate(READERS):
            known = {page.url for page in seen if page.status == 200} if number >= THOROUGH else set()
            for url in addresses:
                if url not in known:
                    response = ask(visitors[slug], "GET", url, keep_cache=True)
                    kind = response.headers.get("Content-Type", "")
                    seen.append(Opened(slug, url, response.status_code, kind, body_of(response)))
    return seen


def test_markup_in_names_and_texts_is_shown_and_never_carried_out(opened: list[Opened]) -> None:
    found = [f"{page.slug} {page.url}: {page.status}" for page in opened if page.status >= 500]
    for page in opened:
        if "html" in page.kind or "xml" in page.kind:
            found += [f"{page.slug} {page.url}: {hit.group()}" for hit in CARRIED_OUT.finditer(page.text)][:1]
    assert not found, "\n".join(found)
    assert sum("alert(1)" in page.text for page in opened) > len(opened) / 4, "the markup was shown nowhere"


def fields_on(page: str) -> set[str]:
    return set(re.findall(r'<(?:input|select|textarea|button)\b[^>]*\bname="([^"]+)"', page)) - set(NOT_SENT)


def forms_of(page: Opened) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield (address, fields) of each form that is posted, but not the one that signs out."""
    main = page.text.partition("<main")[2].partition("</main>")[0]
    for attributes, inside in re.findall(r"<form\b([^>]*)>(.*?)</form>", main, re.DOTALL):
        if 'method="post"' in attributes.lower():
            action = re.search(r'action="([^"]*)"', attributes)
            yield (
                (html.unescape(action.group(1)) if action and action.group(1) else page.url),
                frozenset(fields_on(inside)),
            )


def test_no_form_breaks_under_junk(opened: list[Opened], visitors: dict[str, Client], undo: Undo) -> None:
    forms = {}  # each form once, as the first who saw it
    for page in opened:
        if page.status == 200 and "html" in page.kind:
            for action, fields in forms_of(page):
                forms.setdefault((resolve(urlsplit(action).path).view_name, fields), (page.slug, action))
    assert len(forms) > 50
    broke = []
    for (_route, fields), (slug, action) in forms.items():
        for what, junk in JUNK.items() if fields else [("nothing", "")]:
            body = urlencode(dict.fromkeys(sorted(fields), junk.encode("utf-8", "surrogatepass")))
            with undo():
                status = ask(visitors[slug], "POST", action, body, content_type=FORM).status_code
            if status >= 500:
                broke.append(f"{slug} {action} with {what}: {status}")
    assert not broke, "\n".join(broke)


QUERIES = (
    *("before", "after", "page", "length", "next"),
    *("q", "words", "organisation", "state", "rung", "scale", "group", "plan", "kind"),
)


def reads_what_follows_the_question_mark(page: Opened) -> bool:
    """Tell whether a page has a search, filters or pages to turn, or is a table, a feed or an answer for programs."""
    main = page.text.partition("<main")[2]
    return "html" not in page.kind or 'href="?' in main or bool(re.search(r'<form\b[^>]*method="get"', main))


def test_no_address_breaks_under_junk_after_the_question_mark(
    opened: list[Opened], visitors: dict[str, Client], undo: Undo
) -> None:
    pages = {resolve(page.url).view_name + str(page.status): page for page in opened if page.slug == "manager"}
    broke = []
    for page in pages.values():
        for what, junk in (
            JUNK.items() if reads_what_follows_the_question_mark(page) else [("half a character", "\ud83d")]
        ):
            values = {name: junk.encode("utf-8", "surrogatepass") for name in QUERIES}
            with undo():
                status = visitors[page.slug].get(page.url, values).status_code
            if status >= 500:
                broke.append(f"{page.url} with {what}: {status}")
    assert not broke, "\n".join(broke)


JUNK_IN_A_PATH = ("a%00b", "%ED%A0%BD", "x" * 3000, "9" * 40)


def test_no_address_breaks_under_junk_in_its_path(
    opened: list[Opened], visitors: dict[str, Client], undo: Undo
) -> None:
    routes = {resolve(page.url).view_name: page.url for page in opened}
    broke = []
    for url in routes.values():
        for value in resolve(url).kwargs.values():
            for junk in JUNK_IN_A_PATH if str(value) else ():
                address = url.replace(f"/{value}/", f"/{junk}/")
                with undo():
                    status = ask(visitors["administrator"], "GET", address, keep_cache=True).status_code
                if status >= 500:
                    broke.append(f"{address[:100]}: {status}")
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
