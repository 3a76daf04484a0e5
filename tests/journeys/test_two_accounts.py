"""The main task: a manager says where co-production took place; a member disagrees; it is settled, in public."""

import re
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from tests.journeys.visitor import GO_ON, Visitor

BOARD = "Northshire Transformation Co-production Board"
PLAN = "Transformation: support that fits your life"


def test_a_claim_is_published_read_disputed_answered_and_settled(somebody: Callable[[], Visitor], script: bool) -> None:
    title = f"Shorter forms {'with' if script else 'without'} script"
    address = manager_publishes(somebody().tries_as("Helen Marsh"), title)
    anybody = somebody().goes_to(address).is_asked(title).reads("Co-design")
    member = somebody().tries_as("Priya Nair")
    member_reads_and_disagrees(member, title)
    anybody.goes_to(address).reads("We were shown the form when it was finished.", "Stands")
    manager_answers(somebody().tries_as("Helen Marsh"), title)
    anybody.goes_to(address).reads("We will start again in May, with you.")
    member.goes_to("/your-turn/").follows(f"Does the answer settle it? {title}")
    member.follows("The answer settles it").is_asked("Is it settled for you?").presses("Yes, it is settled")
    anybody.goes_to(address).reads("Settled", "We were shown the form when it was finished.")


def manager_publishes(manager: Visitor, title: str) -> str:
    """Add a change with its account, publish both and return the public address of the account."""
    held = timezone.localdate() - timedelta(days=10)
    manager.goes_to("/plans/mine/").follows(PLAN).follows("Add a change")
    manager.types("What is the change called?", title)
    manager.types("What will be different?", "The form will have two pages in place of nine.")
    manager.types("For whom?", "Everybody who asks for support")
    manager.chooses("Design", of="Which stage is it at?").chooses("Under way", of="How does it stand?")
    manager.types_date("When does it start?", held.day, held.month, held.year)
    manager.presses("Save this change as a draft")
    manager.is_asked("Has co-production taken place?").chooses("Yes, it has taken place").presses("Go on")
    manager.is_asked("When and where did it take place?")
    manager.types_date("On which day did it take place?", held.day, held.month, held.year)
    manager.types("Where?", "Alderbridge Library").presses(GO_ON)
    manager.is_asked("With whom did you work?").chooses(BOARD).presses(GO_ON)
    manager.is_asked("How did you work together?").chooses("Design workshop").presses(GO_ON)
    manager.is_asked("Which rung do you claim?").chooses("6. Co-design").presses(GO_ON)
    manager.is_asked("What was asked, and what changed?")
    manager.types("What were people asked?", "Which questions are needed?")
    manager.types("What changed because of it?", "We left out twenty questions.").presses(GO_ON)
    manager.is_asked("What shows it?").follows("Go on and check my answers")
    manager.is_asked("Check your answers").reads("Alderbridge Library", "We left out twenty questions.")
    manager.follows("Go on and publish the change").is_asked("Publish this change?").presses(re.compile("^Publish"))
    manager.goes_to("/plans/mine/").follows(PLAN).follows(re.compile(f"^Account of .*: {title}$"))
    return manager.path()


def member_reads_and_disagrees(member: Visitor, title: str) -> None:
    member.goes_to("/your-turn/").follows(f"What was it really like? {title}").does_not_read("We left out twenty")
    member.chooses("3. Informing").presses("Keep this and go on")
    member.is_asked("Did anything change because of it?").does_not_read("6. Co-design")
    member.chooses("No, I have not seen it").presses("Keep this and go on")
    member.is_asked("In your words").chooses("Only count my reading").presses("Keep this and go on")
    member.is_asked("Check and send").presses("Send my reading")
    member.reads("Your reading is sent.", "6. Co-design").follows("I disagree with this account")
    member.types("What do you disagree with?", "We were shown the form when it was finished.")
    member.presses("Publish my disagreement").reads("Your disagreement stands beside the account")


def manager_answers(manager: Visitor, title: str) -> None:
    manager.goes_to("/your-turn/").follows(f"A member disagrees. Answer them: {title}")
    manager.types("Your answer", "We will start again in May, with you.").presses("Publish my answer")
