"""A running site with the example data, on the database that the tests were asked to use."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.live_site import LiveSite, example_site


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Callable[[], LiveSite]]:
    """Return a function that starts the site on a fresh copy of the example data (again, after it was ended)."""
    with example_site(tmp_path / "home", os.environ.get("DATABASE_URL", "")) as settings:
        running: list[LiveSite] = []

        def start() -> LiveSite:
            running.append(LiveSite(tmp_path / "home", **settings).start())
            return running[-1]

        yield start
        for site in running:
            site.stop()
