"""Everybody proposes, the chairs order together, and nobody settles an agenda alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.factories import MembershipFactory
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, agenda
from tests.meetings.conftest import Table, build_table

from equalterms.groups.models import Referral
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.ledger.models import Event
from equalterms.meetings.actions.agenda import bring_back_items, close_item, propose_item, withdraw_item
from equalterms.meetings.actions.changing import agree_to_change, change_agenda, decline_change, withdraw_change
from equalterms.meetings.actions.planning import call_meeting
from equalterms.meetings.models import AgendaChange, AgendaItem, Meeting
from equalterms.meetings.queries.waiting import happened_for, waiting_for
from equalterms.meetings.rules.agenda import may_agree, may_order
from equalterms.notices.models import Notice
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

PROPOSAL = {"title": "Letters", "why": "Nobody can read them.", "purpose": "decision", "wished_minutes": 20}


@pytest.fixture
def meeting(table: Table) -> Meeting:
    return MeetingFactory(group=table.panel)


def lines(*items: AgendaItem, minutes: int = 20) -> list[dict[str, Any]]:
    return [{"item": item.key, "minutes": minutes} for item in items]


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items.filter(state="on_agenda").order_by("position")]


@pytest.mark.parametrize("who", ["chair", "member", "carer", "staff", "facilitator"])
def test_every_member_at_the_table_can_propose(table: Table, who: str) -> None:
    item = propose_item(group=table.panel, by=getattr(table, who), **PROPOSAL)
    assert item.state == "proposed"


@pytest.mark.parametrize("who", ["observer", "administrator", "outsider"])
def test_nobody_else_can_propose(table: Table, who: str) -> None:
    with pytest.raises(NotAllowed):
        propose_item(group=table.panel, by=getattr(table, who), **PROPOSAL)


def test_the_ledger_does_not_tell_as_what_somebody_proposed(table: Table) -> None:
    propose_item(group=table.panel, by=table.carer, **PROPOSAL)
    assert "carer" not in str(Event.objects.get(verb="item.proposed").facts)


def test_only_the_proposer_takes_an_item_back(table: Table) -> None:
    item = propose_item(group=table.panel, by=table.member, **PROPOSAL)
    with pytest.raises(NotAllowed):
        withdraw_item(item=item, by=table.chair)
    assert withdraw_item(item=item, by=table.member).state == "withdrawn"


def test_work_that_was_referred_becomes_an_item_once(table: Table) -> None:
    other = build_table().panel
    work = Referral.objects.create(from_group=other, to_group=table.panel, title="Buses", words="Please look.")
    propose_item(group=table.panel, by=table.member, referral=work, **PROPOSAL)
    with pytest.raises(NotAllowed):
        propose_item(group=table.panel, by=table.carer, referral=work, **PROPOSAL)
    with pytest.raises(NotAllowed):
        propose_item(group=other, by=table.member, referral=work, **PROPOSAL)


def test_a_change_by_one_chair_is_the_agenda_only_when_the_other_agrees(table: Table, meeting: Meeting) -> None:
    first, second = AgendaItemFactory(group=table.panel), AgendaItemFactory(group=table.panel)
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(second, first))
    assert titles(meeting) == []
    agree_to_change(change=change, by=table.co_chair)
    assert titles(meeting) == [second.title, first.title]


@pytest.mark.parametrize("who", ["chair", "member", "carer", "facilitator", "staff", "administrator", "outsider"])
def test_nobody_but_the_other_chair_agrees(table: Table, meeting: Meeting, who: str) -> None:
    item = AgendaItemFactory(group=table.panel)
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(item))
    with pytest.raises(NotAllowed):
        agree_to_change(change=change, by=getattr(table, who))
    assert titles(meeting) == []


def test_the_hands_that_made_a_change_never_agree_to_it(table: Table, meeting: Meeting) -> None:
    """A supporter who typed for one chair cannot agree for the other, nor one chair while acting for the other."""
    item = AgendaItemFactory(group=table.panel)
    table.chair.entered_by = table.outsider
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(item))
    for hands in (table.outsider, table.chair):
        other = Person.objects.get(pk=table.co_chair.pk)
        other.entered_by = hands
        assert not may_agree(other, change)
    assert may_agree(Person.objects.get(pk=table.co_chair.pk), change)


@pytest.mark.parametrize("who", ["member", "staff", "facilitator", "administrator", "outsider"])
def test_only_chairs_put_an_agenda_in_order(table: Table, meeting: Meeting, who: str) -> None:
    with pytest.raises(NotAllowed):
        change_agenda(meeting=meeting, by=getattr(table, who), lines=[])


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "can"), [("member", True), ("carer", True), ("facilitator", True), ("staff", False)])
def test_with_one_chair_who_has_lived_experience(who: str, can: bool) -> None:
    table = build_table(co_chair=False)
    meeting, item = MeetingFactory(group=table.panel), AgendaItemFactory(group=table.panel)
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(item))
    assert may_agree(getattr(table, who), change) is can


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "can"), [("member", True), ("facilitator", False), ("staff", False)])
def test_with_one_chair_who_is_in_charge_only_lived_experience_agrees(who: str, can: bool) -> None:
    table = build_table(co_chair=False)
    table.panel.memberships.filter(person=table.chair).update(capacity=Capacity.STAFF)
    meeting, item = MeetingFactory(group=table.panel), AgendaItemFactory(group=table.panel)
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(item))
    assert may_agree(getattr(table, who), change) is can


@pytest.mark.django_db
def test_where_nobody_chairs_the_facilitator_orders_and_a_member_agrees() -> None:
    table = build_table(co_chair=False)
    table.panel.memberships.filter(person=table.chair).update(role=Role.MEMBER)
    assert may_order(table.facilitator, table.panel)
    change = change_agenda(
        meeting=MeetingFactory(group=table.panel),
        by=table.facilitator,
        lines=lines(AgendaItemFactory(group=table.panel)),
    )
    assert may_agree(table.member, change)


def test_saying_why_not_leaves_the_agenda_as_it_was(table: Table, meeting: Meeting) -> None:
    first, second = agenda(meeting, 2)
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(second, first))
    with pytest.raises(NotAllowed):
        decline_change(change=change, by=table.co_chair, why=" ")
    decline_change(change=change, by=table.co_chair, why="Money first.")
    assert titles(meeting) == [first.title, second.title]
    with pytest.raises(NotAllowed):
        agree_to_change(change=change, by=table.co_chair)


def test_a_newer_change_replaces_the_one_that_waits(table: Table, meeting: Meeting) -> None:
    first, second = AgendaItemFactory(group=table.panel), AgendaItemFactory(group=table.panel)
    older = change_agenda(meeting=meeting, by=table.chair, lines=lines(first))
    newer = change_agenda(meeting=meeting, by=table.co_chair, lines=lines(second))
    older.refresh_from_db()
    assert older.state == "replaced"
    with pytest.raises(NotAllowed):
        agree_to_change(change=newer, by=table.co_chair)
    agree_to_change(change=newer, by=table.chair)
    assert titles(meeting) == [second.title]


def test_a_change_sent_twice_is_one_change(table: Table, meeting: Meeting) -> None:
    item = AgendaItemFactory(group=table.panel)
    for _send in range(2):
        change_agenda(meeting=meeting, by=table.chair, lines=lines(item))
    assert AgendaChange.objects.count() == 1


def test_an_agenda_that_is_as_it_was_is_no_change(table: Table, meeting: Meeting) -> None:
    items = agenda(meeting, 2)
    assert change_agenda(meeting=meeting, by=table.chair, lines=lines(*items, minutes=15)) is None


def test_one_takes_back_only_ones_own_change(table: Table, meeting: Meeting) -> None:
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(AgendaItemFactory(group=table.panel)))
    with pytest.raises(NotAllowed):
        withdraw_change(change=change, by=table.co_chair)
    assert withdraw_change(change=change, by=table.chair).state == "withdrawn"


@pytest.mark.parametrize("what", ["left out", "twice", "no time", "too long", "from elsewhere", "no reason", "no day"])
def test_agendas_that_cannot_be_are_refused_in_words(table: Table, meeting: Meeting, what: str) -> None:
    first, second = agenda(meeting, 2)
    foreign = AgendaItemFactory()
    off = {"item": second.key, "because": "Later.", "until": in_days(9)}
    wishes: dict[str, tuple[Any, Any]] = {
        "left out": (lines(first), []),
        "twice": (lines(first, second, first), []),
        "no time": (lines(first, second, minutes=0), []),
        "too long": (lines(first, second, minutes=481), []),
        "from elsewhere": (lines(first, second, foreign), []),
        "no reason": (lines(first), [{**off, "because": " "}]),
        "no day": (lines(first), [{**off, "until": in_days(0)}]),
    }
    wished, put_off = wishes[what]
    with pytest.raises(ValidationError):
        change_agenda(meeting=meeting, by=table.chair, lines=wished, put_off=put_off)


def test_what_is_put_off_reaches_its_proposer_and_comes_back_on_its_day(table: Table, meeting: Meeting) -> None:
    since = timezone.now()
    item = propose_item(group=table.panel, by=table.member, **PROPOSAL)
    off = [{"item": item.key, "because": "The figures are missing.", "until": in_days(3)}]
    agree_to_change(change=change_agenda(meeting=meeting, by=table.chair, lines=[], put_off=off), by=table.co_chair)
    item.refresh_from_db()
    assert (item.state, item.times_deferred) == ("deferred", 1)
    assert "The figures are missing." in str([each.title for each in happened_for(table.member, since)])
    assert bring_back_items() == 0
    AgendaItem.objects.filter(pk=item.pk).update(deferred_until=timezone.localdate())
    assert bring_back_items() == 1
    item.refresh_from_db()
    assert item.state == "proposed"


def test_what_was_taken_back_while_a_change_waited_is_left_out(table: Table, meeting: Meeting) -> None:
    item = propose_item(group=table.panel, by=table.member, **PROPOSAL)
    other = AgendaItemFactory(group=table.panel)
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(item, other))
    withdraw_item(item=item, by=table.member)
    agree_to_change(change=change, by=table.co_chair)
    assert titles(meeting) == [other.title]
    assert meeting.items.get().position == 1


def test_the_other_chair_finds_the_change_on_your_turn(table: Table, meeting: Meeting) -> None:
    change = change_agenda(meeting=meeting, by=table.chair, lines=lines(AgendaItemFactory(group=table.panel)))
    assert any(change.key in each.url for each in waiting_for(table.co_chair))
    assert not any(change.key in each.url for each in (*waiting_for(table.chair), *waiting_for(table.member)))


def test_an_item_is_closed_only_with_a_reason_and_by_who_leads(table: Table, meeting: Meeting) -> None:
    (item,) = agenda(meeting, 1)
    with pytest.raises(NotAllowed):
        close_item(item=item, by=table.member, closed=True, because="It is about somebody.")
    with pytest.raises(NotAllowed):
        close_item(item=item, by=table.chair, closed=True, because=" ")
    assert close_item(item=item, by=table.chair, closed=True, because="It is about somebody.").closed


def test_an_agenda_stays_as_it_is_once_the_meeting_has_begun(table: Table) -> None:
    meeting = MeetingFactory(group=table.panel, under_way=True)
    with pytest.raises(NotAllowed):
        change_agenda(meeting=meeting, by=table.chair, lines=[])


def test_a_chair_who_left_orders_nothing(table: Table, meeting: Meeting) -> None:
    gone = MembershipFactory(group=table.panel, role=Role.CHAIR, ended=True).person
    assert not may_order(gone, table.panel)


def test_the_proposer_is_told_and_so_are_the_other_chair_and_the_members(table: Table, meeting: Meeting) -> None:
    item = propose_item(group=table.panel, by=table.member, **PROPOSAL)
    off = [{"item": item.key, "because": "The figures are missing.", "until": in_days(3)}]
    change = change_agenda(meeting=meeting, by=table.chair, lines=[], put_off=off)
    assert [notice.to for notice in Notice.objects.filter(kind="meetings.agenda_waits")] == [table.co_chair]
    agree_to_change(change=change, by=table.co_chair)
    told = Notice.objects.get(kind="meetings.item_put_off")
    assert told.to == table.member
    assert "The figures are missing." in str(told.parts)
    call_meeting(meeting=meeting, by=table.chair)
    asked = Notice.objects.filter(kind="meetings.called")
    assert {notice.to for notice in asked} == {
        person for person in vars(table).values() if isinstance(person, Person)
    } - {table.chair, table.administrator, table.outsider}
    assert "https://meet.example/secret-room" in str(asked[0].parts)
