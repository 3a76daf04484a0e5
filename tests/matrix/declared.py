"""Gathers the declarations of all rooms from the files beside this one."""

import functools
import importlib
from collections.abc import Iterator
from pathlib import Path

from tests.matrix.access import Access

NOT_ROOMS = ("access", "declared", "secrets", "conftest")
ROOMS = sorted(
    file.stem
    for file in Path(__file__).parent.glob("*.py")
    if file.stem not in NOT_ROOMS and not file.stem.startswith(("test_", "_"))
)


@functools.cache
def declared() -> dict[str, list[Access]]:
    """Return every declaration: route name to its accesses. A route that two files declare is a mistake."""
    found: dict[str, list[Access]] = {}
    for room in ROOMS:
        for route, accesses in routes_of(room).items():
            if route in found:
                raise ValueError(f"{route} is declared twice")
            found[route] = accesses
    return found


def routes_of(room: str) -> dict[str, list[Access]]:
    routes = importlib.import_module(f"tests.matrix.{room}").ROUTES
    return {route: [given] if isinstance(given, Access) else list(given) for route, given in routes.items()}


def accesses_of(room: str) -> Iterator[tuple[str, Access]]:
    for route, accesses in routes_of(room).items():
        for access in accesses:
            yield route, access
