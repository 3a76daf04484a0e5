"""Whose agenda it is: everybody proposes, the chairs order it together, and nobody settles it alone.

A change by one chair waits for another. Where a group has one chair only, it waits for a member with lived
experience; a facilitator may agree too if the chair has lived experience, so that the agenda is never settled
between people who are paid to be there (decision 20).
"""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from equalterms.groups.models import Group, Membership
from equalterms.groups.rules import seat_of, seats_on
from equalterms.groups.vocabulary import BESIDE_THE_TABLE, GUESTS, Role
from equalterms.meetings.models import AgendaChange, AgendaItem, Meeting
from equalterms.meetings.rules.leading import may_plan
from equalterms.meetings.vocabulary import TO_COME, WAITING_ITEMS, ItemState, OrderState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

CHAIRS = (Role.CHAIR, Role.CO_CHAIR)


def chairs_of(group: Group) -> QuerySet[Membership]:
    """Return the seats of those who chair a group today."""
    return group.memberships.filter(seats_on(), role__in=CHAIRS).select_related("person").order_by("pk")


def may_propose(person: Person | None, group: Group) -> bool:
    """Whether a person may propose an item: each member at the table; observers, and guests of members, may not."""
    seat = seat_of(person, group)
    if seat is None or group.ended_on is not None:
        return False
    return seat.capacity not in (GUESTS if group.user_controlled else BESIDE_THE_TABLE)


def check_may_propose(person: Person | None, group: Group) -> None:
    if not may_propose(person, group):
        raise NotAllowed(_("Only members who sit at the table can propose an item."))


def may_withdraw(person: Person | None, item: AgendaItem) -> bool:
    """Whether a person may take an item back: who proposed it, until it has been dealt with."""
    return (
        person is not None and item.proposed_by_id == person.pk and item.state in (*WAITING_ITEMS, ItemState.ON_AGENDA)
    )


def check_may_withdraw(person: Person | None, item: AgendaItem) -> None:
    if not may_withdraw(person, item):
        raise NotAllowed(_("Only the member who proposed an item can take it back, until it has been dealt with."))


def may_order(person: Person | None, group: Group) -> bool:
    """Whether a person may put an agenda in order: its chairs; where nobody chairs the group, who leads it."""
    if not may_plan(person, group):
        return False
    chairs = [seat.person_id for seat in chairs_of(group)]
    return person.pk in chairs if chairs else True


def check_may_order(person: Person | None, meeting: Meeting) -> None:
    if not may_order(person, meeting.group):
        raise NotAllowed(_("Only the chairs of this group put its agenda in order. Every member can propose an item."))
    if meeting.state not in TO_COME:
        raise NotAllowed(_("This meeting has begun, was held or was cancelled. Its agenda stays as it is."))


def agreeing_seats(change: AgendaChange) -> list[Membership]:
    """Return the seats of those who can agree to a change: the other chairs, or else members as said above."""
    group = change.meeting.group
    chairs = list(chairs_of(group))
    others = [seat for seat in chairs if seat.person_id != change.made_by_id]
    if others:
        return others
    maker = next((seat for seat in chairs if seat.person_id == change.made_by_id), None)
    seats = group.memberships.filter(seats_on()).exclude(person=change.made_by_id).select_related("person")
    by_facilitator = maker is not None and maker.has_lived_experience
    return [seat for seat in seats if seat.has_lived_experience or (by_facilitator and seat.role == Role.FACILITATOR)]


def has_one_chair(group: Group) -> bool:
    return chairs_of(group).count() < 2


def may_agree(person: Person | None, change: AgendaChange) -> bool:
    """Whether a person may answer a change: with their own hands or a supporter's, but never the hands that made it."""
    if person is None or change.state != OrderState.OPEN or change.meeting.state not in TO_COME:
        return False
    makers = {change.made_by_id, change.made_typed_by_id} - {None}
    hands = {person.pk, getattr(person.entered_by, "pk", None)} - {None}
    return not makers & hands and any(seat.person_id == person.pk for seat in agreeing_seats(change))


def check_may_agree(person: Person | None, change: AgendaChange) -> None:
    if not may_agree(person, change):
        raise NotAllowed(
            _("Somebody other than the person who made this change has to answer it, and it must be open.")
        )


def may_close(person: Person | None, item: AgendaItem) -> bool:
    """Whether a person may close an item to the public: who runs the meetings, before it has been dealt with."""
    return item.state in (*WAITING_ITEMS, ItemState.ON_AGENDA) and may_plan(person, item.group)


def check_may_close(person: Person | None, item: AgendaItem) -> None:
    if not may_close(person, item):
        raise NotAllowed(
            _("Only who leads the group can say whether the public sees an item, before it is dealt with.")
        )
