"""The pages: a text is put, asked about, amended, answered, objected to and withdrawn, by forms alone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.decisions.conftest import SECRET, Place, answer, count, time_passes

from equalterms.decisions.models import Amendment, Answer, ClarifyingQuestion, Decision, Objection
from equalterms.decisions.views.pictures import outcome_picture
from equalterms.decisions.vocabulary import Stance
from equalterms.groups.models import Principle

As = Callable[[Any], Client]


def words(response: Any) -> str:
    return response.content.decode()


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def in_days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def test_a_text_is_put_by_a_form(place: Place, as_person: As) -> None:
    principle = Principle.objects.create(group=place.group, text="Choice stays with the person.", since=in_days(-9))
    Principle.objects.create(group=place.group, text="We start on time.", since=in_days(-9))
    client, url = as_person(place.carer), f"/groups/{place.group.key}/decisions/put/"
    typed = {"title": "Visits", "words": "A visit a year.", "audience": "everyone", "principles": [principle.key]}
    for wrong in ({}, day("last_day", in_days(-1)), {**day("last_day", in_days(2)), **day("opens_on", in_days(5))}):
        refused = client.post(url, {**typed, **wrong})
        assert refused.status_code == 200
        assert "A visit a year." in words(refused)  # what was typed stays
    sent = client.post(url, {**typed, **day("last_day", in_days(4))})
    decision = Decision.objects.get()
    assert sent.headers["Location"] == f"/decisions/{decision.key}/"
    assert timezone.localtime(decision.closes_at).date() == in_days(5)  # the last day is a whole one
    page = words(client.get(sent.headers["Location"]))
    assert "Choice stays with the person." in page
    assert "We start on time." not in page


def test_staff_are_not_offered_to_ask_those_with_lived_experience_alone(place: Place, as_person: As) -> None:
    url = f"/groups/{place.group.key}/decisions/put/"
    assert 'value="lived"' in words(as_person(place.carer).get(url))
    client = as_person(place.staff[0])
    assert 'value="lived"' not in words(client.get(url))
    client.post(url, {"title": "T", "words": "W", "audience": "lived", **day("last_day", in_days(4))})
    assert Decision.objects.get().audience == "everyone"


def test_a_member_answers_and_is_told_what_is_missing(place: Place, as_person: As) -> None:
    decision, client = place.put(), as_person(place.carer)
    url = f"/decisions/{decision.key}/answer/"
    assert 'type="radio"' in words(client.get(url))
    assert "Say what you object to, and why" in words(client.post(url, {"stance": "object", "number": "1"}))
    assert "Answer “What do you answer?”" in words(client.post(url, {"number": "1"}))
    for odd in ("\0", "x" * 30_000):
        assert client.post(url, {"stance": "object", "words": odd, "number": "1"}).status_code == 200
    assert client.post(url, {"stance": "aside", "number": "99999999999999999999"}).status_code == 200
    assert not Answer.objects.exists()
    assert client.post(url, {"stance": "object", "words": "It is loud.", "number": "1"}).status_code == 302
    assert Objection.objects.get().words == "It is loud."


def test_an_amendment_a_question_and_an_objection_go_their_way_by_forms(place: Place, as_person: As) -> None:
    decision = place.put()
    url, chair, carer, putter = f"/decisions/{decision.key}/", *map(as_person, (place.chair, place.carer, place.putter))
    carer.post(f"{url}ask/", {"words": "Who phones?"})
    question = ClarifyingQuestion.objects.get()
    putter.post(f"/decisions/questions/{question.key}/", {"answer": "Your social worker."})
    assert "Your social worker." in words(chair.get(url))
    carer.post(f"{url}answer/", {"stance": "object", "words": "It is loud.", "number": "1"})
    carer.post(f"{url}amend/", {"words": "By phone or at home.", "because": "Choice."})
    amendment = Amendment.objects.get()
    assert "Say why it does not become" in words(
        chair.post(f"/decisions/amendments/{amendment.key}/", {"response": "decline"})
    )
    chair.post(f"/decisions/amendments/{amendment.key}/", {"response": "accept"})
    assert "The text has changed since you answered" in words(carer.get(url))
    refused = carer.post(f"{url}answer/", {"stance": "agree", "number": "1"})
    assert "The text has changed since you opened this page" in words(refused)
    objection = Objection.objects.get()
    chair.post(f"/decisions/objections/{objection.key}/deal/", {"words": "One may choose a visit."})
    speak = f"/decisions/objections/{objection.key}/speak/"
    assert "One may choose a visit." in words(carer.get(speak))
    assert "Write the words in which it stands" in words(carer.post(speak, {"response": "stands"}))
    carer.post(speak, {"response": "stands", "words": "Not enough.", "named": "on"})
    assert "Not enough." in words(chair.get(url))
    carer.post(speak, {"response": "settled"})
    objection.refresh_from_db()
    assert objection.state == "settled"


def test_withdrawing_asks_first_and_says_why(place: Place, as_person: As) -> None:
    decision, client = place.put(), as_person(place.putter)
    url = f"/decisions/{decision.key}/withdraw/"
    assert "Withdraw this text" in words(client.get(url))
    assert "Answer “Why is it withdrawn?”" in words(client.post(url, {"because": " "}))
    client.post(url, {"because": "We heard enough."})
    assert "We heard enough." in words(as_person(place.carer).get(f"/decisions/{decision.key}/"))
    assert client.get(url).status_code == 403


def test_more_time_and_counting_by_forms(place: Place, as_person: As) -> None:
    decision, client = place.put(), as_person(place.putter)
    url = f"/decisions/{decision.key}/"
    earlier = client.post(f"{url}more-time/", {**day("last_day", in_days(2)), "because": "Holidays."})
    assert "Choose a later day than before" in words(earlier)
    assert client.get(f"{url}close/").status_code == 403
    client.post(f"{url}more-time/", {**day("last_day", in_days(20)), "because": "Holidays."})
    assert "Why: Holidays." in words(client.get(url))
    time_passes(decision)
    assert "Count the answers" in words(client.get(f"{url}close/"))
    client.post(f"{url}close/")
    assert "Too few answered" in words(client.get(url))


def test_the_outcome_is_drawn_and_the_same_stands_in_a_table(place: Place, as_person: As) -> None:
    decision = place.put()
    for person in place.asked:
        answer(decision, person, Stance.CONCERNS if person in place.asked[:5] else Stance.AGREE)
    picture = outcome_picture(count(decision))
    assert 'aria-label="Everybody. Agree: 5, Agree with concerns: 5"' in picture
    assert "The same in figures" in picture
    assert "Too few to show" not in words(as_person(place.chair).get(f"/decisions/{decision.key}/"))


def test_small_numbers_are_said_in_words(place: Place, as_person: As) -> None:
    decision = place.put()
    for person in place.asked:
        answer(decision, person, Stance.ASIDE if person == place.carer else Stance.AGREE)
    assert outcome_picture(count(decision)) == ""
    assert "Too few to show" in words(as_person(place.chair).get(f"/decisions/{decision.key}/"))


@pytest.mark.parametrize("path", ["/groups/{group}/decisions/", "/your-turn/", "/search/?q=reviews"])
def test_lists_cost_the_same_for_one_decision_and_for_many(place: Place, as_person: As, path: str) -> None:
    client, url = as_person(place.chair), path.format(group=place.group.key)
    costs = []
    for number in (1, 6):
        for _each in range(number):
            answer(place.put(), place.carer, Stance.OBJECT)
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_a_secret_text_says_so_where_one_answers(place: Place, as_person: As) -> None:
    decision = place.put(terms=SECRET)
    page = words(as_person(place.carer).get(f"/decisions/{decision.key}/answer/"))
    assert "is destroyed when the answers are counted" in page
    assert "Show my concern to the group, without my name" in page
