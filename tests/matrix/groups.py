"""Who may open what of groups: the panel that everybody sees, and the preparation that only its members see.

In the panel sit the member, the chair, the manager and the facilitator; the chair and the facilitator lead it. The
administrator of the council may change what it says about itself, and sees nobody who sits there.
"""

from typing import Any

from django.db.models import Q
from tests.matrix.access import EVERYONE, NOBODY, SIGNED_IN, Access

from equalterms.groups.examples import EXAMPLE_TOKEN, group_led_by
from equalterms.groups.models import (
    Application,
    Group,
    GroupInvitation,
    Membership,
    OpenQuestion,
    Principle,
    Referral,
)
from equalterms.groups.vocabulary import Visibility
from equalterms.people import tokens

LEAD = {"chair", "facilitator"}
ADMINISTER = {*LEAD, "administrator"}
PANEL = {*LEAD, "member", "manager"}
PREPARING = {"member", "chair"}


def panel() -> dict[str, Any]:
    return {"key": group_led_by("chair").key}


def preparation() -> dict[str, Any]:
    groups = Group.objects.filter(visibility=Visibility.MEMBERS, memberships__person__try_as="member")
    return {"key": groups.earliest("pk").key}


def anothers_network() -> dict[str, Any]:
    groups = Group.objects.filter(user_controlled=True, visibility=Visibility.PUBLIC)
    return {"key": groups.exclude(memberships__person__try_as__isnull=False).earliest("pk").key}


def seat_in_preparation() -> dict[str, Any]:
    seats = Membership.objects.filter(group__key=preparation()["key"], until=None, person__try_as=None)
    return {"key": seats.earliest("pk").key}


def question_in_preparation() -> dict[str, Any]:
    return {"key": OpenQuestion.objects.filter(group__key=preparation()["key"]).earliest("pk").key}


def principle_in_preparation() -> dict[str, Any]:
    group = Group.objects.get(**preparation())
    principle, _made = Principle.objects.get_or_create(group=group, text="We speak first.", since=group.started_on)
    return {"key": principle.key}


def open_application() -> dict[str, Any]:
    return {"key": Application.objects.filter(state="open", group__key=panel()["key"]).earliest("pk").key}


def members_own_application() -> dict[str, Any]:
    return {"key": Application.objects.get(person__try_as="member").key}


def referral(*, to: str) -> dict[str, Any]:
    """One in which the chair's panel asks or is asked."""
    of_panel = Q(from_group__key=panel()["key"]) | Q(to_group__key=panel()["key"])
    return {"key": Referral.objects.filter(of_panel, to_group__kind=to).earliest("pk").key}


def invitation_to_panel() -> dict[str, Any]:
    return {"key": GroupInvitation.objects.get(token_digest=tokens.digest(EXAMPLE_TOKEN)).key}


def form_of_panel(*who: str) -> list[Access]:
    """A form for those who administer the panel; nobody's in the preparation, which its own chair alone leads."""
    allowed = set(who) or ADMINISTER
    return [
        Access("the panel", given=panel, get=allowed, post=allowed, refused=SIGNED_IN - allowed),
        Access("the preparation", given=preparation, get=NOBODY, post=NOBODY, refused=PREPARING, private=True),
    ]


def in_preparation(given: Any) -> Access:
    return Access("in the preparation", given=given, get=NOBODY, post=NOBODY, refused=PREPARING, private=True)


NO_SUCH_LINK = {"token": "nobody-was-invited"}

ROUTES = {
    "groups:list": Access(get=EVERYONE),
    "groups:start": Access(
        get={"facilitator", "administrator"},
        post={"facilitator", "administrator"},
        refused=SIGNED_IN - {"facilitator", "administrator"},
    ),
    "groups:group": [
        Access("a public one", given=panel, get=EVERYONE),
        Access("the preparation", given=preparation, get=PREPARING, private=True),
    ],
    "groups:members": [
        Access("the panel", given=panel, get=PANEL, private=True),
        Access("the preparation", given=preparation, get=PREPARING, private=True),
        Access("a network elsewhere", given=anothers_network, get=NOBODY, private=True),
    ],
    "groups:needs": [
        Access("the panel", given=panel, get=LEAD, private=True),
        Access("the preparation", given=preparation, get=NOBODY, private=True),
    ],
    "groups:terms": Access(get=EVERYONE),
    "groups:describe": form_of_panel(),
    "groups:change_rule": form_of_panel(),
    "groups:relate": form_of_panel(),
    "groups:end": form_of_panel(),
    "groups:new_terms": form_of_panel(),
    "groups:new_principle": form_of_panel(),
    "groups:refer": form_of_panel(),
    "groups:invite": form_of_panel(),
    "groups:new_question": [
        Access(
            "the panel",
            given=panel,
            get={*PANEL, "administrator"},
            post={*PANEL, "administrator"},
            refused=SIGNED_IN - PANEL - {"administrator"},
        ),
        Access("the preparation", given=preparation, get=PREPARING, post=PREPARING, private=True),
    ],
    "groups:unrelate": Access(
        given=lambda: {**panel(), "other_key": Group.objects.get(siblings__key=panel()["key"]).key}, post=ADMINISTER
    ),
    "groups:withdraw_principle": [
        Access("the panel's", get=ADMINISTER, post=ADMINISTER, refused=SIGNED_IN - ADMINISTER),
        in_preparation(principle_in_preparation),
    ],
    "groups:close_question": [
        Access("the panel's", get=ADMINISTER, post=ADMINISTER, refused=SIGNED_IN - ADMINISTER),
        in_preparation(question_in_preparation),
    ],
    # Between the panel and the board: the people of both read it, those who lead the one that was asked answer. The
    # manager is a co-chair of the board.
    "groups:referral": [
        Access("to the panel", given=lambda: referral(to="panel"), get={*PANEL, "carer"}, post=LEAD, private=True),
        Access(
            "to the board",
            given=lambda: referral(to="board"),
            get={*PANEL, "carer"},
            post={*LEAD, "manager"},
            private=True,
        ),
    ],
    # Doors.
    "groups:apply": [
        Access("the panel", get=SIGNED_IN - PANEL, post=SIGNED_IN - PANEL, refused=PANEL),
        Access("the preparation", given=preparation, get=NOBODY, post=NOBODY, refused=PREPARING, private=True),
    ],
    "groups:application": [
        Access("a stranger's", given=open_application, get=LEAD, post=LEAD, private=True),
        Access("the member's own", given=members_own_application, get={*LEAD, "member"}, post=LEAD, private=True),
    ],
    "groups:take_application_back": [
        Access("the member's own", given=members_own_application, post={"member"}, refused=LEAD, private=True),
        Access("a stranger's", given=open_application, post=NOBODY, refused=LEAD, private=True),
    ],
    "groups:invitation": [
        Access("works", given=lambda: {"token": EXAMPLE_TOKEN}, get=EVERYONE),
        Access("does not exist", given=lambda: NO_SUCH_LINK, get=NOBODY, private=True),
    ],
    "groups:accept_invitation": [
        Access("works", given=lambda: {"token": EXAMPLE_TOKEN}, get=SIGNED_IN, post=SIGNED_IN),
        Access("does not exist", given=lambda: NO_SUCH_LINK, get=NOBODY, post=NOBODY, private=True),
    ],
    "groups:decline_invitation": [
        Access("works", given=lambda: {"token": EXAMPLE_TOKEN}, post=EVERYONE),
        Access("does not exist", given=lambda: NO_SUCH_LINK, post=NOBODY, private=True),
    ],
    "groups:withdraw_invitation": Access(given=invitation_to_panel, post=LEAD, private=True),
    # Seats.
    "groups:join": [
        Access("an open network", get=SIGNED_IN, post=SIGNED_IN),
        Access("the preparation", given=preparation, get=NOBODY, post=NOBODY, refused=PREPARING, private=True),
    ],
    "groups:change_seat": [
        Access("the panel's", get=LEAD, post=LEAD, refused=PANEL - LEAD, private=True),
        in_preparation(seat_in_preparation),
    ],
    "groups:end_seat": [
        Access("the panel's", get=LEAD, post=LEAD, refused=PANEL - LEAD, private=True),
        in_preparation(seat_in_preparation),
    ],
    "groups:naming": Access(get={"member"}, post={"member"}, private=True),
    "groups:leave": [
        Access("the panel", get=PANEL, post=PANEL, refused=SIGNED_IN - PANEL),
        Access(
            "the preparation",
            given=lambda: {**preparation(), "step": "handover"},
            get=PREPARING,
            post=PREPARING,
            private=True,
        ),
    ],
    "groups:confirm_leaving": [
        Access("the panel", get=PANEL, post=PANEL, refused=SIGNED_IN - PANEL),
        Access("the preparation", given=preparation, get=PREPARING, post=PREPARING, private=True),
    ],
}
