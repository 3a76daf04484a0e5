"""Who may open what of decisions: those of the panel, which are its members' own, and of the board, which are public.

In the panel sit the member, the chair, the manager and the facilitator; in the board the carer as well. The chair and
the facilitator lead both. Nobody of them sits in the commission elsewhere.
"""

from typing import Any

from tests.matrix.access import EVERYONE, NOBODY, SIGNED_IN, Access

from equalterms.decisions.models import Decision
from equalterms.groups.examples import group_led_by

PANEL = {"chair", "facilitator", "member", "manager"}
BOARD = {*PANEL, "carer"}
LEAD = {"chair", "facilitator"}
LEAD_BOARD = {*LEAD, "manager"}  # the manager is a co-chair of the board
LIVED = {"chair", "member", "carer"}


def the_first(**wanted: Any) -> dict[str, Any]:
    return {"key": Decision.objects.filter(**wanted).earliest("pk").key}


def of_panel(**wanted: Any) -> dict[str, Any]:
    return the_first(group__key=panel()["key"], **wanted)


def of_board(**wanted: Any) -> dict[str, Any]:
    return the_first(group__name__endswith="Co-production Board", **wanted)


def elsewhere(**wanted: Any) -> dict[str, Any]:
    return the_first(group__name__endswith="Commission", **wanted)


def panel() -> dict[str, Any]:
    return {"key": group_led_by("chair").key}


def board() -> dict[str, Any]:
    return {"key": Decision.objects.filter(group__name__endswith="Co-production Board").earliest("pk").group.key}


def panel_open() -> dict[str, Any]:
    return of_panel(state="open", audience="everyone")


def panel_named() -> dict[str, Any]:
    return of_panel(audience="named")


def panel_secret() -> dict[str, Any]:
    return of_panel(state="open", secret_answers=True)


def board_open() -> dict[str, Any]:
    return of_board(state="open", audience="everyone")


def board_lived() -> dict[str, Any]:
    return of_board(audience="lived")


def board_public() -> dict[str, Any]:
    return of_board(state="closed", secret_answers=False)


def board_secret() -> dict[str, Any]:
    return of_board(state="closed", secret_answers=True)


def inside(thing: str, given: Any, who: set[str], refused: set[str] | frozenset[str] = NOBODY) -> Access:
    """A form for some of those who see a decision from inside; for everybody else it does not exist."""
    return Access(thing, given=given, get=who, post=who, refused=refused, private=True)


ROUTES = {
    "decisions:list": [
        Access("the panel's", given=panel, get=PANEL, private=True),
        Access("the board's", given=board, get=EVERYONE),
    ],
    "decisions:put": [
        inside("the panel", panel, PANEL),
        Access("the board", given=board, get=BOARD, post=BOARD, refused=SIGNED_IN - BOARD),
    ],
    "decisions:decision": [
        Access("the panel's, open", given=panel_open, get=PANEL, private=True),
        Access("the panel's, to two of it", given=panel_named, get={"chair", "member"}, private=True),
        Access("the panel's, secret", given=panel_secret, get=PANEL, private=True),
        Access("the board's, open", given=board_open, get=BOARD, private=True),
        Access("the board's, to those with lived experience", given=board_lived, get=LIVED, private=True),
        Access("the board's, closed", given=board_public, get=EVERYONE),
        Access("the board's, secret", given=board_secret, get=BOARD, private=True),
        Access("elsewhere, open", given=lambda: elsewhere(state="open"), get=NOBODY, private=True),
    ],
    "decisions:answer": [
        inside("the panel's, open", panel_open, PANEL),
        inside("the panel's, to two of it", panel_named, {"member"}, refused={"chair"}),
        inside("the panel's, secret", panel_secret, PANEL),
        inside("the board's, open", board_open, BOARD),
        inside("the board's, to those with lived experience", board_lived, LIVED),
        Access("the board's, closed", given=board_public, get=NOBODY, post=NOBODY, refused=BOARD, private=True),
        inside("elsewhere, open", lambda: elsewhere(state="open"), set()),
    ],
    "decisions:ask": inside("the panel's, open", panel_open, PANEL),
    "decisions:amend": inside("the panel's, open", panel_open, PANEL),
    "decisions:more_time": inside("the panel's, put by the chair", panel_open, LEAD, refused=PANEL - LEAD),
    "decisions:withdraw": inside("the panel's, put by the chair", panel_open, LEAD, refused=PANEL - LEAD),
    "decisions:close": inside("answered by all", panel_named, {"chair"}, refused={"member"}),
    # Of texts in the panel: those who lead it answer, and the other members see that they may not.
    "decisions:answer_question": Access(get=LEAD, post=LEAD, refused=PANEL - LEAD, private=True),
    "decisions:amendment": Access(get=LEAD, post=LEAD, refused=PANEL - LEAD, private=True),
    # An objection in the board, and the member's own in the panel.
    "decisions:deal_with": Access(get=LEAD_BOARD, post=LEAD_BOARD, refused=BOARD - LEAD_BOARD, private=True),
    "decisions:speak": Access(get={"member"}, post={"member"}, private=True),
}
