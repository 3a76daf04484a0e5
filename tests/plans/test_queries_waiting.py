"""What waits and what happened: for the right person, oldest first, with the same number of queries for many rows."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.factories import AccountFactory, AssessmentFactory, ChangeFactory, DisputeFactory, EffectFactory, ask
from tests.plans.conftest import Place, days_ago

from equalterms.people.models import Person
from equalterms.plans.actions.assessing import decline_reading, give_reading
from equalterms.plans.actions.claiming import begin_claim, begin_next_version
from equalterms.plans.actions.disputing import answer_dispute, dispute_account, settle_dispute
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.actions.planning import end_plan
from equalterms.plans.actions.recording import correct_account, publish_account
from equalterms.plans.models import Account, ClaimDraft, Dispute
from equalterms.plans.queries.desk import managed_plans, plan_desk
from equalterms.plans.queries.reading import asked_about
from equalterms.plans.queries.waiting import happened_for, waiting_for


def urls(person: Person | None) -> list[str]:
    return [each.url for each in waiting_for(person)]


def test_a_member_is_asked_for_readings_until_they_have_given_one_or_would_rather_not(place: Place) -> None:
    first, second = place.account(on=days_ago(20)), place.account(on=days_ago(10))
    member = place.members[0]
    assert urls(member) == [f"/record/accounts/{each.key}/your-reading/" for each in (first, second)]
    give_reading(account=first, rung=4, effect_seen="no", by=member)
    decline_reading(account=second, by=member)
    assert urls(member) == []
    assert urls(place.outsider) == []
    assert urls(None) == []


def test_what_waits_does_not_tell_the_claim(place: Place) -> None:
    place.account(changed="Zanzibar letters")
    (line,) = waiting_for(place.members[0])
    told = f"{line.title} {line.why}"
    assert "Zanzibar" not in told
    assert "Co-design" not in told


def test_a_member_is_asked_again_when_the_claim_was_corrected(place: Place) -> None:
    account, member = place.account(), place.members[0]
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    new = correct_account(account=account, claim=place.claim(rung=4), corrects_because="High", by=place.manager)
    publish_account(version=new, by=place.manager)
    (line,) = waiting_for(member)
    assert "still right" in line.title
    account.refresh_from_db()
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    assert waiting_for(member) == []


def test_a_manager_answers_and_the_member_has_the_last_word(place: Place) -> None:
    account, member = place.account(), place.members[0]
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    dispute = dispute_account(account=account, because="No.", by=member)
    Dispute.objects.filter(pk=dispute.pk).update(opened_at=timezone.now() - timedelta(days=8))
    (line,) = waiting_for(place.manager)
    assert line.url == f"/record/disagreements/{dispute.key}/answer/"
    assert line.why == "It has stood for 8 days."
    answer_dispute(dispute=dispute, words="We will.", by=place.manager)
    assert urls(place.manager) == []
    assert urls(member) == [f"/record/disagreements/{dispute.key}/"]
    settle_dispute(dispute=dispute, by=member)
    assert urls(member) == []


def test_effects_wait_for_those_who_have_read_the_account_only(place: Place) -> None:
    account = place.account()
    give_reading(account=account, rung=4, effect_seen="no", by=place.members[0])
    effect = claim_effect(account=account, words="Better.", seen_on=days_ago(1), by=place.manager)
    assert urls(place.members[0]) == [f"/record/effects/{effect.key}/your-reading/"]
    assert urls(place.members[1]) == [f"/record/accounts/{account.key}/your-reading/"]


def test_a_manager_sees_what_is_late_due_begun_and_missing(place: Place) -> None:
    promise, late, soon, far = place.promise(), place.none_yet(), place.none_yet(), place.none_yet()
    Account.objects.filter(pk=promise.pk).update(on=days_ago(1))
    Account.objects.filter(pk=late.pk).update(on=days_ago(2))
    Account.objects.filter(pk=soon.pk).update(on=days_ago(-30))
    Account.objects.filter(pk=far.pk).update(on=days_ago(-31))
    missing, begun = place.draft_change(), place.draft_change()
    draft = begin_claim(change=begun, tense="has", by=place.manager)
    lines = {each.url: each for each in waiting_for(place.manager)}
    assert set(lines) == {
        f"/record/accounts/{promise.key}/new-version/",
        f"/record/accounts/{late.key}/new-version/",
        f"/record/accounts/{soon.key}/new-version/",
        f"/accounts/drafts/{draft.key}/",
        f"/changes/{missing.key}/account/",
    }
    assert lines[f"/record/accounts/{late.key}/new-version/"].overdue
    assert not lines[f"/record/accounts/{soon.key}/new-version/"].overdue
    (row,) = managed_plans(place.manager)
    assert (row.without_account, row.unfinished, row.dates_passed) == (1, 1, 1)
    assert (row.none_yet_late, row.none_yet_soon) == (1, 1)


def test_a_late_promise_that_somebody_is_completing_waits_once(place: Place) -> None:
    promise = place.promise()
    Account.objects.filter(pk=promise.pk).update(on=days_ago(1))
    draft = begin_next_version(account=promise, by=place.manager)
    (line,) = waiting_for(place.manager)
    assert line.url == f"/accounts/drafts/{draft.key}/"
    assert line.overdue


def test_nothing_waits_in_a_plan_that_has_ended_nor_for_other_managers(place: Place) -> None:
    place.draft_change()
    for person in (place.other_manager, place.administrator, place.foreign_manager, place.chair):
        assert waiting_for(person) == []
    end_plan(plan=place.plan, because="Over", by=place.manager)
    assert waiting_for(place.manager) == []


def test_what_happened_is_told_to_those_it_concerns(place: Place) -> None:
    since = timezone.now() - timedelta(minutes=5)
    account, member = place.account(), place.members[0]
    give_reading(account=account, rung=4, effect_seen="no", by=member)
    dispute = dispute_account(account=account, because="No.", by=member)
    answer_dispute(dispute=dispute, words="We will.", by=place.manager)
    assert [each.title for each in happened_for(member, since)] == [f"The managers answered you: {account.change}"]
    assert [each.title for each in happened_for(place.manager, since)] == [f"A member disagrees: {account.change}"]
    assert happened_for(place.outsider, since) == []
    assert happened_for(member, timezone.now()) == []


def fill(place: Place, member: Person, number: int) -> None:
    for _each in range(number):
        asked, read, late = (AccountFactory(change=ChangeFactory(plan=place.plan)) for _which in range(3))
        for account in (asked, read):
            ask(account, member)
        Account.objects.filter(pk__in=[asked.pk, read.pk]).update(tense="has")
        Account.objects.filter(pk=late.pk).update(tense="none_yet", on=days_ago(1))
        AssessmentFactory(account=read, person=member)
        EffectFactory(account=read)
        DisputeFactory(account=read, person=member, state="answered")
        DisputeFactory(account=late)
        ClaimDraft.objects.create(change=ChangeFactory(plan=place.plan, draft=True), started_by=place.manager)
        ChangeFactory(plan=place.plan, draft=True)


@pytest.mark.parametrize(
    "question",
    [
        lambda place: waiting_for(place.members[0]),
        lambda place: waiting_for(place.manager),
        lambda place: happened_for(place.members[0], timezone.now() - timedelta(days=900)),
        lambda place: happened_for(place.manager, timezone.now() - timedelta(days=900)),
        lambda place: asked_about(place.members[0]),
        lambda place: managed_plans(place.manager),
        lambda place: plan_desk(place.manager, place.plan.key),
    ],
    ids=["member", "manager", "happened_member", "happened_manager", "asked_about", "managed", "desk"],
)
def test_many_rows_cost_as_many_queries_as_one(place: Place, question: Any) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            question(place)
        return len(queries)

    fill(place, place.members[0], 1)
    one = cost()
    fill(place, place.members[0], 12)
    assert cost() == one
