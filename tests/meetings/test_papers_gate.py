"""The papers gate: who is asked, that nobody else can waive it, and that nobody learns who was asked."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.factories import AffiliationFactory, PersonFactory, join
from tests.meetings.papers_place import Place, build_place, needs

from equalterms.ledger.models import Event
from equalterms.meetings.actions.gate import answer_gate, close_gates, put_off_at_gate
from equalterms.meetings.actions.papers import say_not_possible
from equalterms.meetings.models import GateAnswer, GateOutcome
from equalterms.meetings.queries.marks import marks_of
from equalterms.meetings.queries.papers import papers_of_meeting
from equalterms.meetings.queries.papers_waiting import waiting_for
from equalterms.meetings.rules.gate import gate_of, may_answer_gate, may_take_item
from equalterms.meetings.vocabulary import GateState, ItemState
from equalterms.people.exceptions import NotAllowed


@pytest.fixture
def place(db: None) -> Place:
    return build_place()


def test_an_item_with_all_papers_in_time_is_on_equal_terms(place: Place) -> None:
    paper = place.paper()
    place.ready(paper)
    assert gate_of(place.item).state == GateState.ON_EQUAL_TERMS
    assert may_take_item(place.item)


def test_a_paper_late_in_a_format_that_somebody_needs_stops_the_item(place: Place) -> None:
    place.late_in_easy_read()
    assert gate_of(place.item).state == GateState.NOT_AGREED
    assert not may_take_item(place.item)
    assert marks_of(place.meeting) == {place.item.pk: "Not on equal terms. Not agreed"}


def test_a_format_that_nobody_needs_stops_nothing(place: Place) -> None:
    place.reader.access_needs.delete()
    paper = place.late_in_easy_read()
    paper.versions.filter(format="standard").exists()
    assert may_take_item(place.item)


def test_the_member_affected_lets_it_go_ahead_and_can_take_it_back(place: Place) -> None:
    place.late_in_easy_read()
    answer_gate(item=place.item, by=place.reader, agrees=True)
    assert gate_of(place.item).state == GateState.AGREED
    answer_gate(item=place.item, by=place.reader, agrees=False)
    assert gate_of(place.item).state == GateState.NOT_AGREED


def test_all_of_those_affected_must_agree_and_no_answer_is_a_no(place: Place) -> None:
    second = needs(join(place.group), "easy_read")
    place.late_in_easy_read()
    answer_gate(item=place.item, by=place.reader, agrees=True)
    assert not may_take_item(place.item)
    answer_gate(item=place.item, by=second, agrees=True)
    assert may_take_item(place.item)


@pytest.mark.parametrize("who", ["chair", "facilitator", "manager", "administrator", "fellow", "outsider"])
def test_nobody_else_can_waive_it(place: Place, who: str) -> None:
    place.late_in_easy_read()
    person = getattr(place, who)
    assert not may_answer_gate(person, place.item)
    with pytest.raises(NotAllowed):
        answer_gate(item=place.item, by=person, agrees=True)
    assert not GateAnswer.objects.exists()


def test_a_supporter_who_works_for_a_public_body_cannot_waive_it_for_the_member(place: Place) -> None:
    place.late_in_easy_read()
    place.reader.entered_by = PersonFactory()
    assert may_answer_gate(place.reader, place.item)
    place.reader.entered_by = AffiliationFactory().person
    assert not may_answer_gate(place.reader, place.item)
    with pytest.raises(NotAllowed):
        answer_gate(item=place.item, by=place.reader, agrees=True)


def test_saying_that_it_is_not_possible_is_no_way_around_the_gate(place: Place) -> None:
    paper = place.paper()
    place.ready(paper)
    say_not_possible(paper=paper, format="easy_read", by=place.facilitator, because="No time", instead="A talk")
    assert not may_take_item(place.item)
    answer_gate(item=place.item, by=place.reader, agrees=True)
    assert may_take_item(place.item)


def test_an_answer_about_being_late_is_no_answer_about_not_possible(place: Place) -> None:
    paper = place.late_in_easy_read()
    answer_gate(item=place.item, by=place.reader, agrees=True)
    say_not_possible(paper=paper, format="easy_read", by=place.facilitator, because="No time", instead="A talk")
    assert not may_take_item(place.item)


def test_a_paper_that_came_late_still_waits_for_those_affected(place: Place) -> None:
    paper = place.late_in_easy_read()
    place.ready(paper, "easy_read")
    assert not may_take_item(place.item)


def test_from_the_beginning_of_the_meeting_on_nothing_moves_it(place: Place) -> None:
    place.late_in_easy_read()
    answer_gate(item=place.item, by=place.reader, agrees=True)
    close_gates(place.meeting)
    place.begins()
    with pytest.raises(NotAllowed):
        answer_gate(item=place.item, by=place.reader, agrees=False)
    place.reader.access_needs.delete()
    assert gate_of(place.item).state == GateState.AGREED
    assert may_take_item(place.item)


def test_an_item_that_the_gate_stopped_is_put_off_with_that_reason(place: Place) -> None:
    place.late_in_easy_read()
    until = timezone.localdate() + timedelta(days=30)
    for person in (place.manager, place.administrator, place.reader):
        with pytest.raises(NotAllowed):
            put_off_at_gate(item=place.item, by=person, until=until)
    item = put_off_at_gate(item=place.item, by=place.chair, until=until)
    assert (item.state, item.deferred_until) == (ItemState.DEFERRED, until)
    assert "not on equal terms" in item.deferred_because
    put_off = papers_of_meeting(None, place.meeting.key).put_off
    assert [(each.title, len(each.papers)) for each in put_off] == [("Bus passes", 1)]


def test_an_item_that_may_be_taken_is_not_put_off_for_its_papers(place: Place) -> None:
    with pytest.raises(ValidationError):
        put_off_at_gate(item=place.item, by=place.chair, until=timezone.localdate() + timedelta(days=9))
    assert not GateOutcome.objects.exists()


def test_only_the_member_affected_is_asked_on_your_turn(place: Place) -> None:
    place.late_in_easy_read()
    asked = [person for person in vars(place).values() if hasattr(person, "email") and gate_asks(person)]
    assert asked == [place.reader]
    answer_gate(item=place.item, by=place.reader, agrees=True)
    assert not gate_asks(place.reader)


def gate_asks(person: object) -> bool:
    return any("go ahead" in str(each.title) for each in waiting_for(person))


def test_the_ledger_names_nobody_who_was_asked_and_counts_nothing(place: Place) -> None:
    second = needs(join(place.group), "easy_read")
    place.late_in_easy_read()
    for person, agrees in ((place.reader, True), (second, False), (place.reader, False)):
        answer_gate(item=place.item, by=person, agrees=agrees)
    told = Event.objects.filter(verb__startswith="gate.")
    assert [(each.actor, each.for_whom, each.entered_by, each.facts) for each in told] == [("", "", "", {})]
