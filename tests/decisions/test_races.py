"""Many at once: one answer, one ballot, one objection, one count, one text; what was asked for twice happens once."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from tests.decisions.conftest import SECRET, Place, answer, build_place, time_passes

from equalterms.decisions.actions.answering import answer_decision
from equalterms.decisions.actions.clarifying import accept_amendment, propose_amendment
from equalterms.decisions.actions.closing import close_decision
from equalterms.decisions.ballots import token_of
from equalterms.decisions.models import Amendment, Answer, Ballot, Decision, EarlierAnswer, Objection
from equalterms.ledger.models import Event
from equalterms.ledger.queries import verify
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

AT_ONCE = 12


def all_at_once(act: Callable[[int], Any]) -> list[BaseException]:
    """Run an action in threads that start together; return what they raised."""
    gate, raised = threading.Barrier(AT_ONCE), []

    def run(number: int) -> None:
        gate.wait()
        try:
            act(number)
        except BaseException as failure:
            raised.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.mark.django_db(transaction=True)
def test_answers_of_one_person_at_once_make_one_in_the_open_and_in_secret() -> None:
    place = build_place()
    openly, secret, member = place.put(), place.put(terms=SECRET), place.carer.pk

    def give(number: int) -> None:
        decision = (openly, secret)[number % 2]
        answer_decision(decision=decision, by=Person.objects.get(pk=member), stance="object", words="No.", number=1)

    assert all_at_once(give) == []
    assert (Answer.objects.count(), Ballot.objects.count(), Objection.objects.count()) == (1, 1, 1)
    assert EarlierAnswer.objects.count() == 0
    assert Event.objects.filter(verb="decision.answered").count() == 2
    assert verify().whole


@pytest.mark.django_db(transaction=True)
def test_it_is_counted_once_and_no_answer_slips_in_behind_the_count() -> None:
    place = build_place()
    decision = place.put()
    for person in place.asked[1:]:
        answer(decision, person)
    late = place.asked[0].pk

    def end_or_answer(number: int) -> None:
        mine = Decision.objects.get(pk=decision.pk)
        if number % 2:
            close_decision(decision=mine, by=Person.objects.get(pk=place.putter.pk))
        else:
            answer_decision(decision=mine, by=Person.objects.get(pk=late), stance="aside", number=1)

    raised = all_at_once(end_or_answer)
    assert {type(failure) for failure in raised} <= {NotAllowed}
    decision.refresh_from_db()
    assert Event.objects.filter(verb="decision.closed").count() <= 1
    if decision.state == "closed":
        assert decision.answered == Answer.objects.count() == 10


@pytest.mark.django_db(transaction=True)
def test_two_amendments_accepted_at_once_make_one_new_text() -> None:
    place = build_place()
    decision = place.put()
    for words in ("By phone.", "At home."):
        propose_amendment(decision=decision, by=place.carer, words=words, because="Why not?")
    keys = list(Amendment.objects.values_list("pk", flat=True))

    def accept(number: int) -> None:
        accept_amendment(amendment=Amendment.objects.get(pk=keys[number % 2]), by=Person.objects.get(pk=place.chair.pk))

    raised = all_at_once(accept)
    assert {type(failure) for failure in raised} == {NotAllowed}
    assert decision.texts.count() == 2
    assert sorted(Amendment.objects.values_list("state", flat=True)) == ["accepted", "overtaken"]


@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_answer_ballot_or_standing_objection(place: Place) -> None:
    decision = place.put()
    given = {"decision": decision, "number": 1, "stance": "agree"}
    token = token_of(place.carer, decision)
    seconds: list[Callable[[], Any]] = [
        lambda: Answer.objects.create(person=place.carer, given_at=timezone.now(), **given),
        lambda: Ballot.objects.create(token=token, **given),
        lambda: Objection.objects.create(decision=decision, number=1, person=place.carer, words="No."),
        lambda: Objection.objects.create(decision=decision, number=1, holder=token, words="No."),
    ]
    for make in seconds:
        make()
        with pytest.raises(IntegrityError), transaction.atomic():
            make()
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=time_passes(decision).pk).update(state="closed")  # without an outcome
