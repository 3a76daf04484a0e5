"""`make sweep`: every page as every persona in every condition, and after everything that can be opened or sent.

Writes what it finds, as it finds it, to `sweep.jsonl` in the folder that SWEEP_REPORT names (or .cache/sweep).
It takes hours. `SWEEP_AS=member,chair make sweep` looks as these people only.
"""

import os
import time
from pathlib import Path

import pytest
from tests.browser.conditions import SWEEP
from tests.browser.html import html_errors
from tests.browser.listing import visits_of
from tests.browser.looking import look_at_all
from tests.browser.test_pages import say
from tests.databases import ROOT

from equalterms.examples.vocabulary import EVERY_SLUG

FOLDER = Path(os.environ.get("SWEEP_REPORT") or ROOT / ".cache" / "sweep")
SLUGS = [slug for slug in os.environ.get("SWEEP_AS", "").split(",") if slug] or EVERY_SLUG


@pytest.mark.sweep
def test_every_page_as_everybody_in_every_condition(
    chromium: str, html_checker: str, example_home: Path, site_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    visits = visits_of(example_home, SLUGS)
    assert visits, f"nobody is called {', '.join(SLUGS)}"
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = FOLDER / "sweep.jsonl"
    with kept.open("w") as lines:
        report = look_at_all(site_url, visits, SWEEP, html=True, clicks=True, told=lines)
    errors = html_errors(report.html)
    with capsys.disabled():
        pages = len({visit.url for visit in visits})
        print(f"\n{pages} pages, {len(visits)} different views of them, {time.monotonic() - began:.0f} s. ", end="")
        print(f"Heaviest: {max(report.weights.values()) / 1000:.0f} kB. {kept}")
    assert not report.all(), say(report.all())
    assert not errors, "\n".join(errors[:60])
