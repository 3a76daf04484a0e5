"""Other rooms ask what came of it, or are called in the transaction in which it ends."""

from collections.abc import Iterator

import pytest
from django.test.utils import CaptureQueriesContext
from tests.decisions.conftest import Place, answer, count, time_passes

from equalterms.decisions import outcomes
from equalterms.decisions.actions.closing import close_decision
from equalterms.decisions.actions.putting import withdraw_decision
from equalterms.decisions.models import Decision
from equalterms.decisions.outcomes import About, Verdict, acts_on_decisions_about
from equalterms.decisions.queries import decisions_about, decisions_about_each
from equalterms.decisions.vocabulary import Audience, Stance
from equalterms.groups.rules import DecidingTerms

MINUTES = About("meetings.minutes", "abc", url="/meetings/abc/minutes/", words="Minutes of 3 March")


@pytest.fixture
def heard() -> Iterator[list[Verdict]]:
    """Register a room that listens, for the length of one test."""
    verdicts: list[Verdict] = []
    acts_on_decisions_about(MINUTES.kind)(verdicts.append)
    yield verdicts
    del outcomes._acting[MINUTES.kind]


def test_a_room_asks_what_came_of_its_thing(place: Place) -> None:
    decision = place.put(about=MINUTES)
    (before,) = decisions_about(MINUTES.kind, MINUTES.key)
    assert (before.is_open, before.outcome, before.goes_ahead, before.about) == (True, "", False, MINUTES)
    for person in place.asked:
        answer(decision, person, Stance.OBJECT if person == place.carer else Stance.AGREE, "Page 2 is wrong.")
    count(decision)
    (after,) = decisions_about(MINUTES.kind, MINUTES.key)
    assert (after.outcome, after.goes_ahead, after.text) == ("not_agreed", False, "Reviews can be by phone.")
    assert [(each.words, each.name) for each in after.standing] == [("Page 2 is wrong.", "")]
    assert decisions_about(MINUTES.kind, "other") == []


def test_asking_about_many_things_costs_as_much_as_about_one(place: Place, django_assert_num_queries: object) -> None:
    from django.db import connection  # captured here only

    for number in range(3):
        place.put(about=About(MINUTES.kind, f"m{number}"))
    costs = []
    for keys in (["m0"], ["m0", "m1", "m2"]):
        with CaptureQueriesContext(connection) as captured:
            assert len(decisions_about_each(MINUTES.kind, keys)) == len(keys)
        costs.append(len(captured))
    assert costs[0] == costs[1] <= 3


def test_a_room_that_registered_is_called_once_when_it_is_closed(place: Place, heard: list[Verdict]) -> None:
    decision = place.put(about=MINUTES)
    for person in place.asked:
        answer(decision, person)
    count(decision)
    close_decision(decision=decision, by=None)  # a second time, as a job may
    assert [(each.key, each.outcome, each.goes_ahead) for each in heard] == [(decision.key, "agreed", True)]


def test_it_is_called_when_the_text_is_withdrawn_and_not_for_other_kinds(place: Place, heard: list[Verdict]) -> None:
    withdraw_decision(decision=place.put(about=MINUTES), by=place.putter, because="No.")
    count(place.put(about=About("payments.policy", "abc")))
    assert [(each.state, each.outcome) for each in heard] == [("withdrawn", "")]


def test_what_a_room_cannot_do_keeps_the_decision_open(place: Place) -> None:
    def fail(verdict: Verdict) -> None:
        raise RuntimeError("The minutes are locked.")

    acts_on_decisions_about("tests.failing")(fail)
    decision = time_passes(place.put(about=About("tests.failing", "x")))
    with pytest.raises(RuntimeError):
        close_decision(decision=decision, by=None)
    assert Decision.objects.get(pk=decision.pk).state == "open"
    del outcomes._acting["tests.failing"]


def test_a_room_puts_a_question_to_those_affected_who_must_all_agree(place: Place) -> None:
    """As a meeting does that may go ahead without a paper in time only if the members who need it agree."""
    terms = DecidingTerms(decides_by="consensus", most_aside=0, quorum=100, lived_quorum=100)
    affected = [place.carer, place.users[3]]
    facts = {"audience": Audience.NAMED, "people": affected, "terms": terms, "by": place.chair}
    aside, agreed = place.put(**facts), place.put(**facts)
    for decision in (aside, agreed):
        answer(decision, place.carer)
    answer(aside, place.users[3], Stance.ASIDE)
    answer(agreed, place.users[3])
    assert close_decision(decision=aside, by=None).outcome == "not_agreed"  # everybody answered, so at once
    assert close_decision(decision=agreed, by=None).outcome == "agreed"
    waits = place.put(**facts)
    assert close_decision(decision=waits, by=None).state == "open"
