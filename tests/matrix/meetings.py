"""Who may open what of meetings: the panel's and the board's, and what is inside a group that only its members see.

In the panel sit the member, the chair, the manager and the facilitator; the chair and the facilitator lead it. On the
board the carer sits too, and the manager is a co-chair. The administrator of the council sits nowhere.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.matrix.access import EVERYONE, SIGNED_IN, Access

from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Visibility
from equalterms.meetings.examples import examples
from equalterms.meetings.models import AgendaItem, Meeting
from equalterms.meetings.vocabulary import Manner

LEAD = {"chair", "facilitator"}
LEAD_BOARD = {*LEAD, "manager"}
PANEL = {*LEAD, "member", "manager"}
ORGANISE = {*LEAD_BOARD, "administrator"}  # lead a group of the council, or look after its groups
BOARD = {*PANEL, "carer"}
CHAIRS = {"chair", "manager"}  # of the board
PREPARING = {"member", "chair"}


def first(route: str) -> dict[str, Any]:
    return examples()[f"meetings:{route}"][0]


def latest(route: str) -> dict[str, Any]:
    """The board's, where the examples show one of each group."""
    return examples()[f"meetings:{route}"][-1]


def private_meeting() -> dict[str, Any]:
    group = Group.objects.filter(visibility=Visibility.MEMBERS, memberships__person__try_as="member").earliest("pk")
    starts = timezone.now() + timedelta(days=30)
    facts = {"starts_at": starts, "ends_at": starts + timedelta(hours=1), "manner": Manner.ONLINE}
    meeting, _made = Meeting.objects.get_or_create(group=group, title="Before the board", defaults=facts)
    return {"key": meeting.key}


def private_group() -> dict[str, Any]:
    return {"key": Meeting.objects.get(**private_meeting()).group.key}


def waiting_item() -> dict[str, Any]:
    """An item of the panel that is not on an agenda: for its members alone."""
    item = AgendaItem.objects.filter(group__kind="panel", state="proposed", group__meetings__isnull=False)
    return {"key": item.earliest("pk").key}


def lead(route: str, *, get: bool = True, who: set[str] | None = None) -> Access:
    """A page for those who run the meetings of the panel; others who see the meeting are refused."""
    allowed = who or LEAD
    return Access(given=lambda: first(route), get=allowed if get else None, post=allowed, refused=SIGNED_IN - allowed)


def inside(route: str, *, allowed: set[str] | None = None) -> Access:
    """A page inside the panel: its members may be refused, and for others it does not exist."""
    who = allowed or LEAD
    return Access(given=lambda: first(route), get=who, post=who, refused=PANEL - who, private=True)


ROUTES = {
    "meetings:of_group": [
        Access("public groups", get=EVERYONE),
        Access("the preparation", given=private_group, get=PREPARING, private=True),
    ],
    "meetings:power": [
        Access("public groups", get=EVERYONE),
        Access("the preparation", given=private_group, get=PREPARING, private=True),
    ],
    "meetings:waiting": [
        Access("the panel's", given=lambda: first("waiting"), get=PANEL, private=True),
        Access("the board's", given=lambda: latest("waiting"), get=BOARD, private=True),
    ],
    "meetings:plan": lead("plan"),
    "meetings:propose": Access(given=lambda: first("propose"), get=PANEL, post=PANEL, private=True),
    "meetings:propose_referral": Access(given=lambda: first("propose_referral"), get=PANEL, post=PANEL, private=True),
    "meetings:venues": Access(get=EVERYONE),
    "meetings:venue": Access(get=EVERYONE),
    "meetings:add_venue": Access(get=ORGANISE, post=ORGANISE, refused=SIGNED_IN - ORGANISE),
    "meetings:describe_venue": Access(
        given=lambda: first("describe_venue"), get=ORGANISE, post=ORGANISE, refused=SIGNED_IN - ORGANISE
    ),
    "meetings:meeting": [
        Access("public groups", get=EVERYONE),
        Access("in the preparation", given=private_meeting, get=PREPARING, private=True),
    ],
    "meetings:move": lead("move"),
    "meetings:call": lead("call"),
    "meetings:cancel": lead("cancel"),
    "meetings:settle": [
        lead("settle", who={"chair"}),
        Access("the board's", given=lambda: latest("settle"), get=CHAIRS, post=CHAIRS, refused=SIGNED_IN - CHAIRS),
    ],
    "meetings:put_off": lead("put_off", who={"chair"}),
    "meetings:item": [
        Access("on an agenda", given=lambda: first("item"), get=EVERYONE),
        Access("waiting", given=waiting_item, get=PANEL, private=True),
    ],
    # On the board's agenda: everybody reads the item, and only members know of the page on which it is taken back.
    "meetings:withdraw_item": Access(
        given=lambda: first("withdraw_item"),
        get={"member"},
        post={"member"},
        refused={*LEAD_BOARD, "carer"},
    ),
    "meetings:close_item": inside("close_item"),
    # An answer from somebody who cannot settle it comes back with the page and a sentence, so that nothing is lost.
    "meetings:change": [
        Access("the panel's", given=lambda: first("change"), get=PANEL, post=PANEL, private=True),
        Access("the board's", given=lambda: latest("change"), get=BOARD, post=BOARD, private=True),
    ],
    "meetings:take_change_back": Access(
        given=lambda: first("take_change_back"), post={"chair"}, refused=PANEL - {"chair"}, private=True
    ),
    "meetings:begin": lead("begin", who=LEAD_BOARD),
    "meetings:room": Access(given=lambda: first("room"), get=PANEL, private=True),
    "meetings:attendance": lead("attendance"),
    "meetings:end": lead("end"),
    "meetings:note": inside("note"),
    "meetings:finish_item": inside("finish_item"),
    "meetings:take_decision": inside("take_decision"),
    "meetings:agree_action": inside("agree_action"),
    "meetings:action": [
        Access("the panel's", given=lambda: first("action"), get=PANEL, post=LEAD, refused=PANEL, private=True),
        Access("the board's", given=lambda: latest("action"), get=BOARD, post=LEAD_BOARD, refused=BOARD, private=True),
    ],
    "meetings:publish_note": lead("publish_note"),
    "meetings:minutes": [
        Access("approved", given=lambda: first("minutes"), get=EVERYONE),
        Access("with the members", given=lambda: first("correct_minutes"), get=PANEL, private=True),
    ],
    "meetings:minutes_version": Access(given=lambda: first("minutes_version"), get=PANEL, private=True),
    "meetings:write_minutes": lead("write_minutes"),
    "meetings:share_minutes": lead("share_minutes", get=False),
    "meetings:correct_minutes": Access(given=lambda: first("correct_minutes"), get=PANEL, post=PANEL, private=True),
    "meetings:correction": inside("correction"),
    "meetings:put_minutes": lead("put_minutes"),
    "meetings:approve_minutes": lead("approve_minutes"),
}
