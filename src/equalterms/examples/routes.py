"""Every route of the site that answers GET, found by walking its addresses, with the few left out and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.views.decorators.http import require_http_methods

CONTENT_ROUTE = "wagtail_serve"  # one route for every page that an editor wrote

# Addresses that are no pages of ours, by the start of their pattern.
LEFT_OUT = {
    "editors/": "The editors' rooms are Wagtail's own; only editors come in, and Wagtail tests them.",
    "static/": "Files that pages use, not pages.",
    "files/": "Files that people put in; each is asked for through the page that shows it.",
}


@dataclass(frozen=True)
class Route:
    """One address pattern: its full name ("plans:account"), its pattern, the arguments that it needs."""

    name: str
    pattern: str
    arguments: frozenset[str]
    methods: frozenset[str]


def every_route() -> list[Route]:
    """Return every route that is not left out, in the order in which addresses are tried."""
    return [
        route
        for route in _walk(get_resolver(), prefix="", namespaces=(), arguments=frozenset())
        if not route.pattern.startswith(tuple(LEFT_OUT))
    ]


def get_routes() -> list[Route]:
    """Return the routes that answer GET, each name once."""
    by_name = {route.name: route for route in every_route() if "GET" in route.methods}
    return list(by_name.values())


def _walk(
    resolver: URLResolver, *, prefix: str, namespaces: tuple[str, ...], arguments: frozenset[str]
) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        needed = arguments | frozenset(entry.pattern.converters) | frozenset(entry.pattern.regex.groupindex)
        if isinstance(entry, URLResolver):
            inside = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, prefix=pattern, namespaces=inside, arguments=needed)
        elif isinstance(entry, URLPattern):
            name = ":".join((*namespaces, entry.name or f"({pattern})"))
            yield Route(name, pattern, needed, frozenset(methods_of(entry.callback)))


def methods_of(view: Callable[..., Any]) -> set[str]:
    """Return the methods that a view says it answers: all of them unless it is limited to some."""
    view_class = getattr(view, "view_class", None)
    if view_class is not None:
        return {name.upper() for name in view_class.http_method_names if hasattr(view_class, name)} | {"HEAD"}
    answered = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}
    layer: Any = view
    while layer is not None:
        held = _closure_of(layer)
        if getattr(layer, "__code__", None) is not None and layer.__code__ in _LIMITERS:
            answered &= set(held["request_method_list"])
        operations = getattr(held.get("self"), "operations", None)
        if operations is not None:  # a path of the API (django-ninja)
            answered &= {method for operation in operations for method in operation.methods}
        layer = getattr(layer, "__wrapped__", None)
    return answered


def _closure_of(function: Any) -> dict[str, Any]:
    code = getattr(function, "__code__", None)
    cells = getattr(function, "__closure__", None) or ()
    return dict(zip(code.co_freevars, (cell.cell_contents for cell in cells), strict=True)) if code else {}


def _sample(request: Any) -> None:
    """Stand-in, so that the code of Django's method limiter can be recognised."""


_LIMITERS = {require_http_methods(["GET"])(_sample).__code__}
