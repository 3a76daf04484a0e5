"""Where the members are in control, nobody else administers: tried for every action and every kind of outsider."""

import inspect
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from tests.factories import AffiliationFactory, GroupFactory, OrganisationFactory, PersonFactory, join

from equalterms.groups.actions.agreeing import (
    add_terms,
    ask_question,
    close_question,
    state_principle,
    withdraw_principle,
)
from equalterms.groups.actions.applying import accept_application, decline_application
from equalterms.groups.actions.inviting import invite_member, withdraw_invitation
from equalterms.groups.actions.referring import answer_referral, decline_referral, refer_work, take_on_referral
from equalterms.groups.actions.seats import change_seat, end_seat
from equalterms.groups.actions.starting import (
    change_rule_of_seats,
    describe_group,
    end_group,
    relate_groups,
    start_group,
    unrelate_groups,
)
from equalterms.groups.models import Application, Group, GroupInvitation, Membership, OpenQuestion, Principle, Referral
from equalterms.groups.vocabulary import Capacity, Joining, Role
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)

# What everybody does for themself, or what is nobody's to administer.
OWN_ACTIONS = {
    "accept_invitation",
    "apply_to_group",
    "choose_naming",
    "decline_invitation",
    "join_group",
    "leave_group",
    "withdraw_application",
}


def an_application(group: Group) -> Application:
    return Application.objects.create(group=group, person=PersonFactory(), capacity=Capacity.CARER, why="Because.")


def an_invitation(group: Group, by: Person) -> GroupInvitation:
    return GroupInvitation.objects.create(
        group=group, name="Sam", capacity=Capacity.CARER, token_digest=f"d{group.key}", invited_by=by,
        expires_at="2099-01-01T00:00Z",
    )  # fmt: skip


def a_referral(group: Group) -> Referral:
    return Referral.objects.create(from_group=GroupFactory(), to_group=group, title="Buses", words="Please look.")


def a_seat(group: Group) -> Membership:
    return Membership.objects.get(person=join(group))


def related(group: Group, by: Person) -> Group:
    """Another group that the same person leads, beside the first."""
    other = GroupFactory(user_controlled_network=True, organisation=group.organisation)
    join(other, chair=True, person=by)
    group.siblings.add(other)
    return other


def another(group: Group, by: Person) -> Group:
    other = related(group, by)
    group.siblings.clear()
    return other


ATTEMPTS: dict[str, Callable[[Group, Person], Any]] = {
    "describe_group": lambda g, by: describe_group(group=g, by=by, purpose="Another purpose."),
    "change_rule_of_seats": lambda g, by: change_rule_of_seats(
        group=g, by=by, lived_share=10, seats=None, reason="Why.", despite="Because."
    ),
    "relate_groups": lambda g, by: relate_groups(group=g, other=another(g, by), as_parent=False, by=by),
    "unrelate_groups": lambda g, by: unrelate_groups(group=g, other=related(g, by), by=by),
    "start_group": lambda g, by: start_group(
        organisation=g.organisation, by=by, name="Child", kind="network", purpose="To talk.", user_controlled=True,
        parent=g, own_capacity=Capacity.SERVICE_USER,
    ),
    "end_group": lambda g, by: end_group(group=g, by=by, reason="It is over."),
    "add_terms": lambda g, by: add_terms(group=g, by=by, words="We meet.", agreed_on=TODAY),
    "state_principle": lambda g, by: state_principle(group=g, by=by, text="Nothing without us."),
    "withdraw_principle": lambda g, by: withdraw_principle(
        principle=Principle.objects.create(group=g, text="One", since=TODAY), by=by, reason="Why."
    ),
    "ask_question": lambda g, by: ask_question(group=g, by=by, text="How?"),
    "close_question": lambda g, by: close_question(
        question=OpenQuestion.objects.create(group=g, text="How?"), by=by, agreed=True, outcome="So."
    ),
    "refer_work": lambda g, by: refer_work(
        from_group=g, to_group=GroupFactory(), by=by, title="Buses", words="Please."
    ),
    "take_on_referral": lambda g, by: take_on_referral(referral=a_referral(g), by=by),
    "decline_referral": lambda g, by: decline_referral(referral=a_referral(g), by=by, answer="No."),
    "answer_referral": lambda g, by: answer_referral(referral=a_referral(g), by=by, answer="Yes."),
    "invite_member": lambda g, by: invite_member(group=g, by=by, name="Sam", capacity=Capacity.CARER),
    "withdraw_invitation": lambda g, by: withdraw_invitation(invitation=an_invitation(g, by), by=by),
    "accept_application": lambda g, by: accept_application(application=an_application(g), by=by),
    "decline_application": lambda g, by: decline_application(application=an_application(g), by=by, answer="No."),
    "change_seat": lambda g, by: change_seat(
        seat=a_seat(g), by=by, capacity=Capacity.CARER, role=Role.CO_CHAIR, term_ends=None
    ),
    "end_seat": lambda g, by: end_seat(seat=a_seat(g), by=by, reason="Why."),
}  # fmt: skip


def a_superuser(group: Group) -> Person:
    return PersonFactory(is_superuser=True, is_staff=True)


def a_superuser_who_manages_at_the_council(group: Group) -> Person:
    return AffiliationFactory(person=a_superuser(group)).person


def a_superuser_who_sits_here_as_chair_and_works_for_the_council(group: Group) -> Person:
    return join(group, chair=True, person=a_superuser_who_manages_at_the_council(group))


def a_facilitator_of_the_council_in_the_chair(group: Group) -> Person:
    person = AffiliationFactory(duty=Duty.FACILITATOR).person
    return join(group, role=Role.FACILITATOR, person=person)


def staff_of_the_nhs_as_guest_adviser(group: Group) -> Person:
    person = AffiliationFactory(organisation=OrganisationFactory(kind="nhs"), duty=Duty.STAFF).person
    return join(group, capacity=Capacity.ADVISER, person=person)


def an_administrator_of_a_council(group: Group) -> Person:
    return AffiliationFactory(duty=Duty.ADMINISTRATOR).person


def a_stranger(group: Group) -> Person:
    return PersonFactory()


REFUSED = [
    a_superuser,
    a_superuser_who_manages_at_the_council,
    a_superuser_who_sits_here_as_chair_and_works_for_the_council,
    a_facilitator_of_the_council_in_the_chair,
    staff_of_the_nhs_as_guest_adviser,
    an_administrator_of_a_council,
    a_stranger,
]


def test_every_action_of_this_room_is_tried_here() -> None:
    modules = ("agreeing", "applying", "inviting", "referring", "seats", "starting")
    found = {
        name
        for module in modules
        for name, function in inspect.getmembers(import_module(f"equalterms.groups.actions.{module}"))
        if getattr(function, "is_action", False)
    }
    assert found == set(ATTEMPTS) | OWN_ACTIONS


def allowed(attempts: set[str], group_with: Callable[[], tuple[Group, Person]]) -> set[str]:
    """Try actions, each in a group of its own, and return those that were allowed."""
    done = set()
    for attempt in sorted(attempts):
        group, person = group_with()
        with suppress(NotAllowed):
            ATTEMPTS[attempt](group, person)
            done.add(attempt)
    return done


@pytest.mark.parametrize("outsider", REFUSED, ids=lambda made: made.__name__)
def test_nobody_from_outside_administers(outsider: Callable[[Group], Person]) -> None:
    def group_with() -> tuple[Group, Person]:
        group = GroupFactory(user_controlled_network=True, joining=Joining.APPLICATION)
        join(group, chair=True)
        return group, outsider(group)

    assert allowed(set(ATTEMPTS), group_with) <= {"ask_question"}  # which is no administration: see below


def test_a_member_in_the_chair_administers() -> None:
    def group_with() -> tuple[Group, Person]:
        group = GroupFactory(user_controlled_network=True, joining=Joining.APPLICATION)
        return group, join(group, chair=True)

    assert allowed(set(ATTEMPTS), group_with) == set(ATTEMPTS)


def test_an_ordinary_member_does_not() -> None:
    def group_with() -> tuple[Group, Person]:
        group = GroupFactory(user_controlled_network=True)
        return group, join(group)

    assert allowed(set(ATTEMPTS), group_with) == {"ask_question"}


def test_the_organisations_own_administrator_does_not_without_a_leading_seat() -> None:
    def group_with() -> tuple[Group, Person]:
        group = GroupFactory(user_controlled_network=True)
        return group, AffiliationFactory(organisation=group.organisation, duty=Duty.ADMINISTRATOR).person

    # A new group of their own organisation they may start, as everybody in it may.
    assert allowed(set(ATTEMPTS), group_with) == {"start_group"}


def test_guests_and_strangers_ask_no_questions_but_every_member_does() -> None:
    group = GroupFactory(user_controlled_network=True)
    ask_question(group=group, by=join(group), text="How?")
    for outsider in (staff_of_the_nhs_as_guest_adviser, a_superuser, an_administrator_of_a_council, a_stranger):
        with pytest.raises(NotAllowed):
            ask_question(group=group, by=outsider(group), text="When?")


def test_staff_hold_no_seat_and_are_guests_only_if_the_terms_say_so() -> None:
    group = GroupFactory(user_controlled_network=True)
    chair = join(group, chair=True)
    with pytest.raises(NotAllowed):
        invite_member(group=group, by=chair, name="Sam", capacity=Capacity.STAFF, despite="Because.")
    with pytest.raises(NotAllowed):
        invite_member(group=group, by=chair, name="Sam", capacity=Capacity.OBSERVER)
    add_terms(group=group, by=chair, words="Guests are welcome.", agreed_on=TODAY, guests_welcome=True)
    invite_member(group=group, by=chair, name="Sam", capacity=Capacity.OBSERVER)
    with pytest.raises(NotAllowed):
        invite_member(group=group, by=chair, name="Sam", capacity=Capacity.ADVISER, role=Role.CHAIR, despite="So.")
