"""Every component in every state, on the style page, in every condition in which people look at pages."""

from tests.browser.conditions import STYLE_PAGE
from tests.browser.looking import Visit, look_at_all
from tests.browser.test_pages import say


def test_components_are_sound_in_every_condition(chromium: str, site_url: str) -> None:
    visits = [Visit("design:style", "/style/", "anonymous"), Visit("design:display", "/display/", "anonymous")]
    report = look_at_all(site_url, visits, STYLE_PAGE)
    assert report.visited == 2 * len(visits), "each page is opened with script and without"
    assert not report.all(), say(report.all())
