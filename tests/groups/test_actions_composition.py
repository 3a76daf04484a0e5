"""The rule of seats is never broken silently, and a break stands in public until it is mended."""

from datetime import date

import pytest
from tests.factories import AffiliationFactory, GroupFactory, PersonFactory, join

from equalterms.groups.actions.applying import accept_application
from equalterms.groups.actions.inviting import accept_invitation, invite_member
from equalterms.groups.actions.seats import change_seat, end_seat, join_group, leave_group
from equalterms.groups.actions.starting import change_rule_of_seats, start_group
from equalterms.groups.models import Application, CompositionBreak, Group, Membership
from equalterms.groups.queries.page import group_page
from equalterms.groups.rules import Composition, WouldBreakComposition, composition_of
from equalterms.groups.vocabulary import Capacity, Joining, Role
from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty

pytestmark = pytest.mark.django_db


@pytest.fixture
def group() -> Group:
    """Two with lived experience, two staff: at least half, and only just."""
    group = GroupFactory(joining=Joining.PUBLIC)
    join(group, chair=True)
    join(group, carer=True)
    join(group, staff=True)
    join(group, staff=True)
    return group


def chair_of(group: Group) -> Person:
    return group.memberships.get(role=Role.CHAIR).person


def seat_as(group: Group, capacity: str) -> Membership:
    return group.memberships.filter(capacity=capacity, until__isnull=True).last()


def standing_breaks(group: Group) -> list[CompositionBreak]:
    return list(group.composition_breaks.filter(restored_on__isnull=True))


def test_observers_sit_beside_the_table_and_advisers_at_it() -> None:
    composition = Composition(rule=50, seats=9, by_capacity={"service_user": 2, "adviser": 1, "observer": 7})
    assert (composition.lived, composition.filled, composition.empty, composition.kept) == (2, 3, 6, True)
    assert composition.in_words == "2 of 3 filled seats have lived experience."


@pytest.mark.parametrize(("rule", "lived", "others", "kept"), [(50, 1, 1, True), (51, 1, 1, False), (0, 0, 3, True)])
def test_the_rule_counts_exactly(rule: int, lived: int, others: int, kept: bool) -> None:
    assert Composition(rule=rule, by_capacity={"carer": lived, "staff": others}).kept is kept


def test_inviting_staff_past_the_rule_needs_a_reason(group: Group) -> None:
    with pytest.raises(WouldBreakComposition) as warned:
        invite_member(group=group, by=chair_of(group), name="Sam", capacity=Capacity.STAFF)
    assert warned.value.after.in_words == "2 of 5 filled seats have lived experience."
    assert not group.invitations.exists()


def test_the_reason_of_the_invitation_stands_in_public_once_the_seat_is_taken(group: Group) -> None:
    invitation, _link = invite_member(
        group=group, by=chair_of(group), name="Sam", capacity=Capacity.STAFF, despite="We need somebody from health."
    )
    assert not standing_breaks(group)
    accept_invitation(invitation=invitation, by=PersonFactory())
    page = group_page(None, group)
    assert [each.reason for each in page.breaks] == ["We need somebody from health."]
    assert page.not_kept_since is not None
    event = Event.objects.get(verb="composition.broken")
    assert event.reason == "We need somebody from health."
    assert event.facts == {"lived": 2, "filled": 5, "rule": 50}


def test_an_invitation_that_has_become_too_many_cannot_be_taken_and_stays_good(group: Group) -> None:
    by = chair_of(group)
    join(group)
    invitation, _link = invite_member(group=group, by=by, name="Sam", capacity=Capacity.STAFF)
    leave_group(group=group, by=seat_as(group, Capacity.SERVICE_USER).person, handover="")
    with pytest.raises(WouldBreakComposition):
        accept_invitation(invitation=invitation, by=PersonFactory())
    invitation.refresh_from_db()
    assert invitation.used_at is None


def test_joining_as_staff_past_the_rule_is_refused_and_as_a_carer_it_is_not(group: Group) -> None:
    with pytest.raises(WouldBreakComposition):
        join_group(group=group, by=PersonFactory(), capacity=Capacity.STAFF)
    join_group(group=group, by=PersonFactory(), capacity=Capacity.CARER)


def test_accepting_an_application_past_the_rule_leaves_it_open(group: Group) -> None:
    application = Application.objects.create(group=group, person=PersonFactory(), capacity=Capacity.STAFF, why="So.")
    with pytest.raises(WouldBreakComposition):
        accept_application(application=application, by=chair_of(group))
    application.refresh_from_db()
    assert application.state == "open"
    accept_application(application=application, by=chair_of(group), despite="Only she knows the buses.")
    assert standing_breaks(group)[0].reason == "Only she knows the buses."


def test_changing_a_capacity_past_the_rule_needs_a_reason(group: Group) -> None:
    seat = seat_as(group, Capacity.CARER)
    with pytest.raises(WouldBreakComposition):
        change_seat(seat=seat, by=chair_of(group), capacity=Capacity.STAFF, role=seat.role, term_ends=None)
    seat.refresh_from_db()
    assert seat.until is None


def test_ending_the_seat_of_a_carer_past_the_rule_needs_a_reason(group: Group) -> None:
    seat = seat_as(group, Capacity.CARER)
    with pytest.raises(WouldBreakComposition):
        end_seat(seat=seat, by=chair_of(group), reason="Never comes.")
    end_seat(seat=seat, by=chair_of(group), reason="Never comes.", despite="We look for another carer.")
    assert [each.reason for each in standing_breaks(group)] == ["We look for another carer."]


def test_nobody_is_kept_in_a_seat_by_the_rule(group: Group) -> None:
    leave_group(group=group, by=seat_as(group, Capacity.CARER).person, handover="My notes are with Ben.")
    assert [each.reason for each in standing_breaks(group)] == [""]


def test_the_break_is_over_when_the_rule_is_kept_again(group: Group) -> None:
    leave_group(group=group, by=seat_as(group, Capacity.CARER).person, handover="")
    join_group(group=group, by=PersonFactory(), capacity=Capacity.CARER)
    assert not standing_breaks(group)
    assert group_page(None, group).not_kept_since is None
    assert Event.objects.filter(verb="composition.restored").count() == 1


def test_while_it_is_broken_what_helps_needs_no_reason_and_what_makes_it_worse_does(group: Group) -> None:
    group.lived_share = 100
    group.save()
    join_group(group=group, by=PersonFactory(), capacity=Capacity.CARER)
    with pytest.raises(WouldBreakComposition):
        join_group(group=group, by=PersonFactory(), capacity=Capacity.ADVISER)


def test_raising_the_rule_past_who_sits_here_warns_too(group: Group) -> None:
    with pytest.raises(WouldBreakComposition):
        change_rule_of_seats(group=group, by=chair_of(group), lived_share=60, seats=None, reason="We want more.")
    group.refresh_from_db()
    assert group.lived_share == 50


def test_lowering_the_rule_stays_in_the_history_with_its_reason(group: Group) -> None:
    change_rule_of_seats(group=group, by=chair_of(group), lived_share=30, seats=9, reason="Nobody was found.")
    changes = group_page(None, group).history.rule_changes
    assert [(each.before, each.after, each.reason) for each in changes] == [(50, 30, "Nobody was found.")]


def test_reasons_of_a_group_that_only_members_see_are_not_in_the_ledger(group: Group) -> None:
    group.visibility = "members"
    group.save()
    seat = seat_as(group, Capacity.CARER)
    end_seat(seat=seat, by=chair_of(group), reason="SECRET", despite="SECRET")
    assert not Event.objects.filter(reason__contains="SECRET").exists()


def test_the_ledger_never_says_as_what_somebody_sits(group: Group) -> None:
    seat = join_group(group=group, by=PersonFactory(), capacity=Capacity.CARER)
    leave_group(group=group, by=seat.person, handover="")
    for event in Event.objects.filter(kind="groups.membership"):
        assert "carer" not in str(event.facts) + event.reason


def test_a_full_group_takes_nobody_but_an_observer() -> None:
    group = GroupFactory(joining=Joining.PUBLIC, seats=1)
    join(group)
    with pytest.raises(NotAllowed, match="All seats"):
        join_group(group=group, by=PersonFactory(), capacity=Capacity.CARER)
    join_group(group=group, by=PersonFactory(), capacity=Capacity.OBSERVER)


def test_a_new_group_with_its_facilitator_alone_says_that_it_has_just_started() -> None:
    by = AffiliationFactory(duty=Duty.FACILITATOR)
    group = start_group(
        organisation=by.organisation, by=by.person, name="New", kind="panel", purpose="To begin.",
        own_capacity=Capacity.STAFF,
    )  # fmt: skip
    assert [each.reason for each in standing_breaks(group)] == ["The group has just started."]
    assert composition_of(group).lived == 0


def test_a_changed_seat_keeps_who_was_what_on_which_day(group: Group) -> None:
    seat = seat_as(group, Capacity.CARER)
    following = change_seat(
        seat=seat, by=chair_of(group), capacity=Capacity.SERVICE_USER, role=Role.CO_CHAIR, term_ends=date(2099, 1, 1)
    )
    seat.refresh_from_db()
    assert (seat.capacity, following.capacity, following.follows) == ("carer", "service_user", seat)
    assert seat.until == following.since
    comings = {each.capacity: (each.joined, each.left, each.now) for each in group_page(None, group).history.comings}
    assert comings["Carer"] == (1, 0, 0)
    assert comings["Service user"] == (1, 0, 2)
