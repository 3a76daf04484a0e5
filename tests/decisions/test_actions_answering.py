"""Members answer a text, change their answers, and what they answered decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.decisions.conftest import PUBLIC, Place, answer, count, time_passes
from tests.factories import GroupFactory, PersonFactory, join

from equalterms.decisions.actions.answering import answer_decision
from equalterms.decisions.actions.closing import close_decision, close_when_due
from equalterms.decisions.actions.putting import give_more_time, put_decision, withdraw_decision
from equalterms.decisions.models import Answer, Decision, EarlierAnswer, Objection
from equalterms.decisions.tasks import close_all_due
from equalterms.decisions.vocabulary import Audience, Stance
from equalterms.groups.actions.agreeing import add_terms
from equalterms.groups.models import Membership
from equalterms.groups.rules import DecidingTerms
from equalterms.ledger.models import Event
from equalterms.ledger.queries import verify
from equalterms.people.exceptions import NotAllowed


def test_those_at_the_table_are_asked_and_observers_are_not(place: Place) -> None:
    decision = place.put()
    asked = set(decision.asked_members.values_list("person", flat=True))
    assert asked == {person.pk for person in place.asked}


def test_the_rules_are_those_of_the_terms_on_the_day_it_is_put(place: Place) -> None:
    terms = DecidingTerms(decides_by="majority", majority=75, quorum=60, lived_quorum=70)
    today = timezone.localdate()
    add_terms(group=place.group, by=place.chair, words="We vote.", agreed_on=today, deciding=terms)
    decision = place.put()
    add_terms(group=place.group, by=place.chair, words="We agree.", agreed_on=today, deciding=DecidingTerms())
    assert Decision.objects.get(pk=decision.pk).terms == terms


def test_terms_that_say_nothing_new_keep_how_the_group_decides(place: Place) -> None:
    today = timezone.localdate()
    add_terms(group=place.group, by=place.chair, words="One.", agreed_on=today, deciding=PUBLIC)
    assert add_terms(group=place.group, by=place.chair, words="Two.", agreed_on=today).outcomes_public


def test_all_agree_and_it_is_agreed(place: Place) -> None:
    decision = place.put()
    for person in place.asked:
        answer(decision, person)
    decision = count(decision)
    assert (decision.state, decision.outcome) == ("closed", "agreed")
    assert (decision.answered, decision.asked, decision.lived_answered, decision.lived_asked) == (10, 10, 8, 8)
    assert decision.figures == {"everybody": {"agree": 10, "concerns": 0, "aside": 0, "object": 0}}
    assert verify().whole


def test_too_few_answers_decide_nothing(place: Place) -> None:
    decision = place.put()
    for person in place.asked[:4]:
        answer(decision, person)
    assert count(decision).outcome == "no_quorum"


def test_an_answer_is_changed_and_the_one_before_is_kept(place: Place) -> None:
    decision, member = place.put(), place.users[1]
    answer(decision, member, Stance.AGREE)
    answer(decision, member, Stance.ASIDE)
    answer(decision, member, Stance.ASIDE)  # nothing new
    assert Answer.objects.get(person=member).stance == Stance.ASIDE
    assert EarlierAnswer.objects.get().stance == Stance.AGREE
    verbs = list(Event.objects.filter(actor=member.key, thing=decision.key).values_list("verb", flat=True))
    assert verbs == ["decision.answered", "decision.answer_changed"]


@pytest.mark.parametrize("stance", [Stance.CONCERNS, Stance.OBJECT])
def test_a_concern_and_an_objection_need_words(place: Place, stance: str) -> None:
    decision = place.put()
    with pytest.raises(ValidationError):
        answer_decision(decision=decision, by=place.users[1], stance=stance, words="  ", number=1)
    assert not Answer.objects.exists()


def test_an_answer_must_be_one_of_four(place: Place) -> None:
    with pytest.raises(ValidationError):
        answer_decision(decision=place.put(), by=place.users[1], stance="maybe", number=1)


def test_nobody_answers_before_the_time_for_questions_is_over(place: Place) -> None:
    decision = place.put(opens_at=timezone.now() + timedelta(days=1))
    with pytest.raises(NotAllowed, match="time for questions"):
        answer(decision, place.users[1])


def test_nobody_answers_when_time_is_up_even_if_nobody_has_counted(place: Place) -> None:
    decision = time_passes(place.put())
    with pytest.raises(NotAllowed, match="time for answers is over"):
        answer(decision, place.users[1])


@pytest.mark.parametrize("who", ["observer", "administrator", "outsider"])
def test_those_who_were_not_asked_cannot_answer(place: Place, who: str) -> None:
    with pytest.raises(NotAllowed):
        answer(place.put(), getattr(place, who))


def test_somebody_who_joins_later_cannot_answer_and_somebody_who_left_cannot_either(place: Place) -> None:
    decision = place.put()
    with pytest.raises(NotAllowed):
        answer(decision, join(place.group))
    gone = place.users[2]
    Membership.objects.filter(person=gone).update(until=timezone.localdate())
    with pytest.raises(NotAllowed):
        answer(decision, gone)


def test_somebody_who_left_without_answering_is_not_missed(place: Place) -> None:
    decision = place.put()
    left = [person.pk for person in place.users[:5]]
    Membership.objects.filter(person__in=left).update(until=timezone.localdate())
    for person in (place.chair, place.carer, *place.staff):
        answer(decision, person)
    decision = count(decision)
    assert (decision.answered, decision.asked, decision.outcome) == (4, 5, "agreed")


@pytest.mark.parametrize("who", ["observer", "administrator", "outsider"])
def test_only_those_at_the_table_put_a_text(place: Place, who: str) -> None:
    with pytest.raises(NotAllowed):
        place.put(by=getattr(place, who))


def test_staff_cannot_put_a_text_to_those_with_lived_experience(place: Place) -> None:
    with pytest.raises(NotAllowed, match="lived experience"):
        place.put(by=place.staff[0], audience=Audience.LIVED)
    decision = place.put(audience=Audience.LIVED)
    assert decision.asked_members.count() == 8


def test_a_text_is_put_to_named_members_and_to_nobody_from_outside(place: Place) -> None:
    decision = place.put(audience=Audience.NAMED, people=[place.carer], by=place.staff[0])
    assert [each.person for each in decision.asked_members.all()] == [place.carer]
    with pytest.raises(ValidationError):
        place.put(audience=Audience.NAMED, people=[place.outsider])
    with pytest.raises(ValidationError):
        place.put(audience=Audience.NAMED)


def test_guests_do_not_decide_where_the_members_are_in_control(db: None) -> None:
    group = GroupFactory(user_controlled_network=True)
    member, guest = join(group), join(group, capacity="adviser")
    later = timezone.now() + timedelta(days=2)
    decision = put_decision(group=group, by=member, title="Us", words="We.", closes_at=later)
    assert [each.person for each in decision.asked_members.all()] == [member]
    with pytest.raises(NotAllowed):
        put_decision(group=group, by=guest, title="Us", words="We.", closes_at=later)


def test_a_text_needs_words_and_an_end_that_comes(place: Place) -> None:
    for wrong in ({"title": " "}, {"words": ""}, {"closes_at": timezone.now()}):
        with pytest.raises(ValidationError):
            place.put(**wrong)
    with pytest.raises(ValidationError):
        place.put(closes_at=timezone.now() + timedelta(days=400))


def test_the_clock_closes_what_is_due_and_nothing_else(place: Place) -> None:
    due, open_still = time_passes(place.put()), place.put()
    assert close_when_due.func(open_still.key) == "nothing to do"
    assert close_all_due.func() == 1
    assert close_when_due.func(due.key) == "nothing to do"
    assert list(Decision.objects.order_by("pk").values_list("state", flat=True)) == ["closed", "open"]


def test_it_is_counted_early_only_when_everybody_has_answered(place: Place) -> None:
    decision = place.put()
    for person in place.asked[:-1]:
        answer(decision, person)
    with pytest.raises(NotAllowed):
        close_decision(decision=decision, by=place.putter)
    answer(decision, place.asked[-1])
    with pytest.raises(NotAllowed):
        close_decision(decision=decision, by=place.carer)  # neither put it nor leads
    assert close_decision(decision=decision, by=place.putter).outcome == "agreed"


def test_when_time_is_up_any_member_asked_may_have_it_counted_and_others_not(place: Place) -> None:
    decision = time_passes(place.put())
    for stranger in (place.outsider, place.administrator, place.observer):
        with pytest.raises(NotAllowed):
            close_decision(decision=decision, by=stranger)
    assert close_decision(decision=decision, by=place.carer).outcome == "no_quorum"


def test_more_time_is_given_before_the_end_and_only_by_those_who_look_after_it(place: Place) -> None:
    decision = place.put()
    later = decision.closes_at + timedelta(days=3)
    with pytest.raises(NotAllowed):
        give_more_time(decision=decision, by=place.carer, closes_at=later, because="Holidays.")
    with pytest.raises(ValidationError):
        give_more_time(decision=decision, by=place.chair, closes_at=timezone.now(), because="Holidays.")
    assert give_more_time(decision=decision, by=place.chair, closes_at=later, because="Holidays.").closes_at == later
    with pytest.raises(ValidationError):
        give_more_time(decision=time_passes(decision), by=place.chair, closes_at=later, because="Holidays.")


def test_a_withdrawn_text_keeps_its_history_and_takes_no_answers(place: Place) -> None:
    decision = place.put()
    answer(decision, place.users[1], Stance.OBJECT)
    with pytest.raises(NotAllowed):
        withdraw_decision(decision=decision, by=place.carer, because="No.")
    with pytest.raises(ValidationError):
        withdraw_decision(decision=decision, by=place.putter, because=" ")
    withdraw_decision(decision=decision, by=place.putter, because="We heard enough.")
    with pytest.raises(NotAllowed, match="withdrawn"):
        answer(decision, place.users[2])
    assert Answer.objects.count() == 1
    assert Objection.objects.count() == 1
    assert count(decision).state == "withdrawn"
    with pytest.raises(NotAllowed):
        withdraw_decision(decision=decision, by=place.putter, because="Again.")


def test_a_supporter_answers_for_the_person_they_support(place: Place) -> None:
    decision, member, supporter = place.put(), place.users[1], PersonFactory()
    member.entered_by = supporter
    answer(decision, member)
    assert Answer.objects.get().person == member
    event = Event.objects.get(verb="decision.answered")
    assert (event.actor, event.entered_by) == (member.key, supporter.key)
