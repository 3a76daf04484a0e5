"""Coming in by e-mail code, and losing nothing when a session has ended in the middle of a form."""

from collections.abc import Callable

from playwright.sync_api import expect
from tests.journeys.visitor import CODE, Letterbox, Visitor


def test_a_code_by_email_leads_back_to_the_page_that_was_wanted(
    somebody: Callable[[], Visitor], letterbox: Letterbox
) -> None:
    visitor = somebody().goes_to("/me/needs/")
    visitor.signs_in_with_code("priya.nair@northshire.example", letterbox)
    visitor.is_asked("What you need to take part")
    assert visitor.path() == "/me/needs/"


def test_a_wrong_code_is_told_and_can_be_put_right(somebody: Callable[[], Visitor], letterbox: Letterbox) -> None:
    visitor = somebody().goes_to("/sign-in/").types("Your e-mail address", "tom.whitlock@northshire.example")
    visitor.presses("Send me a code").types(CODE, "0000-0000").presses("Sign in").reads(
        "There is something to put right"
    )
    visitor.types(CODE, letterbox.finds(r"Your code is ([0-9-]+)")).presses("Sign in").is_asked("Your turn")


def test_words_survive_a_session_that_ended_in_the_middle_of_a_form(
    somebody: Callable[[], Visitor], letterbox: Letterbox
) -> None:
    manager = somebody().tries_as("Helen Marsh").goes_to("/plans/new/")
    manager.types("What is the plan called?", "Homes that fit")
    manager.types("What is it about?", "Half an hour of careful words about ramps, rails and wet rooms.")
    manager.page.context.clear_cookies(name="sessionid")
    manager.presses("Save").signs_in_with_code("helen.marsh@northshire.example", letterbox)
    manager.reads("We kept what you wrote.")
    expect(manager.page.get_by_label("What is the plan called?")).to_have_value("Homes that fit")
    words = "Half an hour of careful words about ramps, rails and wet rooms."
    expect(manager.page.get_by_label("What is it about?")).to_have_value(words)
