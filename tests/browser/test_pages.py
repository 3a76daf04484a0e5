"""Every page of the example data, once, as the persona who sees most of it, in a wide and in a narrow window."""

from collections import Counter
from pathlib import Path

import pytest
from tests.browser.conditions import EVERY_PAGE
from tests.browser.html import html_errors
from tests.browser.listing import visits_of_each_page
from tests.browser.looking import HEAVIEST, Finding, Report, look_at_all

SHOWN = 60


@pytest.fixture(scope="module")
def report(chromium: str, example_home: Path, site_url: str) -> Report:
    visits = visits_of_each_page(example_home)
    assert visits, "there are no pages to look at"
    return look_at_all(site_url, visits, EVERY_PAGE, html=True, clicks=True)


def say(findings: list[Finding]) -> str:
    """Return the findings in lines, the most frequent rule first."""
    rules = Counter(one.rule for one in findings)
    ordered = sorted(findings, key=lambda one: (-rules[one.rule], one.rule, one.url))
    counts = ", ".join(f"{rule} {times}" for rule, times in rules.most_common())
    return "\n".join([f"{len(findings)} findings: {counts}", *map(str, ordered[:SHOWN])])


def test_axe_finds_nothing(report: Report) -> None:
    assert not report.axe, say(report.axe)


def test_nothing_scrolls_sideways_is_clipped_or_too_small_to_touch(report: Report) -> None:
    assert not report.layout, say(report.layout)


def test_focus_is_always_visible_and_never_covered(report: Report) -> None:
    assert not report.focus, say(report.focus)


def test_ids_links_and_headings_are_sound(report: Report) -> None:
    assert not report.document, say(report.document)


def test_pages_call_nobody_else_and_load_without_complaint(report: Report) -> None:
    assert not report.quiet, say(report.quiet)


def test_pages_are_light(report: Report) -> None:
    heaviest = max(report.weights, key=lambda url: report.weights[url])
    print(f"{report.visited} pages; heaviest {heaviest}: {report.weights[heaviest] / 1000:.1f} kB compressed")
    heavy = [f"{url}: {size / 1000:.0f} kB" for url, size in report.weights.items() if size > HEAVIEST]
    assert not heavy, heavy


def test_html_is_valid(report: Report, html_checker: str) -> None:
    errors = html_errors(report.html)
    assert not errors, "\n".join([f"{len(errors)} errors", *errors[:SHOWN]])
