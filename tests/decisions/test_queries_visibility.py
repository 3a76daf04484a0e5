"""Who sees a decision: members; of one put to some of them, these; everybody only what the terms make public."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.decisions.conftest import PUBLIC, SECRET, Place, answer, count

from equalterms.decisions.actions.clarifying import ask_about, propose_amendment
from equalterms.decisions.actions.objecting import deal_with_objection, keep_objection
from equalterms.decisions.models import Decision, Objection
from equalterms.decisions.queries.seen import decisions_seen_inside, decisions_visible_to
from equalterms.decisions.queries.waiting import happened_for, waiting_for
from equalterms.decisions.rules.seats import sees_as_member
from equalterms.decisions.vocabulary import Audience, Stance
from equalterms.groups.actions.agreeing import add_terms
from equalterms.groups.vocabulary import Visibility

As = Callable[[Any], Client]


def everybody(place: Place) -> dict[str, Any]:
    return {
        "chair": place.chair,
        "carer": place.carer,
        "staff": place.staff[0],
        "observer": place.observer,
        "administrator": place.administrator,
        "outsider": place.outsider,
        "anonymous": None,
    }


def who_sees(place: Place, decision: Decision, client_for: As) -> set[str]:
    seen = set()
    for name, person in everybody(place).items():
        status = client_for(person).get(f"/decisions/{decision.key}/").status_code
        assert status in (200, 404)
        if status == 200:
            seen.add(name)
    return seen


MEMBERS = {"chair", "carer", "staff", "observer"}


@pytest.mark.parametrize(
    ("facts", "seen"),
    [
        ({}, MEMBERS),
        ({"terms": PUBLIC}, MEMBERS),  # it is open still
        ({"terms": SECRET}, MEMBERS),
        ({"audience": Audience.LIVED}, {"chair", "carer"}),
        ({"audience": Audience.NAMED}, {"carer"}),
    ],
)
def test_an_open_decision_is_for_those_inside(
    place: Place, as_person: As, facts: dict[str, Any], seen: set[str]
) -> None:
    decision = place.put(**facts, people=[place.carer])
    assert who_sees(place, decision, as_person) == seen


def test_a_closed_decision_is_public_where_the_terms_said_so_when_it_was_put(place: Place, as_person: As) -> None:
    public, private = place.put(terms=PUBLIC), place.put()
    few = place.put(terms=PUBLIC, audience=Audience.LIVED)
    for decision in (public, private, few):
        for person in (place.chair, place.carer, *place.users):
            answer(decision, person)
        count(decision)
    assert who_sees(place, public, as_person) == set(everybody(place))
    assert who_sees(place, private, as_person) == MEMBERS
    assert who_sees(place, few, as_person) == {"chair", "carer"}
    place.group.visibility = Visibility.MEMBERS
    place.group.save()
    assert who_sees(place, public, as_person) == MEMBERS


def test_the_public_reads_the_outcome_and_standing_objections_and_no_names(place: Place, as_person: As) -> None:
    decision = place.put(terms=PUBLIC, title="Home visits", why="zqwhyqz")
    ask_about(decision=decision, by=place.users[3], words="zqquestionqz")
    propose_amendment(decision=decision, by=place.users[3], words="zqamendmentqz", because="zqbecauseqz")
    for person in place.asked:
        answer(
            decision, person, Stance.OBJECT if person in (place.carer, place.users[2]) else Stance.CONCERNS, "zqsaidqz"
        )
    settled, stays = Objection.objects.get(person=place.users[2]), Objection.objects.get(person=place.carer)
    answer(decision, place.users[2], Stance.AGREE)
    deal_with_objection(objection=stays, by=place.chair, words="We talked.")
    keep_objection(objection=stays, by=place.carer, words="It stands, I say.")
    count(decision)
    page = as_person(None).get(f"/decisions/{decision.key}/").content.decode()
    assert settled.words == "zqsaidqz"
    for shown in ("Home visits", "Not agreed", "It stands, I say.", "We talked.", "A member"):
        assert shown in page
    for hidden in ("zqquestionqz", "zqamendmentqz", *(person.name + "<" for person in place.asked)):
        assert hidden not in page
    assert page.count("zqsaidqz") == 1  # the reasons of the one objection that stands


def test_many_at_once_and_one_at_a_time_give_the_same_answer(place: Place) -> None:
    decisions = [place.put(people=[place.carer], audience=each) for each in Audience.values]
    for person in everybody(place).values():
        inside = set(decisions_seen_inside(person).values_list("pk", flat=True))
        assert inside == {each.pk for each in decisions if sees_as_member(person, each)}
        assert set(decisions_visible_to(person).values_list("pk", flat=True)) == inside


def test_the_list_opens_for_members_and_for_everybody_where_the_terms_say_so(place: Place, as_person: As) -> None:
    url = f"/groups/{place.group.key}/decisions/"
    place.put()
    assert as_person(place.carer).get(url).status_code == 200
    for person in (place.outsider, place.administrator, None):
        assert as_person(person).get(url).status_code == 404
    link = f'href="{url}"'
    assert link in as_person(place.carer).get(f"/groups/{place.group.key}/").content.decode()
    assert link not in as_person(None).get(f"/groups/{place.group.key}/").content.decode()
    add_terms(group=place.group, by=place.chair, words="W.", agreed_on=timezone.localdate(), deciding=PUBLIC)
    page = as_person(None).get(url)
    assert page.status_code == 200
    assert "Phone reviews" not in page.content.decode()  # it is open, and put before the terms
    assert link in as_person(None).get(f"/groups/{place.group.key}/").content.decode()


def test_the_others_answers_are_shown_after_ones_own(place: Place, as_person: As) -> None:
    decision = place.put()
    answer(decision, place.carer, Stance.ASIDE, "zqmineqz")
    before = as_person(place.chair).get(f"/decisions/{decision.key}/").content.decode()
    assert "zqmineqz" not in before
    assert "shown to you when you have answered" in before
    answer(decision, place.chair)
    assert "zqmineqz" in as_person(place.chair).get(f"/decisions/{decision.key}/").content.decode()


def test_what_one_had_answered_before_is_shown_to_oneself_alone(place: Place, as_person: As) -> None:
    decision = place.put()
    answer(decision, place.carer, Stance.CONCERNS, "zqbeforeqz")
    answer(decision, place.carer, Stance.AGREE, "Now I see.")
    answer(decision, place.chair)
    url = f"/decisions/{decision.key}/"
    assert "zqbeforeqz" in as_person(place.carer).get(url).content.decode()
    assert "zqbeforeqz" not in as_person(place.chair).get(url).content.decode()


def titles(person: Any) -> list[str]:
    return [str(each.title) for each in waiting_for(person)]


def test_your_turn_says_what_waits_and_forgets_what_is_done(place: Place) -> None:
    later = place.put(opens_at=timezone.now() + timedelta(days=1), title="Later")
    decision = place.put(title="Now")
    assert titles(place.carer) == ["Do you agree? Now"]
    assert titles(place.outsider) == titles(place.observer) == titles(place.administrator) == []
    answer(decision, place.carer, Stance.OBJECT)
    answer(decision, place.chair)
    assert titles(place.carer) == []
    assert titles(place.chair) == ["Deal with an objection: Now"]
    deal_with_objection(objection=Objection.objects.get(), by=place.chair, words="Done.")
    assert titles(place.chair) == []
    assert titles(place.carer) == ["Does this settle your objection? Now"]
    ask_about(decision=later, by=place.carer, words="When?")
    propose_amendment(decision=later, by=place.carer, words="Soon.", because="Why wait?")
    assert "Answer a question about your text: Later" in titles(place.putter)
    assert "Look at an amendment to your text: Later" in titles(place.putter)


def test_what_happened_is_told_to_those_who_see_it(place: Place) -> None:
    since = timezone.now() - timedelta(minutes=1)
    decision = place.put(audience=Audience.LIVED)
    assert [str(each.title) for each in happened_for(place.carer, since)] == [
        "A text was put to The Table: Phone reviews"
    ]
    assert happened_for(place.staff[0], since) == []
    count(decision)
    told = [str(each.title) for each in happened_for(place.carer, since)]
    assert "The Table, too few answered: Phone reviews" in told
