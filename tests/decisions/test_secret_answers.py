"""In a secret decision nobody can tell who answered what: by no page, count, ledger, order, draft or difference."""

import dataclasses
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone
from tests.decisions.conftest import SECRET, Place, answer, build_place, count, time_passes

from equalterms.decisions.actions.objecting import deal_with_objection, keep_objection, settle_objection
from equalterms.decisions.actions.putting import withdraw_decision
from equalterms.decisions.ballots import holds, token_of
from equalterms.decisions.models import (
    Answer,
    AskedMember,
    Ballot,
    Decision,
    EarlierAnswer,
    Objection,
    ObjectionTurn,
)
from equalterms.decisions.queries import decisions_about
from equalterms.decisions.queries.answers import answers_given, own_answer
from equalterms.decisions.queries.my_data import my_data
from equalterms.decisions.queries.waiting import happened_for, waiting_for
from equalterms.decisions.vocabulary import Audience, Stance
from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Draft

As = Callable[[Any], Client]


@pytest.fixture
def secret(place: Place) -> Decision:
    return place.put(terms=SECRET)


def page_of(client: Client, decision: Decision) -> str:
    body = client.get(f"/decisions/{decision.key}/").content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", body)


def test_a_secret_decision_needs_five_who_are_asked(place: Place) -> None:
    with pytest.raises(ValidationError, match="five"):
        place.put(terms=SECRET, audience=Audience.NAMED, people=place.users[:4])
    assert place.put(terms=SECRET, audience=Audience.NAMED, people=place.users[:5])


def test_no_row_of_the_database_ties_a_person_to_a_secret_answer(place: Place, secret: Decision) -> None:
    for person in place.asked:
        answer(secret, person, Stance.OBJECT if person == place.carer else Stance.AGREE)
    assert not Answer.objects.exists()
    assert not EarlierAnswer.objects.exists()
    assert not Objection.objects.exists()  # it would tell how many object before the end
    fields = {field.name for field in Ballot._meta.get_fields()}
    assert not [field for field in Ballot._meta.get_fields() if isinstance(field, models.DateTimeField)]
    assert fields == {"id", "decision", "token", "number", "stance", "words", "words_shown"}
    numbers = set(AskedMember.objects.values_list("answered_number", flat=True))
    assert numbers == {1}  # that they answered, not what


def test_the_token_of_a_ballot_cannot_be_made_without_the_sites_key(place: Place, secret: Decision) -> None:
    answer(secret, place.carer)
    ballot = Ballot.objects.get()
    assert ballot.token == token_of(place.carer, secret)
    with override_settings(SECRET_KEY="another key, as somebody would guess it"):
        assert ballot.token != token_of(place.carer, secret)
        assert own_answer(place.carer, secret) is None
        with pytest.raises(NotAllowed, match="cannot find it"):  # so a lost key makes no second ballot
            answer(secret, place.carer, Stance.ASIDE)
    assert Ballot.objects.count() == 1


def test_a_key_that_was_changed_in_order_finds_the_ballot_again(place: Place, secret: Decision, settings: Any) -> None:
    answer(secret, place.carer)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key", [settings.SECRET_KEY]
    answer(secret, place.carer, Stance.ASIDE)
    assert Ballot.objects.get().stance == Stance.ASIDE


def test_the_ledger_tells_neither_who_answers_in_secret_nor_what(place: Place, secret: Decision) -> None:
    place.carer.entered_by = place.outsider  # a supporter types
    answer(secret, place.carer, Stance.OBJECT)
    answer(secret, place.carer, Stance.AGREE)
    answer(secret, place.users[1], Stance.AGREE)
    events = list(Event.objects.filter(verb="decision.answered"))
    assert len(events) == 3
    told = {(each.actor, each.entered_by, each.for_whom, each.reason, str(each.facts), each.seal) for each in events}
    assert told == {("", "", "", "", "{}", "")}


def test_pages_are_the_same_whatever_somebody_else_answers(place: Place, as_person: As) -> None:
    """Two decisions in which one answer differs look the same to everybody but its member, until the end."""
    pages: list[dict[str, str]] = []
    watchers = {"chair": place.chair, "staff": place.staff[0], "putter": place.putter, "observer": place.observer}
    closes_at = timezone.now() + timedelta(days=7)  # one moment, though a minute may pass between the two
    for stance in (Stance.AGREE, Stance.OBJECT):
        decision = place.put(terms=SECRET, closes_at=closes_at)
        answer(decision, place.carer, stance)
        seen = {
            name: page_of(as_person(person), decision).replace(decision.key, "KEY") for name, person in watchers.items()
        }
        turn = {name: [str(each.title) for each in waiting_for(person)] for name, person in watchers.items()}
        pages.append({**seen, **{f"{name} waiting": str(len(titles)) for name, titles in turn.items()}})
        withdraw_decision(decision=decision, by=place.putter, because="Only to compare.")
    assert pages[0] == pages[1]
    assert "1 of 10" in pages[0]["chair"]
    assert "Nothing is counted before the end" in pages[0]["chair"]


def test_a_chair_cannot_open_or_deal_with_an_objection_before_the_end(place: Place, secret: Decision) -> None:
    for person in place.asked:
        answer(secret, person, Stance.OBJECT if person == place.carer else Stance.AGREE)
    assert not [each for each in waiting_for(place.chair) if "objection" in str(each.title)]
    assert decisions_about("", "")[0].standing == ()
    count(secret)
    assert [each for each in waiting_for(place.chair) if "objection" in str(each.title)]


def test_nobody_sees_the_answers_of_a_secret_decision_after_the_end_either(place: Place, secret: Decision) -> None:
    for person in place.asked:
        answer(secret, person)
    closed = count(secret)
    assert closed.outcome == "agreed"
    assert closed.figures == {}  # all agreed: figures would tell what each of them answered
    assert answers_given(closed) == []
    assert not Ballot.objects.exists()
    assert own_answer(place.carer, closed) is None
    assert set(AskedMember.objects.values_list("answered_number", flat=True)) == {None}


def test_an_objection_in_secret_is_shown_at_the_end_without_a_name_and_only_its_member_speaks_for_it(
    place: Place, secret: Decision, as_person: As
) -> None:
    for person in place.asked:
        answer(secret, person, Stance.OBJECT if person == place.carer else Stance.AGREE, "Ask us first.")
    assert count(secret).outcome == "not_agreed"
    objection = Objection.objects.get()
    assert (objection.person, objection.named) == (None, None)
    assert [person for person in place.asked if holds(person, objection)] == [place.carer]
    for other in (place.chair, place.putter, place.outsider, place.administrator):
        with pytest.raises(NotAllowed):
            settle_objection(objection=objection, by=other)
        if other != place.chair:
            assert as_person(other).get(f"/decisions/objections/{objection.key}/speak/").status_code == 404
    deal_with_objection(objection=objection, by=place.chair, words="We will.")
    assert "Does this settle your objection? Phone reviews" in [str(each.title) for each in waiting_for(place.carer)]
    keep_objection(objection=objection, by=place.carer, words="Too late.")
    page = page_of(as_person(place.chair), secret)
    assert "Ask us first." in page
    assert place.carer.name not in page
    assert not ObjectionTurn.objects.filter(by=place.carer).exists()
    assert not Event.objects.filter(verb="objection.kept").exclude(actor="").exists()


def test_objections_are_kept_in_no_order_that_tells_who_they_are(db: None) -> None:
    """Kept in the order of their tokens, which no reader can make; not in the order of members or of answers."""
    place = build_place()
    decision = place.put(terms=SECRET)
    for number, person in enumerate(place.asked):
        answer(decision, person, Stance.OBJECT, f"Reason {number}.")
    count(decision)
    kept = list(Objection.objects.order_by("pk").values_list("holder", flat=True))
    assert kept == sorted(kept)


def test_concerns_are_shown_only_as_their_member_chose(place: Place, secret: Decision) -> None:
    for person in place.asked[:6]:
        answer(secret, person)
    answer(secret, place.carer, Stance.CONCERNS, "Please show this.", words_shown=True)
    answer(secret, place.staff[0], Stance.CONCERNS, "Please do not.")
    assert count(secret).concerns == ["Please show this."]


def test_four_answers_in_secret_are_not_counted_whatever_the_quorum(place: Place) -> None:
    decision = place.put(terms=dataclasses.replace(SECRET, quorum=0, lived_quorum=0))
    for person in place.asked[:4]:
        answer(decision, person, Stance.OBJECT)
    closed = count(decision)
    assert (closed.outcome, closed.figures) == ("no_quorum", {})
    assert not Objection.objects.exists()


def test_a_withdrawn_secret_decision_leaves_no_answers(place: Place, secret: Decision) -> None:
    answer(secret, place.carer, Stance.OBJECT, "Ask us first.")
    withdraw_decision(decision=secret, by=place.putter, because="No.")
    assert not Ballot.objects.exists()
    assert not AskedMember.objects.exclude(answered_number=None).exists()


def test_ones_own_secret_answer_is_told_to_oneself_until_the_end(place: Place, secret: Decision, as_person: As) -> None:
    answer(secret, place.carer, Stance.ASIDE)
    assert "Stand aside" in page_of(as_person(place.carer), secret)
    assert my_data(place.carer)["asked_to_decide"][0]["answer"]["answer"] == "Stand aside"
    assert my_data(place.chair)["asked_to_decide"][0]["answer"] is None
    time_passes(secret)
    count(secret)
    assert my_data(place.carer)["asked_to_decide"][0]["answer"] is None
    assert "Nobody knows any more what you answered" in page_of(as_person(place.carer), secret)


def test_administrators_find_nothing_of_a_secret_decision(place: Place, secret: Decision, as_person: As) -> None:
    answer(secret, place.carer, Stance.OBJECT, "zqsecretreasonqz")
    for person in (place.administrator, place.outsider, None):
        client = as_person(person)
        for path in ("", "answer/", "close/", "withdraw/", "ask/", "amend/", "more-time/"):
            assert client.get(f"/decisions/{secret.key}/{path}").status_code in (404, 302)
        assert "Nothing found" in client.get("/search/?q=zqsecretreasonqz").content.decode()
    assert happened_for(place.administrator, secret.put_at) == []


def test_of_an_unfinished_secret_answer_nothing_is_kept(place: Place, secret: Decision, as_person: As) -> None:
    url = f"/decisions/{secret.key}/answer/"
    client = as_person(place.carer)
    page = client.get(url)
    assert "data-private-no-store" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    typed = {"secret-stance": "object", "secret-words": "Ask us first.", "secret-number": "1"}
    client.post("/me/drafts/keep/", {**typed, "kept_path": url})
    as_person(None).post(url, typed)  # signed out meanwhile
    assert not Draft.objects.exists()
    assert client.post(url, {**typed, "secret-words": ""}).status_code == 200  # sent back: reasons are needed
    assert client.post(url, typed).status_code == 302
    assert Ballot.objects.get().stance == Stance.OBJECT
    assert not Draft.objects.exists()
