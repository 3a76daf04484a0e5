"""A member proposes, two chairs settle the agenda together, the meeting is held, and the group approves its minutes."""

import re
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.journeys.visitor import Visitor

BOARD = "Northshire Transformation Co-production Board"


def link_about(words: str, item: str) -> re.Pattern[str]:
    """Return the name of a link that says to eyes what it does, and to ears also about what."""
    return re.compile(rf"{re.escape(words)}\s*: {re.escape(item)}")


def meetings_of_board(visitor: Visitor) -> Visitor:
    """Go from the list of groups to the board's meetings."""
    visitor.goes_to("/groups/").follows(BOARD)
    return visitor.follows("When the group meets, what it talks about, and what came of it").is_asked("Meetings")


def propose(visitor: Visitor, title: str) -> None:
    meetings_of_board(visitor).follows("Propose something to talk about")
    visitor.types("What is it about, in a few words?", title)
    visitor.types("Why should the group talk about it?", "I leave early when it gets loud.")
    visitor.chooses("For decision").types("How many minutes do you wish for?", "20")
    visitor.presses("Propose this item").reads("Your item is proposed.", title)


def plan_for_today(chair: Visitor, title: str) -> str:
    """Plan a meeting of the board for today and return its address."""
    today = datetime.now(ZoneInfo("Europe/London"))
    meetings_of_board(chair).follows("Plan a meeting").types("What is the meeting called?", title)
    chair.types_date("On which day?", today.day, today.month, today.year)
    chair.types("When does it start?", "00:01").types("When does it end?", "23:59").chooses("Online")
    chair.types("Link to take part online", "https://meet.northshire.example/today")
    return chair.presses("Plan this meeting").reads("The meeting is planned.").path()


def settle_together(chair: Visitor, manager: Visitor, meeting: str, title: str, item: str) -> None:
    """One chair puts an item on the agenda; it is the agenda when the other agrees."""
    chair.goes_to(meeting).follows("Put the agenda in order")
    chair.types(f"Number: {item}", "1").presses("Send this to the other chair")
    chair.reads("It waits for somebody else to agree.", "new on the agenda")
    chair.goes_to(meeting).reads("A change of the agenda waits", "Nothing is on the agenda yet.")
    manager.goes_to("/your-turn/").follows(f"Agree on the agenda of {title}, or say why not").chooses("I agree")
    manager.presses("Send my answer").reads("You agreed. This is the agenda now.", item)


def hold(chair: Visitor, meeting: str, item: str, decided: str) -> None:
    """Begin, note who is there, write, decide, and end."""
    chair.goes_to(meeting).follows("Begin the meeting").presses("Begin the meeting").follows("Note who is there")
    chair.tabs_to(chair.page.get_by_label("Priya Nair, Service user"))
    chair.page.keyboard.type("In the room")
    chair.presses("Save who takes part").reads("Lived experience: 1")
    chair.follows(link_about("Write a note", item)).types("Note", "Two members leave early.")
    chair.presses("Save this note").reads("Two members leave early.")
    chair.follows(link_about("Write down a decision", item)).types("What was decided?", decided)
    chair.presses("Write this decision down").reads(decided)
    chair.follows(link_about("This item is done", item)).presses("Yes, it is done").reads("Dealt with")
    chair.follows("End the meeting").presses("End the meeting").reads("The meeting is over.")


def test_from_a_proposal_to_approved_minutes(somebody: Callable[[], Visitor], script: bool) -> None:
    round_ = "with script" if script else "without script"
    title, item = f"Board meeting {round_}", f"A quiet room {round_}"
    member, chair = somebody().tries_as("Priya Nair"), somebody().tries_as("Josephine Adeyemi")
    manager = somebody().tries_as("Helen Marsh")
    propose(member, item)
    meeting = plan_for_today(chair, title)
    settle_together(chair, manager, meeting, title, item)
    hold(chair, meeting, item, "A quiet room is booked for every meeting.")
    chair.follows("Publish who was there and what was decided").presses("Publish this note")
    somebody().goes_to(meeting).reads("A quiet room is booked for every meeting.").does_not_read("Priya Nair")
    chair.goes_to(meeting).follows("Write the minutes").presses("Save this version").presses("Give them to the members")
    minutes = chair.reads("With the members for corrections").path()
    member.goes_to("/your-turn/").follows(f"Are these minutes right? {title}").follows("Say what is not right")
    member.types("What is not right, and what should it say?", "Three members leave early.")
    member.presses("Send my correction").reads("Waits for an answer")
    manager.goes_to("/your-turn/").follows(f"Answer the correction of Priya Nair: {title}").chooses("Yes")
    manager.types("Your words to the member", "Right.").presses("Send this answer").is_asked("Write the minutes")
    manager.types("Minutes for everybody", "Three members leave early.").presses("Save this version")
    approval, later = f"Minutes {round_}", f"The next board meeting {round_}"
    propose(chair, approval)
    next_meeting = plan_for_today(chair, later)
    settle_together(chair, manager, next_meeting, later, approval)
    hold(chair, next_meeting, approval, f"The minutes are approved {round_}.")
    chair.goes_to(minutes).follows("The group approved them at a meeting")
    chair.chooses(f"The minutes are approved {round_}.").presses("These minutes are approved").reads("Approved")
    somebody().goes_to(minutes).reads("Three members leave early.").does_not_read("Priya Nair", "Two members")
