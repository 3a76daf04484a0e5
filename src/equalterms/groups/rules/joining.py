"""Who may take a seat, in which capacity and role, and by which door."""

from django.utils.translation import gettext as _

from equalterms.groups.models import Group, TermsVersion
from equalterms.groups.rules.seats import is_member, seat_of, serves_a_public_body
from equalterms.groups.vocabulary import (
    BESIDE_THE_TABLE,
    GUESTS,
    IN_CHARGE,
    LEADING_ROLES,
    LIVED_EXPERIENCE,
    Capacity,
    Joining,
    Role,
)
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


def guests_welcome(group: Group) -> bool:
    """Whether the terms of reference in force say that staff of public bodies can sit in as guests."""
    if group.pk is None:  # it is about to start, so it has no terms yet
        return False
    current = TermsVersion.objects.filter(group=group).order_by("-number").first()
    return current is not None and current.guests_welcome


def capacities_open_in(group: Group) -> list[str]:
    """Return the capacities in which somebody can sit in a group."""
    if not group.user_controlled:
        return list(Capacity.values)
    return [*LIVED_EXPERIENCE, *(GUESTS if guests_welcome(group) else ())]


def why_not_sit(group: Group, capacity: str, role: str = Role.MEMBER, person: Person | None = None) -> str:
    """Return why nobody (or this person) can sit so, in words; an empty text when they can."""
    if role in LEADING_ROLES and capacity in BESIDE_THE_TABLE:
        return _("An observer cannot lead a group.")
    if not group.user_controlled:
        return ""
    if capacity in IN_CHARGE:
        return _("The members control this group. Staff cannot hold a seat in it.")
    if capacity in GUESTS and not guests_welcome(group):
        return _("The terms of this group do not provide for guests.")
    if capacity in GUESTS and role in LEADING_ROLES:
        return _("The members control this group. A guest cannot lead it.")
    if capacity not in GUESTS and serves_a_public_body(person):
        return _("The members control this group. People who work for a public body can only be guests.")
    return ""


def check_may_sit(group: Group, capacity: str, role: str = Role.MEMBER, person: Person | None = None) -> None:
    words = why_not_sit(group, capacity, role, person)
    if words:
        raise NotAllowed(words)


def may_apply(person: Person | None, group: Group) -> bool:
    return may_ask_at_the_door(person, group, Joining.APPLICATION)


def check_may_apply(person: Person | None, group: Group) -> None:
    if not may_apply(person, group):
        raise NotAllowed(_("You cannot apply to this group: you are in it, or it takes no applications."))


def may_join(person: Person | None, group: Group) -> bool:
    return may_ask_at_the_door(person, group, Joining.PUBLIC)


def check_may_join(person: Person | None, group: Group) -> None:
    if not may_join(person, group):
        raise NotAllowed(_("You cannot join here: you are in this group, or it is not open to everyone."))


def may_ask_at_the_door(person: Person | None, group: Group, door: str) -> bool:
    if person is None or group.ended_on is not None or group.joining != door:
        return False
    return not is_member(person, group)


def may_leave(person: Person | None, group: Group) -> bool:
    return seat_of(person, group) is not None


def check_may_leave(person: Person | None, group: Group) -> None:
    if not may_leave(person, group):
        raise NotAllowed(_("You do not sit in this group."))
