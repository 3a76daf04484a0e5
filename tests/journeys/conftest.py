"""Visitors with a keyboard and a window of 320 px, once with script and once with script switched off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.browser.chromium import launch_options
from tests.browser.conftest import chromium, example_home, site_url  # noqa: F401  fixtures
from tests.journeys.visitor import Letterbox, Visitor

NARROW = {"width": 320, "height": 640}
SLOWEST = 30_000  # ms


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:  # noqa: F811
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def script(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def letterbox(example_home: Path, site_url: str) -> Letterbox:  # noqa: F811
    return Letterbox(example_home / "server.log")


@pytest.fixture
def somebody(browser: Browser, site_url: str, script: bool) -> Iterator[Callable[[], Visitor]]:  # noqa: F811
    """Return a function that opens a window of its own for one more visitor."""
    contexts = []

    def arrive() -> Visitor:
        context = browser.new_context(java_script_enabled=script, viewport=NARROW)
        context.set_default_timeout(SLOWEST)
        contexts.append(context)
        return Visitor(context.new_page(), site_url)

    yield arrive
    for context in contexts:
        context.close()
