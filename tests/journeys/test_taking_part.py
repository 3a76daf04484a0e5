"""Joining a group, acting for somebody, and making the pages look as one needs them."""

from collections.abc import Callable

from playwright.sync_api import expect
from tests.journeys.visitor import Visitor

PANEL = "Northshire Personalisation Panel"


def test_somebody_applies_to_a_group_and_is_let_in(somebody: Callable[[], Visitor], script: bool) -> None:
    name = "Callum Reid" if script else "Ruth Feldman"
    applicant = somebody().tries_as(name).goes_to("/groups/").follows(PANEL).follows("Apply to join")
    applicant.chooses("Carer").types("Why would you like to join?", "I look after my sister.")
    applicant.presses("Send my application").reads("Your application has been sent.")
    chair = somebody().tries_as("Josephine Adeyemi").follows(f"Answer {name}, who would like to join {PANEL}")
    chair.reads("I look after my sister.").chooses("Yes, give them a seat").types(
        "Your words to the person", "You are welcome."
    )
    chair.presses("Send this answer").reads("Your answer has been sent.")
    applicant.goes_to("/your-turn/").reads(PANEL).follows(PANEL).does_not_read("Apply to join")


def test_a_supporter_acts_for_somebody_and_stops(somebody: Callable[[], Visitor]) -> None:
    supporter = somebody().tries_as("Tom Whitlock").goes_to("/me/supporting/")
    supporter.presses("Act for Edith Whitlock").reads("You now act for Edith Whitlock.")
    supporter.goes_to("/me/").is_asked("Edith Whitlock")
    supporter.goes_to("/me/supporting/").presses("Act for myself again").reads("You act for yourself again.")
    supporter.goes_to("/me/").is_asked("Tom Whitlock")


def test_pages_look_as_somebody_chose_also_without_signing_in(somebody: Callable[[], Visitor]) -> None:
    visitor = somebody().goes_to("/display/")
    visitor.chooses("Largest", of="Size of the text").chooses("Dark", of="Colours").presses("Keep my choice")
    visitor.goes_to("/record/")
    size = visitor.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    paper = visitor.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert size > 20, size
    assert sum(map(int, paper.removeprefix("rgb(").removesuffix(")").split(", ")[:3])) < 200, paper


def test_the_skip_link_leads_to_the_main_part(somebody: Callable[[], Visitor]) -> None:
    visitor = somebody().goes_to("/record/")
    visitor.page.keyboard.press("Tab")
    link = visitor.page.get_by_role("link", name="Skip to the main part of this page")
    expect(link).to_be_focused()
    visitor.page.keyboard.press("Enter")
    assert visitor.page.url.endswith("#main")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.closest('main') !== null")
