"""Writing an account step by step: the answers are kept as they come and become a version when they are complete."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from equalterms.groups.models import Group
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.models import Person
from equalterms.plans.actions.recording import (
    Claim,
    answers_of,
    check_claim,
    correct_account,
    discard_draft,
    publish_account,
    record_account,
    rewrite_draft,
)
from equalterms.plans.models import Account, AccountVersion, Change, ClaimDraft, Way
from equalterms.plans.rules.managing import check_may_edit_change
from equalterms.plans.vocabulary import STEPS_TO_VISIT, ClaimStep, Scale, Tense, steps_of

STEP_OF_FIELD = {
    "tense": ClaimStep.TENSE,
    "on": ClaimStep.WHEN,
    "where": ClaimStep.WHEN,
    "with_whom": ClaimStep.WHO,
    "way": ClaimStep.WAY,
    "rung": ClaimStep.RUNG,
    "asked": ClaimStep.WORDS,
    "changed": ClaimStep.WORDS,
    "none_because": ClaimStep.NONE,
    "corrects_because": ClaimStep.WHY,
}


@action
def begin_claim(*, change: Change, tense: str, by: Person) -> ClaimDraft:
    """Begin an account of a change with the first answer. One that was begun before goes on."""
    check_may_edit_change(by, change)
    begun = ClaimDraft.objects.select_for_update().filter(change=change, account__isnull=True, version__isnull=True)
    draft = begun.first()
    if draft is not None and draft.answers.get("tense") == tense:
        return unchanged(draft)
    if draft is None:
        draft = ClaimDraft(change=change, started_by=by, answers={"scale": Scale.TLAP.value})
    draft.answers["tense"] = tense
    draft.save()
    record("claim.begun", draft, by=by, facts={"change": change.key})
    return draft


@action
def begin_next_version(*, account: Account, by: Person) -> ClaimDraft:
    """Begin the next version of a published account, filled with what the public one says."""
    check_may_edit_change(by, account.change)
    account = Account.objects.select_for_update().get(pk=account.pk)
    begun = ClaimDraft.objects.filter(account=account).first()
    if begun is not None:
        return unchanged(begun)
    if account.current is None:
        raise ValidationError(_("This account is not public yet. Change the draft itself."))
    answers = answers_of(account.current, account.scale)
    answers["corrects_because"] = ""
    draft = ClaimDraft.objects.create(
        change=account.change,
        account=account,
        started_by=by,
        answers=answers,
        to_visit=[step.value for step in STEPS_TO_VISIT[account.current.tense]],
    )
    record("claim.begun", draft, by=by, facts={"account": account.key})
    return draft


@action
def answer_claim(*, draft: ClaimDraft, step: str, answers: dict[str, Any], by: Person) -> ClaimDraft:
    """Keep the answers of one step; write the version as soon as nothing is missing."""
    check_may_edit_change(by, draft.change)
    draft = ClaimDraft.objects.select_for_update().get(pk=draft.pk)
    answers = {name: value.isoformat() if isinstance(value, date) else value for name, value in answers.items()}
    to_visit = [name for name in draft.to_visit if name != step]
    if draft.answers == draft.answers | answers and to_visit == draft.to_visit and draft.is_complete:
        return unchanged(draft)
    draft.answers = draft.answers | answers
    draft.to_visit = to_visit
    draft.is_complete = not missing_steps(draft)
    if draft.is_complete:
        draft.version = _written_down(draft, by)
    draft.save()
    record("claim.answered", draft, by=by, facts={"step": step})
    return draft


@action
def publish_claim(*, draft: ClaimDraft, by: Person) -> AccountVersion:
    """Publish the account (or its next version) of a change that is public already. The answers end with it."""
    check_may_edit_change(by, draft.change)
    draft = ClaimDraft.objects.select_for_update().get(pk=draft.pk)
    if missing_steps(draft) or draft.version is None:
        raise ValidationError(_("An answer is missing. Go on with the account first."))
    return publish_account(version=draft.version, by=by)


@action
def discard_claim(*, draft: ClaimDraft, by: Person) -> None:
    """Throw away what was never public."""
    check_may_edit_change(by, draft.change)
    record("claim.discarded", draft, by=by, facts={"change": draft.change.key})
    version = draft.version
    ClaimDraft.objects.filter(pk=draft.pk).delete()
    if version is not None:
        discard_draft(version=version, by=by)


def claim_of(draft: ClaimDraft) -> Claim:
    """Return the claim that the answers make so far; what belongs to another tense is left out."""
    given = draft.answers
    arranged = given.get("tense") != Tense.NONE_YET
    group_key, way_slug = given.get("group", ""), given.get("way", "")
    return Claim(
        tense=given.get("tense", ""),
        on=date.fromisoformat(given["on"]) if given.get("on") else date.max,
        where=given.get("where", "") if arranged else "",
        group=Group.objects.filter(key=group_key).first() if arranged and group_key else None,
        with_whom=given.get("with_whom", "") if arranged else "",
        way=Way.objects.filter(slug=way_slug).first() if arranged and way_slug else None,
        rung=given.get("rung") if arranged else None,
        asked=given.get("asked", "") if arranged else "",
        changed=given.get("changed", "") if given.get("tense") == Tense.HAS else "",
        none_because="" if arranged else given.get("none_because", ""),
    )


def missing_steps(draft: ClaimDraft) -> list[ClaimStep]:
    """Return the steps that still need an answer, in their order."""
    claim, scale = claim_of(draft), draft.answers.get("scale", Scale.TLAP)
    missing = set(draft.to_visit)
    try:
        check_claim(claim, scale)
    except ValidationError as error:
        missing |= {STEP_OF_FIELD[name] for name in error.message_dict}
    if not draft.answers.get("on"):
        missing.add(ClaimStep.NONE if claim.tense == Tense.NONE_YET else ClaimStep.WHEN)
    if draft.account_id is not None and not draft.answers.get("corrects_because", "").strip():
        missing.add(ClaimStep.WHY)
    return [step for step in steps_of(claim.tense, corrects=draft.account_id is not None) if step in missing]


def _written_down(draft: ClaimDraft, by: Person) -> AccountVersion:
    """Write the answers into the draft version, making it when there is none yet."""
    claim, because = claim_of(draft), draft.answers.get("corrects_because", "")
    if draft.version is not None:
        _keep_scale(draft)
        return rewrite_draft(version=draft.version, claim=claim, by=by, corrects_because=because)
    if draft.account is not None:
        return correct_account(account=draft.account, claim=claim, corrects_because=because, by=by, draft=draft)
    return record_account(change=draft.change, claim=claim, by=by, scale=draft.answers["scale"], draft=draft)


def _keep_scale(draft: ClaimDraft) -> None:
    """A first draft may still move to another ladder; a public account stays on its own."""
    account = draft.version.account
    if account.published_at is None and account.scale != draft.answers["scale"]:
        account.scale = draft.answers["scale"]
        account.save(update_fields=["scale"])
