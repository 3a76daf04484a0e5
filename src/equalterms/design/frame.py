"""What stands around every page: the ways to go, the way back, and the reader's display preferences."""

from functools import lru_cache

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from equalterms.design import preferences

PLACES = (
    ("/", gettext_lazy("Home")),
    ("/record/", gettext_lazy("The public record")),
    ("/plans/", gettext_lazy("Plans")),
    ("/groups/", gettext_lazy("Groups")),
    ("/organisations/", gettext_lazy("Organisations")),
    ("/search/", gettext_lazy("Search")),
    ("/help/", gettext_lazy("Help")),
)


@lru_cache
def address(route: str, otherwise: str) -> str:
    """Return the address of a route of another room, which this room must not import."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return otherwise


def _place(path: str) -> str:
    """Return the first part of a path, which says where in the site a page stands."""
    return "/" if path == "/" else f"/{path.split('/', 2)[1]}/"


@lru_cache(maxsize=64)
def _navigation(place: str, exact: bool, language: str) -> SafeString:
    def current(url: str) -> SafeString | str:
        if url != place:
            return ""
        return mark_safe(' aria-current="page"' if exact else ' aria-current="true"')

    items = format_html_join(
        "", '<li><a class="et-nav__link" href="{}"{}>{}</a></li>', ((url, current(url), text) for url, text in PLACES)
    )
    return format_html('<nav class="et-nav" aria-label="{}"><ul>{}</ul></nav>', _("Main"), items)


def navigation(request: HttpRequest | None) -> SafeString:
    path = request.path if request else ""
    place = _place(path) if path else ""
    known = place if any(place == url for url, _text in PLACES) else ""
    return _navigation(known, path == place, get_language() or "")


def person_links(request: HttpRequest | None) -> SafeString:
    person = getattr(request, "person", None)
    if request is None or person is None:
        return format_html(
            '<ul class="et-person"><li><a class="et-nav__link" href="{}">{}</a></li></ul>',
            address("account_login", "/sign-in/"),
            _("Sign in"),
        )
    return format_html(
        '<ul class="et-person"><li><a class="et-nav__link" href="{}">{}</a></li>'
        '<li><a class="et-nav__link" href="{}">{}</a></li><li><form method="post" action="{}" data-sign-out>'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button type="submit" class="et-nav__link et-nav__button">{}</button></form></li></ul>',
        address("home:your_turn", "/your-turn/"),
        _("Your turn"),
        address("people:me", "/me/"),
        _("Me"),
        address("account_logout", "/sign-out/"),
        get_token(request),
        _("Sign out"),
    )


def breadcrumbs(trail: list[tuple[str, str]]) -> SafeString:
    if not trail:
        return mark_safe("")
    items = mark_safe("".join(_crumb(text, url) for text, url in trail))
    return format_html(
        '<nav class="govuk-breadcrumbs" aria-label="{}"><ol class="govuk-breadcrumbs__list">{}</ol></nav>',
        _("You are here"),
        items,
    )


def _crumb(text: str, url: str) -> SafeString:
    """A link; or, without an address, the page where the reader is."""
    if not url:
        return format_html('<li class="govuk-breadcrumbs__list-item" aria-current="page">{}</li>', text)
    return format_html(
        '<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{}">{}</a></li>', url, text
    )


def display_of(request: HttpRequest | None) -> preferences.Display:
    """Return the preferences that came with a request."""
    if request is None:
        return preferences.STANDARD
    return preferences.parse(request.COOKIES.get(preferences.COOKIE))


@lru_cache(maxsize=256)
def _attributes(display: preferences.Display) -> SafeString:
    return format_html_join("", ' data-{}="{}"', display.chosen.items())


def display_attributes(request: HttpRequest | None) -> SafeString:
    return _attributes(display_of(request))


def source_address() -> str:
    """Where the source code of this site can be had, as its licence promises."""
    return "/source/"
