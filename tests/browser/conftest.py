"""The site, running with its example data, for the tests that look at it in a browser."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.chromium import axe_source, checker_jar, find_chromium, is_required

MISSING = "NO BROWSER CHECKS WERE MADE: {}. Set REQUIRE_BROWSER=1 to make this a failure."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def say_missing(what: str) -> None:
    if is_required():
        pytest.fail(f"{what}, and REQUIRE_BROWSER is set")
    warnings.warn(MISSING.format(what), stacklevel=2)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser. Without one, tests are skipped with a loud warning, or fail where it is required."""
    path = find_chromium()
    if path is None:
        say_missing("Chromium was not found (set CHROMIUM, or install it)")
    if axe_source() is None:
        say_missing("axe-core was not found (install npm, or set AXE_JS)")
    return str(path)


@pytest.fixture(scope="session")
def html_checker() -> str:
    jar = checker_jar()
    if jar is None:
        say_missing("the Nu HTML checker was not found (install npm and Java, or set VNU_JAR)")
    return str(jar)


@pytest.fixture(scope="session")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.live_site import example_home as copy_of_example_home

    return copy_of_example_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def site_url(example_home: Path) -> Iterator[str]:
    from tests.live_site import LiveSite

    with LiveSite(example_home) as site:
        yield site.url
