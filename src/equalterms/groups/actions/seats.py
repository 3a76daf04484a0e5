"""Seats: how one is taken, changed, left with a handover, and ended by those who lead.

The ledger tells that a seat changed, never as what somebody sits: being a service user is theirs to tell.
"""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.actions.composition import change_of_seats
from equalterms.groups.models import Application, Group, Membership
from equalterms.groups.rules import (
    check_may_join,
    check_may_lead,
    check_may_leave,
    check_may_sit,
    composition_of,
    is_member,
    seat_of,
)
from equalterms.groups.vocabulary import BESIDE_THE_TABLE, ApplicationState, Role
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


def seat_person(
    group: Group,
    person: Person,
    *,
    by: Person | None,
    door: str,
    capacity: str,
    role: str = Role.MEMBER,
    term_ends: date | None = None,
    despite: str = "",
) -> Membership:
    """Give a person a seat, inside the action of whichever door they came by.

    Somebody who has a seat already keeps it as it is. Raises NotAllowed (ended, full, or not in this capacity) and
    WouldBreakComposition.
    """
    if group.ended_on is not None:
        raise NotAllowed(_("This group has ended. Its history stays as it is."))
    check_may_sit(group, capacity, role, person)
    with change_of_seats(group, by=by, despite=despite):
        seat = seat_of(person, group)
        if seat is not None:
            return seat
        check_seat_free(group, capacity)
        seat = Membership.objects.create(
            group=group,
            person=person,
            capacity=capacity,
            role=role,
            since=timezone.localdate(),
            term_ends=term_ends,
        )
        facts = {"group": group.key, "door": door}
        record("membership.joined", seat, by=by, for_whom=person, facts=facts)
        answered = {"state": ApplicationState.ACCEPTED, "answered_at": timezone.now()}
        Application.objects.filter(group=group, person=person, state=ApplicationState.OPEN).update(**answered)
    return seat


def check_seat_free(group: Group, capacity: str) -> None:
    now = composition_of(group)
    if capacity not in BESIDE_THE_TABLE and group.seats is not None and now.filled >= group.seats:
        raise NotAllowed(_("All seats of this group are taken."))


@action
def join_group(*, group: Group, by: Person, capacity: str) -> Membership:
    """Take a seat in a group that is open to everyone."""
    Group.objects.select_for_update().get(pk=group.pk)  # of two identical posts the second finds the seat taken
    seat = seat_of(by, group)
    if seat is not None:
        return unchanged(seat)
    check_may_join(by, group)
    return seat_person(group, by, by=by, door="public", capacity=capacity)


@action
def change_seat(
    *, seat: Membership, by: Person, capacity: str, role: str, term_ends: date | None, despite: str = ""
) -> Membership:
    """Change a seat's capacity, role or term: the seat ends and another follows it, so that history can be told."""
    group = seat.group
    check_may_lead(by, group)
    check_may_sit(group, capacity, role, seat.person)
    if (seat.capacity, seat.role, seat.term_ends) == (capacity, role, term_ends):
        return unchanged(seat)
    with change_of_seats(group, by=by, despite=despite):
        today = timezone.localdate()
        if not Membership.objects.filter(pk=seat.pk, until__isnull=True).update(until=today):
            raise NotAllowed(_("This seat has been changed or left in the meantime."))
        following = Membership.objects.create(
            group=group,
            person=seat.person,
            capacity=capacity,
            role=role,
            since=today,
            term_ends=term_ends,
            follows=seat,
            named_in_public=seat.named_in_public,
        )
    record("membership.changed", following, by=by, for_whom=seat.person, facts={"group": group.key})
    return following


@action
def choose_naming(*, seat: Membership, by: Person, named: bool) -> Membership:
    """Choose whether one's own name stands on the group's public page."""
    if seat.person_id != by.pk:
        raise NotAllowed(_("Only the person whose seat it is can choose this."))
    if seat.named_in_public == named:
        return unchanged(seat)
    seat.named_in_public = named
    seat.save(update_fields=["named_in_public"])
    record("membership.naming_chosen", seat, by=by, facts={"group": seat.group.key, "named": named})
    return seat


@action
def leave_group(*, group: Group, by: Person, handover: str, because: str = "") -> Membership:
    """Leave a group, with a handover for those who stay. Nobody can be kept in a seat."""
    check_may_leave(by, group)
    seat = seat_of(by, group)
    with change_of_seats(group, by=by, nobody_decides=True):
        end(seat, handover=handover, left_because=because)
    record("membership.left", seat, by=by, facts={"group": group.key})
    return seat


@action
def end_seat(*, seat: Membership, by: Person, reason: str, despite: str = "") -> Membership:
    """End somebody's seat, for a reason that only the person and those who lead can read."""
    seat.refresh_from_db()
    group = seat.group
    check_may_lead(by, group)
    if not is_member(seat.person, group) or seat.until is not None:
        return unchanged(seat)
    with change_of_seats(group, by=by, despite=despite):
        end(seat, left_because=reason)
    record("membership.ended", seat, by=by, for_whom=seat.person, facts={"group": group.key})
    return seat


def end(seat: Membership, **words: str) -> None:
    """End a seat that is still held, inside the caller's action."""
    still = Membership.objects.filter(pk=seat.pk, until__isnull=True)
    if not still.update(until=timezone.localdate(), **words):
        raise NotAllowed(_("This seat has been changed or left in the meantime."))
    seat.refresh_from_db()
