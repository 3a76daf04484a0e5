"""Display preferences: they survive a round trip, and nothing hostile gets through them."""

import itertools

import pytest
from django.template import engines
from django.test import RequestFactory

from equalterms.design.preferences import COOKIE, STANDARD, VALUES, Display, from_choices, parse, serialise


def test_every_combination_survives_being_kept():
    for combination in itertools.product(*VALUES.values()):
        display = Display(**dict(zip(VALUES, combination, strict=True)))
        assert parse(serialise(display)) == display


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "nonsense",
        "theme=pink",
        "theme=dark" * 60,
        "size=%00",
        '"><script>',
        "=" * 200,
        "&".join(["a=b"] * 40),
    ],
)
def test_a_cookie_that_makes_no_sense_is_ignored(text):
    assert parse(text) == STANDARD


def test_what_is_known_is_kept_beside_what_is_not():
    assert from_choices({"theme": "dark", "size": "gigantic", "x": 1}) == Display(theme="dark")


def _html(cookie):
    request = RequestFactory().get("/style/")
    request.COOKIES[COOKIE] = cookie
    return engines["django"].get_template("design/page.html").render({"heading": "Here"}, request)


def test_preferences_are_carried_out_by_the_server():
    assert '<html lang="en-GB" data-size="larger" data-theme="dark">' in _html("theme=dark&size=larger")
    assert '<html lang="en-GB">' in _html('theme="onload=alert(1)')


@pytest.fixture
def chosen():
    return {name: values[0] for name, values in VALUES.items()} | {"theme": "dark"}


@pytest.mark.django_db
def test_choosing_needs_no_account_and_lasts_a_year(client, chosen):
    response = client.post("/display/", chosen | {"next": "/style/?a=b"})
    assert response.status_code == 302
    assert response.headers["Location"] == "/style/?a=b"
    cookie = response.cookies[COOKIE]
    assert cookie.value == "theme=dark"
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    assert cookie["samesite"] == "Lax"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "\t//evil.example",
        "/\t/evil.example",
        "evil",
    ],
)
def test_nobody_is_sent_elsewhere(client, chosen, elsewhere):
    assert client.post("/display/", chosen | {"next": elsewhere}).headers["Location"] == "/display/"


@pytest.mark.django_db
def test_an_unknown_choice_is_refused_in_words(client, chosen):
    response = client.post("/display/", chosen | {"theme": "pink"})
    assert response.status_code == 200
    assert COOKIE not in response.cookies
    assert "Choose one of the answers shown for “Colours”" in response.content.decode()
