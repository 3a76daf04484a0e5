"""Each write is tried by everybody: only those whom the rule names may do it, and rights on the site add nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from tests.factories import GroupFactory, PersonFactory, join
from tests.plans.conftest import Place, days_ago

from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.plans.actions import assessing, changing, claiming, disputing, effects, planning, recording, ways
from equalterms.plans.models import Account, Plan

EVERYBODY = (
    "manager",
    "other_manager",
    "foreign_manager",
    "administrator",
    "chair",
    "member",
    "member_elsewhere",
    "staff",
    "outsider",
)
RESPONSIBLE = {"manager"}
LIVED = {"chair", "member"}


def somebody(place: Place, part: str) -> Person:
    if part == "member":
        return place.members[0]
    if part == "member_elsewhere":
        return join(GroupFactory(organisation=place.council))
    return getattr(place, part)


def start_plan(place: Place, by: Person) -> Plan:
    dates = {"starts_on": days_ago(1), "ends_on": days_ago(-100)}
    return planning.start_plan(organisation=place.council, title="T", summary="S", by=by, **dates)


def edit_plan(place: Place, by: Person) -> Any:
    dates = {"starts_on": days_ago(1), "ends_on": days_ago(-100)}
    return planning.edit_plan(plan=place.plan, title="T", summary="S", answers_to=[place.panel], by=by, **dates)


def publish_plan(place: Place, by: Person) -> Any:
    plan = start_plan(place, place.manager)
    plan.answers_to.add(place.panel)
    return planning.publish_plan(plan=plan, by=by)


def add_change(place: Place, by: Person) -> Any:
    facts = {"title": "C", "what": "W", "for_whom": "All", "stage": "design", "starts_on": days_ago(1)}
    return changing.add_change(plan=place.plan, by=by, **facts)


def edit_change(place: Place, by: Person) -> Any:
    return changing.edit_change(change=place.draft_change(), title="New", by=by)


def publish_change(place: Place, by: Person) -> Any:
    change = place.draft_change()
    recording.record_account(change=change, claim=place.claim(), by=place.manager)
    return changing.publish_change(change=change, by=by)


def draft_version(place: Place) -> Any:
    account = place.account()
    return recording.record_account(change=account.change, claim=place.claim(), by=place.manager)


def correct(place: Place, by: Person) -> Any:
    return recording.correct_account(account=place.account(), claim=place.claim(), corrects_because="Wrong", by=by)


def a_dispute(place: Place) -> Any:
    return disputing.dispute_account(account=place.account(), because="No.", by=place.members[0])


def answered(place: Place) -> Any:
    dispute = a_dispute(place)
    disputing.answer_dispute(dispute=dispute, words="We see.", by=place.manager)
    dispute.refresh_from_db()
    return dispute


def an_effect(place: Place) -> Any:
    return effects.claim_effect(account=place.account(), words="Better.", seen_on=days_ago(1), by=place.manager)


def begun(place: Place) -> Any:
    return claiming.begin_claim(change=place.draft_change(), tense="has", by=place.manager)


WRITES: list[tuple[str, Callable[[Place, Person], Any], set[str]]] = [
    ("start_plan", start_plan, {"manager", "other_manager"}),
    ("edit_plan", edit_plan, RESPONSIBLE),
    ("publish_plan", publish_plan, RESPONSIBLE),
    ("end_plan", lambda place, by: planning.end_plan(plan=place.plan, because="Over", by=by), RESPONSIBLE),
    (
        "share_responsibility",
        lambda place, by: planning.share_responsibility(plan=place.plan, person=place.other_manager, by=by),
        RESPONSIBLE,
    ),
    ("add_change", add_change, RESPONSIBLE),
    ("edit_change", edit_change, RESPONSIBLE),
    ("publish_change", publish_change, RESPONSIBLE),
    (
        "remove_draft_change",
        lambda place, by: changing.remove_draft_change(change=place.draft_change(), by=by) or "done",
        RESPONSIBLE,
    ),
    (
        "record_account",
        lambda place, by: recording.record_account(change=place.draft_change(), claim=place.claim(), by=by),
        RESPONSIBLE,
    ),
    (
        "rewrite_draft",
        lambda place, by: recording.rewrite_draft(version=draft_version(place), claim=place.claim(rung=3), by=by),
        RESPONSIBLE,
    ),
    (
        "publish_account",
        lambda place, by: recording.publish_account(version=draft_version(place), by=by),
        RESPONSIBLE,
    ),
    ("correct_account", correct, RESPONSIBLE),
    ("discard_draft", lambda place, by: recording.discard_draft(version=draft_version(place), by=by), RESPONSIBLE),
    (
        "add_evidence_link",
        lambda place, by: recording.add_evidence_link(
            version=draft_version(place), title="Notes", url="https://example.org/", by=by
        ),
        RESPONSIBLE,
    ),
    (
        "begin_claim",
        lambda place, by: claiming.begin_claim(change=place.draft_change(), tense="has", by=by),
        RESPONSIBLE,
    ),
    (
        "begin_next_version",
        lambda place, by: claiming.begin_next_version(account=place.account(), by=by),
        RESPONSIBLE,
    ),
    (
        "answer_claim",
        lambda place, by: claiming.answer_claim(draft=begun(place), step="when", answers={"where": "Here"}, by=by),
        RESPONSIBLE,
    ),
    ("discard_claim", lambda place, by: claiming.discard_claim(draft=begun(place), by=by), RESPONSIBLE),
    (
        "claim_effect",
        lambda place, by: effects.claim_effect(account=place.account(), words="W", seen_on=days_ago(1), by=by),
        RESPONSIBLE,
    ),
    (
        "answer_dispute",
        lambda place, by: disputing.answer_dispute(dispute=a_dispute(place), words="Sorry.", by=by),
        RESPONSIBLE,
    ),
    (
        "add_way",
        lambda place, by: ways.add_way(name="Walk together", organisation=place.council, by=by),
        {"manager", "other_manager"},
    ),
    (
        "give_reading",
        lambda place, by: assessing.give_reading(account=place.account(), rung=4, effect_seen="no", by=by),
        LIVED,
    ),
    ("decline_reading", lambda place, by: assessing.decline_reading(account=place.account(), by=by), LIVED),
    ("read_effect", lambda place, by: assessing.read_effect(effect=an_effect(place), seen="no", by=by), LIVED),
    (
        "dispute_account",
        lambda place, by: disputing.dispute_account(account=place.account(), because="No.", by=by),
        LIVED,
    ),
    ("settle_dispute", lambda place, by: disputing.settle_dispute(dispute=answered(place), by=by), {"member"}),
    (
        "keep_dispute",
        lambda place, by: disputing.keep_dispute(dispute=answered(place), words="Not enough.", by=by),
        {"member"},
    ),
]


@pytest.mark.parametrize("part", EVERYBODY)
@pytest.mark.parametrize(("write", "allowed"), [pytest.param(w, a, id=name) for name, w, a in WRITES])
def test_only_those_whom_the_rule_names_may_write(
    place: Place, write: Callable[[Place, Person], Any], allowed: set[str], part: str
) -> None:
    person = somebody(place, part)
    if part in allowed:
        write(place, person)
        assert Event.objects.filter(actor=person.key).exists()
    else:
        with pytest.raises(NotAllowed):
            write(place, person)
        if person not in (place.manager, place.members[0]):  # these two prepare the scene
            assert not Event.objects.filter(actor=person.key).exists()


def test_a_manager_with_lived_experience_is_not_asked_about_their_own_plan_and_cannot_dispute_it(place: Place) -> None:
    from tests.factories import MembershipFactory

    MembershipFactory(group=place.panel, person=place.manager)
    account = place.account()
    assert not account.asked_people.filter(person=place.manager).exists()
    with pytest.raises(NotAllowed):
        disputing.dispute_account(account=account, because="No.", by=place.manager)


def test_responsibility_can_only_be_shared_with_a_manager_of_the_same_organisation(place: Place) -> None:
    for person in (place.foreign_manager, place.chair, place.administrator, PersonFactory()):
        with pytest.raises(ValidationError):
            planning.share_responsibility(plan=place.plan, person=person, by=place.manager)


def test_the_last_one_responsible_cannot_step_down(place: Place) -> None:
    with pytest.raises(ValidationError):
        planning.hand_over_responsibility(plan=place.plan, by=place.manager)


def test_a_manager_who_was_responsible_before_can_do_nothing_more(place: Place) -> None:
    planning.share_responsibility(plan=place.plan, person=place.other_manager, by=place.manager)
    account = place.account()
    planning.hand_over_responsibility(plan=place.plan, by=place.manager)
    with pytest.raises(NotAllowed):
        recording.correct_account(account=account, claim=place.claim(), corrects_because="Late", by=place.manager)


def test_nothing_can_be_written_in_a_plan_that_has_ended(place: Place) -> None:
    account = place.account()
    planning.end_plan(plan=place.plan, because="Over", by=place.manager)
    account = Account.objects.get(pk=account.pk)
    with pytest.raises(NotAllowed):
        recording.correct_account(account=account, claim=place.claim(), corrects_because="Late", by=place.manager)
    with pytest.raises(NotAllowed):
        add_change(place, place.manager)
