"""Readings: the claim is hidden first, the spread comes late and seldom, and no rung stands beside a name."""

import json
from typing import Any

import pytest
from tests.plans.conftest import Place, days_ago

from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotAllowed
from equalterms.plans.actions.assessing import decline_reading, give_reading, read_effect
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.actions.recording import correct_account, publish_account
from equalterms.plans.models import Account, Assessment, Effect
from equalterms.plans.queries.my_data import my_data
from equalterms.plans.queries.open_data import as_open_data
from equalterms.plans.queries.reading import reading_desk
from equalterms.plans.queries.record import RecordFilter, account_for, page_of_record, whole_record
from equalterms.plans.queries.search import found_by
from equalterms.plans.vocabulary import RUNGS

WORD = "zanzibar"


def read(account: Account, people: Any, rung: int, **facts: Any) -> Account:
    for person in people:
        give_reading(account=account, rung=rung, effect_seen=facts.pop("effect_seen", "no"), by=person, **facts)
    return Account.objects.get(pk=account.pk)


# The claim is hidden from a member until they have given their own reading


def test_the_claim_is_hidden_from_a_member_until_they_have_sent_their_reading(place: Place) -> None:
    account, member = place.account(changed=f"{WORD} letters"), place.members[0]
    for face in (
        account_for(member, account.key),
        page_of_record(member, RecordFilter()).faces[0],
        next(whole_record(member, RecordFilter())),
    ):
        assert face.claim_hidden
        assert (face.rung, face.changed, face.spread, face.disputes) == (None, "", None, ())
        assert WORD not in str(face)
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    assert account_for(member, account.key).rung == 6


def test_no_filter_and_no_search_tells_the_claim_before_ones_own_reading(place: Place) -> None:
    account, member = place.account(changed=f"{WORD} letters"), place.members[0]
    found = [r for r in range(1, 8) if page_of_record(member, RecordFilter(rung=r)).faces]
    assert found == []
    assert page_of_record(member, RecordFilter(words=WORD)).faces == []
    assert found_by(member, WORD) == []
    assert len(found_by(place.outsider, WORD)) == 1
    assert page_of_record(place.outsider, RecordFilter(rung=6)).faces
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    assert len(found_by(member, WORD)) == 1


@pytest.mark.parametrize("address", ["/record/", "/record.csv", "/record.json", "/record.atom", "/api/v1/accounts"])
def test_no_list_or_export_tells_the_claim_before_ones_own_reading(place: Place, as_person: Any, address: str) -> None:
    account = place.account(changed=f"{WORD} letters")
    page = b"".join(as_person(place.members[0]).get(address)).decode()
    assert WORD not in page
    assert "Claimed: co-design" not in page
    one = as_person(place.members[0]).get(f"/record/accounts/{account.key}/").content.decode()
    assert WORD not in one
    assert "Claimed: co-design" not in one


def test_the_effect_is_told_after_the_rung_was_chosen_and_the_rung_claimed_only_after_sending(place: Place) -> None:
    account, member = place.account(changed=f"{WORD} letters"), place.members[0]
    assert reading_desk(member, account.key, {}).effect_words == ""
    assert reading_desk(member, account.key, {"rung": "99"}).effect_words == ""
    desk = reading_desk(member, account.key, {"rung": "4"})
    assert desk.effect_words == f"{WORD} letters"
    assert desk.face.rung is None


def test_the_pages_of_the_questions_do_not_hold_the_claimed_rung(place: Place, as_person: Any) -> None:
    account, client = place.account(), as_person(place.members[0])
    base = f"/record/accounts/{account.key}/your-reading/"
    client.post(f"{base}rung/", {"rung": "3"})
    client.post(f"{base}effect/", {"effect_seen": "no"})
    for step in ("effect/", "words/", "check/"):
        page = client.get(base + step).content.decode()
        assert "Co-design" not in page, step
        assert "claim: " not in page


def test_somebody_who_would_rather_not_say_sees_the_claim_and_can_still_answer_later(place: Place) -> None:
    account, member = place.account(), place.members[0]
    decline_reading(account=account, by=member)
    assert account_for(member, account.key).rung == 6
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    assert account.asked_people.get(person=member).declined_at is None


def test_the_ledger_does_not_tell_the_claim_of_an_account(place: Place) -> None:
    place.account(changed=f"{WORD} letters")
    told = json.dumps([[e.facts, e.reason] for e in Event.objects.all()])
    assert "rung" not in told
    assert WORD not in told


# Spreads


def test_a_spread_is_shown_from_five_readings_on(place: Place) -> None:
    account = read(place.account(), place.members[:4], 4)
    assert account.spread is None
    assert account_for(None, account.key).picture_reason == "too_few"
    account = read(account, place.members[4:5], 5)
    assert account.spread == {"4": 4, "5": 1}
    assert account.effect_spread == {"no": 5}


def test_a_shown_spread_changes_only_when_three_readings_are_new(place: Place) -> None:
    account = read(place.account(), place.members[:5], 4)
    account = read(account, [place.members[5], place.chair], 7)
    assert account.spread == {"4": 5}
    account = read(account, place.members[:1], 2)
    assert account.spread == {"2": 1, "4": 4, "7": 2}


def test_new_words_or_one_person_again_and_again_do_not_make_a_spread_move(place: Place) -> None:
    account = read(place.account(), place.members[:5], 4)
    for number, person in enumerate(place.members[:4]):
        give_reading(account=account, rung=4, effect_seen="no", words=f"More {number}", by=person)
    for rung in (1, 2, 3, 5):
        give_reading(account=account, rung=rung, effect_seen="no", by=place.members[4])
    account.refresh_from_db()
    assert account.spread == {"4": 5}


def test_saying_that_a_reading_is_still_right_does_not_count_as_new(place: Place) -> None:
    account = read(place.account(), place.members[:5], 4)
    new = correct_account(account=account, claim=place.claim(rung=5), corrects_because="Too high", by=place.manager)
    publish_account(version=new, by=place.manager)
    account.refresh_from_db()
    for person in place.members[:3]:
        give_reading(account=account, rung=4, effect_seen="no", by=person)
    give_reading(account=account, rung=1, effect_seen="no", by=place.members[4])
    account.refresh_from_db()
    assert account.spread == {"4": 5}
    assert Assessment.objects.filter(version=account.current).count() == 4
    assert Event.objects.filter(verb="reading.confirmed").count() == 3


def test_a_second_identical_reading_changes_nothing(place: Place) -> None:
    account = read(place.account(), place.members[:1], 4)
    before = Event.objects.count()
    read(account, place.members[:1], 4)
    assert Event.objects.count() == before
    assert Assessment.objects.count() == 1


def test_what_members_say_of_an_effect_follows_the_same_rule(place: Place) -> None:
    account = place.account()
    effect = claim_effect(account=account, words="Better.", seen_on=days_ago(1), by=place.manager)
    for person in place.members[:4]:
        read_effect(effect=effect, seen="yes", by=person)
    assert Effect.objects.get().spread is None
    read_effect(effect=effect, seen="no", by=place.members[4])
    assert Effect.objects.get().spread == {"no": 1, "yes": 4}
    read_effect(effect=effect, seen="no", by=place.members[0])
    read_effect(effect=effect, seen="no", by=place.members[1])
    assert Effect.objects.get().spread == {"no": 1, "yes": 4}
    read_effect(effect=effect, seen="no", by=place.members[2])
    assert Effect.objects.get().spread == {"no": 4, "yes": 1}


# Names and words


def test_no_rung_ever_stands_beside_a_name_or_words(place: Place) -> None:
    account = place.account()
    give_reading(account=account, rung=2, effect_seen="no", words="Named words", shown_as="named", by=place.members[0])
    give_reading(account=account, rung=3, effect_seen="no", words="Open words", shown_as="words", by=place.members[1])
    give_reading(account=account, rung=1, effect_seen="no", words="Hidden words", by=place.members[2])
    face = account_for(None, account.key)
    assert {(said.words, said.who) for said in face.words} == {
        ("Named words", place.members[0].name),
        ("Open words", ""),
    }
    assert not any(hasattr(said, "rung") for said in face.words)
    shared = json.dumps(as_open_data(face, ""), default=str)
    assert "Hidden words" not in shared
    assert place.members[1].name not in shared
    assert face.spread is None


def test_the_ledger_knows_that_a_reading_was_given_and_neither_rung_nor_words(place: Place) -> None:
    account, member = place.account(), place.members[0]
    give_reading(account=account, rung=2, effect_seen="partly", words=f"{WORD} said", by=member)
    give_reading(account=account, rung=3, effect_seen="yes", words=f"{WORD} again", by=member)
    events = Event.objects.filter(verb__startswith="reading.")
    assert [event.verb for event in events] == ["reading.given", "reading.changed"]
    for event in events:
        assert event.facts == {}
        assert (event.reason, event.seal) == ("", "")
    told = json.dumps([[e.verb, e.facts, e.reason] for e in Event.objects.all()])
    for secret in (WORD, "partly", *(str(rung.name) for rung in RUNGS["tlap"])):
        assert secret not in told


@pytest.mark.parametrize("part", ["manager", "administrator", "other_manager", "staff", "outsider", "chair"])
def test_nobody_else_reads_a_reading_on_any_page_of_the_account(place: Place, as_person: Any, part: str) -> None:
    account, member = place.account(), place.members[0]
    give_reading(account=account, rung=2, effect_seen="no", words=f"{WORD} said", by=member)
    client = as_person(getattr(place, part))
    addresses = [f"/record/accounts/{account.key}/", "/record/", "/record.csv", "/record.json", "/plans/mine/"]
    addresses += [f"/record/accounts/{account.key}/your-reading/", f"/plans/{place.plan.key}/manage/", "/me/readings/"]
    for address in addresses:
        response = client.get(address)
        text = b"".join(response).decode()
        assert WORD not in text, address
        assert member.name not in text, address


def test_a_supporter_gives_a_reading_for_the_person_and_the_ledger_says_so(place: Place) -> None:
    from tests.factories import PersonFactory

    account, member, supporter = place.account(), place.members[0], PersonFactory()
    member.entered_by = supporter
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    event = Event.objects.get(verb="reading.given")
    assert (event.actor, event.entered_by) == (member.key, supporter.key)
    with pytest.raises(NotAllowed):
        give_reading(account=account, rung=4, effect_seen="no", by=supporter)


def test_a_persons_own_data_holds_all_that_they_said_and_nothing_of_others(place: Place) -> None:
    account, member = place.account(), place.members[0]
    give_reading(account=account, rung=2, effect_seen="no", words=f"{WORD} said", by=member)
    give_reading(account=account, rung=3, effect_seen="no", words="Of somebody else", by=place.members[1])
    data = my_data(member)
    assert data["readings"][0]["rung"] == 2
    assert data["readings"][0]["words"] == f"{WORD} said"
    assert "Of somebody else" not in json.dumps(data)
    assert json.loads(json.dumps(my_data(place.manager)))["responsible_for"]
