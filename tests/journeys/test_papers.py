"""A paper comes late in easy read; the gate stands open to one member alone, who lets the item go ahead."""

import re
from collections.abc import Callable

from tests.journeys.visitor import Visitor

PAPER = "212 reviews by phone"
ITEM = "Half a year of phone reviews"


def test_a_paper_late_in_easy_read_waits_for_the_member_affected(somebody: Callable[[], Visitor], script: bool) -> None:
    facilitator = somebody().tries_as("Ben Castillo").goes_to("/your-turn/")
    if script:  # the second round finds the paper there, and changes its words
        facilitator.follows(f"Bring “{PAPER}”: Easy read")
    else:
        facilitator.goes_to("/search/?q=212").follows(PAPER).follows(re.compile("^Change it ?: Easy read"))
    facilitator.types("The paper, written here", "# Reviews\n\nA review looks at the help you get.")
    facilitator.presses("Make this ready").reads("The paper is there: Easy read.")
    facilitator.reads("Not on equal terms", "Only they can say" if script else "Agreed by those affected")
    facilitator.does_not_read("Say whether it may go ahead")
    paper = facilitator.path()
    member = somebody().tries_as("Priya Nair").goes_to("/your-turn/")
    if script:
        member.follows(f"May this item go ahead? {ITEM}")
    else:
        member.goes_to(paper).follows("Say whether it may go ahead")
    member.is_asked("May this item go ahead?").chooses("Yes, it may go ahead").presses("Send my answer")
    member.reads("You said that it may go ahead.", "Agreed by those affected: it goes ahead.")
    somebody().goes_to(paper).reads("Not on equal terms", "Agreed by those affected").does_not_read("Priya")
