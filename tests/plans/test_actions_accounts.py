"""Accounts: what must be said, that nothing public changes, that corrections keep what members said."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from tests.factories import GroupFactory, MembershipFactory, join
from tests.plans.conftest import Place, days_ago

from equalterms.groups.models import Membership
from equalterms.ledger.models import Event
from equalterms.plans.actions.assessing import give_reading
from equalterms.plans.actions.changing import publish_change, remove_draft_change
from equalterms.plans.actions.claiming import begin_claim, begin_next_version, discard_claim
from equalterms.plans.actions.disputing import dispute_account
from equalterms.plans.actions.recording import (
    add_evidence_link,
    check_claim,
    correct_account,
    publish_account,
    record_account,
    remove_evidence,
    rewrite_draft,
)
from equalterms.plans.models import Account, AccountVersion, Asked, ClaimDraft
from equalterms.plans.queries.record import RecordFilter, account_for, page_of_record
from equalterms.plans.vocabulary import Tense


def test_a_change_cannot_be_published_without_its_account(place: Place) -> None:
    change = place.draft_change()
    with pytest.raises(ValidationError, match="Say first where co-production took place"):
        publish_change(change=change, by=place.manager)
    change.refresh_from_db()
    assert change.published_at is None


def test_a_change_cannot_be_published_before_its_plan(place: Place) -> None:
    change = place.draft_change()
    record_account(change=change, claim=place.claim(), by=place.manager)
    place.plan.state = "draft"
    place.plan.save()
    change.refresh_from_db()
    with pytest.raises(ValidationError, match="Publish the plan first"):
        publish_change(change=change, by=place.manager)


def test_a_change_cannot_be_published_while_an_answer_of_its_account_is_missing(place: Place) -> None:
    change = place.draft_change()
    record_account(change=change, claim=place.claim(), by=place.manager)
    ClaimDraft.objects.update(is_complete=False)
    with pytest.raises(ValidationError, match="not finished"):
        publish_change(change=change, by=place.manager)


@pytest.mark.parametrize("missing", ["where", "group", "way", "rung", "asked", "changed"])
def test_a_claim_leaves_nothing_open(place: Place, missing: str) -> None:
    claim = place.claim(**{missing: None if missing in ("group", "way", "rung") else " "})
    with pytest.raises(ValidationError) as refusal:
        check_claim(claim, "tlap")
    assert set(refusal.value.message_dict) == {"with_whom" if missing == "group" else missing}


@pytest.mark.parametrize(("scale", "rung"), [("tlap", 8), ("iap2", 6), ("arnstein", 9), ("tlap", 0)])
def test_a_rung_must_be_on_the_ladder(place: Place, scale: str, rung: int) -> None:
    with pytest.raises(ValidationError):
        check_claim(place.claim(rung=rung), scale)


def test_what_has_taken_place_cannot_lie_ahead_and_a_promise_cannot_lie_behind(place: Place) -> None:
    with pytest.raises(ValidationError):
        check_claim(place.claim(on=days_ago(-1)), "tlap")
    with pytest.raises(ValidationError):
        check_claim(place.claim(tense=Tense.WILL, on=days_ago(1)), "tlap")


def test_a_public_version_is_never_changed(place: Place) -> None:
    account = place.account()
    version = account.current
    with pytest.raises(ValidationError, match="stays as it is"):
        rewrite_draft(version=version, claim=place.claim(rung=2), by=place.manager)
    with pytest.raises(ValidationError, match="stays as it is"):
        add_evidence_link(version=version, title="Late", url="https://example.org", by=place.manager)
    with pytest.raises(DatabaseError), transaction.atomic():
        AccountVersion.objects.filter(pk=version.pk).update(rung=1)
    version.refresh_from_db()
    assert version.rung == 6


def test_evidence_of_a_public_version_cannot_be_taken_away(place: Place) -> None:
    change = place.draft_change()
    version = record_account(change=change, claim=place.claim(), by=place.manager)
    evidence = add_evidence_link(version=version, title="Notes", url="https://example.org", by=place.manager)
    publish_change(change=change, by=place.manager)
    evidence.refresh_from_db()
    with pytest.raises(ValidationError):
        remove_evidence(evidence=evidence, by=place.manager)


def test_a_correction_says_why_keeps_readings_disputes_and_evidence_and_asks_again(place: Place) -> None:
    change = place.draft_change()
    version = record_account(change=change, claim=place.claim(), by=place.manager)
    add_evidence_link(version=version, title="Notes", url="https://example.org", by=place.manager)
    publish_change(change=change, by=place.manager)
    account = Account.objects.get(change=change)
    reading = give_reading(account=account, rung=4, effect_seen="no", by=place.members[0])
    dispute = dispute_account(account=account, because="No.", by=place.members[1])
    new = correct_account(account=account, claim=place.claim(rung=4), corrects_because="", by=place.manager)
    with pytest.raises(ValidationError, match="Say why"):
        publish_account(version=new, by=place.manager)
    rewrite_draft(version=new, claim=place.claim(rung=4), corrects_because="Too high.", by=place.manager)
    publish_account(version=new, by=place.manager)
    account.refresh_from_db()
    assert (account.current.number, account.rung) == (2, 4)
    assert [piece.title for piece in account.current.evidence.all()] == ["Notes"]
    assert AccountVersion.objects.get(account=account, number=1).rung == 6
    reading.refresh_from_db()
    dispute.refresh_from_db()
    assert reading.version.number == 1
    assert dispute.settled_at is None
    assert account.open_disputes == 1


def test_one_new_version_is_written_at_a_time(place: Place) -> None:
    account = place.account()
    first = begin_next_version(account=account, by=place.manager)
    assert begin_next_version(account=account, by=place.manager) == first
    correct_account(account=account, claim=place.claim(), corrects_because="W", by=place.manager, draft=first)
    with pytest.raises(ValidationError, match="already being written"):
        correct_account(account=account, claim=place.claim(), corrects_because="W", by=place.manager)


def test_what_has_taken_place_cannot_become_a_plan_again(place: Place) -> None:
    will = place.claim(tense=Tense.WILL, on=days_ago(-9))
    with pytest.raises(ValidationError):
        correct_account(account=place.account(), claim=will, corrects_because="W", by=place.manager)


def test_none_yet_is_an_account_and_nobody_is_asked_about_it(place: Place) -> None:
    account = place.none_yet()
    assert account.rung is None
    assert not Asked.objects.exists()


def test_a_promise_asks_nobody_before_it_is_kept(place: Place) -> None:
    account = place.promise()
    assert not account.asked_people.exists()


def test_asked_are_the_members_with_lived_experience_who_were_in_the_group_on_that_day(place: Place) -> None:
    MembershipFactory.create(group=place.panel, carer=True)
    here_then = set(Membership.objects.exclude(person=place.staff).values_list("person", flat=True))
    left_before = join(place.panel, until=days_ago(20))
    left_after = join(place.panel, until=days_ago(5))
    joined_after = join(place.panel, since=days_ago(5))
    adviser = join(place.panel, capacity="adviser")
    account = place.account(on=days_ago(10))
    asked = set(account.asked_people.values_list("person", flat=True))
    assert asked == here_then | {left_after.pk}
    assert not asked & {left_before.pk, joined_after.pk, adviser.pk, place.staff.pk}
    assert account.asked_count == len(asked)


def test_without_a_group_the_members_of_the_plans_groups_are_asked(place: Place) -> None:
    other = GroupFactory(organisation=place.council)
    stranger = join(other)
    account = place.account(group=None, with_whom="12 carers")
    assert account.asked_count == 7
    assert not account.asked_people.filter(person=stranger).exists()


def test_a_draft_that_is_thrown_away_leaves_nothing_but_its_trace(place: Place) -> None:
    change = place.draft_change()
    record_account(change=change, claim=place.claim(), by=place.manager)
    discard_claim(draft=ClaimDraft.objects.get(), by=place.manager)
    assert not Account.objects.exists()
    assert not AccountVersion.objects.exists()
    begin_claim(change=change, tense="has", by=place.manager)
    record_account(change=change, claim=place.claim(), by=place.manager)
    remove_draft_change(change=change, by=place.manager)
    assert not ClaimDraft.objects.exists()
    assert Event.objects.filter(verb="change.removed").exists()


def test_every_draft_version_can_be_gone_on_with(place: Place) -> None:
    version = record_account(change=place.draft_change(), claim=place.claim(), by=place.manager)
    draft = ClaimDraft.objects.get()
    assert draft.version == version
    assert draft.answers["where"] == "Town hall"
    account = place.account()
    next_version = correct_account(account=account, claim=place.claim(), corrects_because="W", by=place.manager)
    assert ClaimDraft.objects.get(version=next_version).account == account


def test_late_is_told_by_the_day(place: Place) -> None:
    account = place.none_yet(on=days_ago(-1))

    def late_on(day: date) -> tuple[int, int]:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(timezone, "now", lambda: noon)
            faces = page_of_record(None, RecordFilter(state="overdue")).faces
            return account_for(None, account.key).days_late, len(faces)

    assert late_on(days_ago(-1)) == (0, 0)
    assert late_on(days_ago(-2)) == (1, 1)
    assert late_on(days_ago(-31)) == (30, 1)
