"""Objections stand until their member says otherwise; amendments make a new text that is answered again."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.decisions.conftest import Place, answer, count, time_passes

from equalterms.decisions.actions.answering import answer_decision
from equalterms.decisions.actions.clarifying import (
    accept_amendment,
    answer_question,
    ask_about,
    decline_amendment,
    propose_amendment,
)
from equalterms.decisions.actions.objecting import deal_with_objection, keep_objection, settle_objection
from equalterms.decisions.models import Answer, Decision, Objection
from equalterms.decisions.queries.answers import how_many_answered
from equalterms.decisions.vocabulary import Audience, Stance
from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotAllowed


def objected(place: Place, **facts: object) -> tuple[Decision, Objection]:
    """Put a text to which the carer objects and everybody else agrees."""
    decision = place.put(**facts)
    for person in place.asked:
        answer(decision, person, Stance.OBJECT if person == place.carer else Stance.AGREE)
    return decision, Objection.objects.get()


def test_one_objection_that_stands_stops_it(place: Place) -> None:
    decision, _objection = objected(place)
    assert count(decision).outcome == "not_agreed"


def test_an_objection_that_is_dealt_with_stands_until_its_member_says_that_it_is_settled(place: Place) -> None:
    decision, objection = objected(place)
    deal_with_objection(objection=objection, by=place.chair, words="We added a visit.")
    objection.refresh_from_db()
    assert objection.state == "dealt_with"
    settle_objection(objection=objection, by=place.carer)
    assert Answer.objects.get(person=place.carer).stance == Stance.CONCERNS
    assert count(decision).outcome == "concerns"


def test_an_objection_that_is_kept_stands_by_the_words_of_its_member(place: Place) -> None:
    decision, objection = objected(place)
    deal_with_objection(objection=objection, by=place.chair, words="We talked.")
    with pytest.raises(ValidationError):
        keep_objection(objection=objection, by=place.carer, words=" ")
    keep_objection(objection=objection, by=place.carer, words="Talking is not enough.")
    objection.refresh_from_db()
    assert (objection.state, objection.named) == ("stands", None)
    keep_objection(objection=objection, by=place.carer, words="I say it with my name.", named=True)
    objection.refresh_from_db()
    assert objection.named == place.carer
    assert count(decision).outcome == "not_agreed"


@pytest.mark.parametrize("who", ["chair", "administrator", "outsider", "observer"])
def test_nobody_else_says_whether_an_objection_is_settled(place: Place, who: str) -> None:
    _decision, objection = objected(place)
    for say in (settle_objection, keep_objection):
        with pytest.raises(NotAllowed):
            say(objection=objection, by=getattr(place, who), words="It is fine.")


@pytest.mark.parametrize("who", ["carer", "putter", "administrator", "outsider", "observer"])
def test_only_those_who_lead_deal_with_an_objection(place: Place, who: str) -> None:
    _decision, objection = objected(place)
    with pytest.raises(NotAllowed):
        deal_with_objection(objection=objection, by=getattr(place, who), words="It is fine.")


def test_whoever_put_a_text_to_a_few_deals_with_their_objections(place: Place) -> None:
    decision = place.put(audience=Audience.NAMED, people=[place.carer])
    answer(decision, place.carer, Stance.OBJECT)
    objection = Objection.objects.get()
    with pytest.raises(NotAllowed):
        deal_with_objection(objection=objection, by=place.chair, words="No.")  # the chair does not see it
    deal_with_objection(objection=objection, by=place.putter, words="We wait.")


def test_a_new_answer_settles_ones_own_objection_and_a_new_objection_is_another(place: Place) -> None:
    decision, objection = objected(place)
    answer(decision, place.carer, Stance.AGREE)
    objection.refresh_from_db()
    assert objection.state == "settled"
    answer(decision, place.carer, Stance.OBJECT, "On second thoughts.")
    answer(decision, place.carer, Stance.OBJECT, "On third thoughts.")
    assert sorted(Objection.objects.values_list("words", "state")) == [
        ("It leaves some people out.", "settled"),
        ("On third thoughts.", "raised"),
    ]


def test_after_the_end_the_word_of_the_member_changes_no_outcome(place: Place) -> None:
    decision, objection = objected(place)
    count(decision)
    deal_with_objection(objection=objection, by=place.chair, words="Next time we ask you first.")
    settle_objection(objection=objection, by=place.carer)
    decision.refresh_from_db()
    assert decision.outcome == "not_agreed"
    assert Answer.objects.get(person=place.carer).stance == Stance.OBJECT


def test_the_ledger_tells_no_answer_and_not_who_objects(place: Place) -> None:
    _decision, objection = objected(place)
    deal_with_objection(objection=objection, by=place.chair, words="We talked.")
    keep_objection(objection=objection, by=place.carer, words="It stands.", named=True)
    for event in Event.objects.all():
        assert not {"agree", "object", "aside", "concerns"} & {str(value) for value in event.facts.values()}
        assert event.reason == ""
    assert not Event.objects.filter(actor=place.carer.key).exclude(verb="decision.answered").exists()


def test_an_accepted_amendment_is_the_text_and_is_answered_again(place: Place) -> None:
    decision, objection = objected(place, closes_at=timezone.now() + timedelta(days=1))
    amendment = propose_amendment(decision=decision, by=place.carer, words="By phone or at home.", because="Choice.")
    other = propose_amendment(decision=decision, by=place.chair, words="Never by phone.", because="Noise.")
    accept_amendment(amendment=amendment, by=place.putter)
    decision.refresh_from_db()
    other.refresh_from_db()
    assert (decision.number, decision.texts.first().words) == (2, "By phone or at home.")
    assert other.state == "overtaken"
    assert how_many_answered(decision) == (0, 10)
    assert decision.closes_at > timezone.now() + timedelta(days=2)  # time to look again
    for person in place.asked:
        if person != place.carer:
            answer(decision, person)
    objection.refresh_from_db()
    assert objection.state == "raised"  # only its member can say that the new text settles it
    answer(decision, place.carer)
    assert count(decision).outcome == "agreed"


def test_answers_to_an_earlier_text_are_not_counted_but_an_objection_to_it_stands(place: Place) -> None:
    decision, _objection = objected(place)
    amendment = propose_amendment(decision=decision, by=place.carer, words="At home.", because="Choice.")
    accept_amendment(amendment=amendment, by=place.chair)
    for person in place.users:
        answer(decision, person)
    decision = count(decision)
    assert (decision.answered, decision.outcome) == (6, "not_agreed")


def test_an_answer_to_a_text_that_changed_meanwhile_is_sent_back(place: Place) -> None:
    decision = place.put()
    amendment = propose_amendment(decision=decision, by=place.carer, words="At home.", because="Choice.")
    accept_amendment(amendment=amendment, by=place.chair)
    with pytest.raises(ValidationError, match="The text has changed"):
        answer_decision(decision=decision, by=place.users[1], stance="agree", number=1)  # the page showed text 1
    assert not Answer.objects.exists()


def test_an_amendment_is_declined_with_words_and_only_once(place: Place) -> None:
    decision = place.put()
    amendment = propose_amendment(decision=decision, by=place.carer, words="At home.", because="Choice.")
    with pytest.raises(ValidationError):
        decline_amendment(amendment=amendment, by=place.putter, answer="")
    for stranger in (place.carer, place.outsider, place.administrator, place.observer):
        with pytest.raises(NotAllowed):
            accept_amendment(amendment=amendment, by=stranger)
    decline_amendment(amendment=amendment, by=place.putter, answer="It says so already.")
    with pytest.raises(NotAllowed):
        accept_amendment(amendment=amendment, by=place.putter)


def test_questions_are_asked_by_members_and_answered_by_whoever_put_the_text(place: Place) -> None:
    decision = place.put(opens_at=timezone.now() + timedelta(days=1))
    question = ask_about(decision=decision, by=place.carer, words="Who phones?")
    for stranger in (place.outsider, place.administrator, place.observer):
        with pytest.raises(NotAllowed):
            ask_about(decision=decision, by=stranger, words="Who?")
        with pytest.raises(NotAllowed):
            propose_amendment(decision=decision, by=stranger, words="No.", because="No.")
    with pytest.raises(NotAllowed):
        answer_question(question=question, by=place.carer, answer="I know.")
    answer_question(question=question, by=place.putter, answer="Your social worker.")
    with pytest.raises(NotAllowed):
        answer_question(question=question, by=place.putter, answer="Somebody else.")
    time_passes(decision)
    with pytest.raises(NotAllowed):
        ask_about(decision=decision, by=place.carer, words="Too late?")
