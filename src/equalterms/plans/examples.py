"""Example addresses of this room's pages, found in the example data."""

from typing import Any

from django.db.models import F

from equalterms.people.models import Person
from equalterms.plans.models import (
    Account,
    Asked,
    Assessment,
    Change,
    ClaimDraft,
    Dispute,
    Effect,
    Evidence,
    Plan,
)
from equalterms.plans.vocabulary import ClaimStep, PlanState, Tense

Kwargs = list[dict[str, Any]]


def examples() -> dict[str, Kwargs]:
    """Return arguments for every address of this room that needs some."""
    return {**_record(), **_plans(), **_drafts(), **_accounts(), **_members()}


def _keys(things: Any) -> Kwargs:
    return [{"key": key} for key in dict.fromkeys(things.values_list("key", flat=True))]


def _persona(slug: str) -> Person | None:
    return Person.objects.filter(try_as=slug).first()


def _record() -> dict[str, Kwargs]:
    public = Account.objects.filter(published_at__isnull=False)
    kinds = [
        public.filter(tense=Tense.HAS, spread__isnull=False)[:1],
        public.filter(tense=Tense.HAS, spread__isnull=True)[:1],
        public.filter(open_disputes__gt=0)[:1],
        public.filter(disputes__settled_at__isnull=False)[:1],
        public.filter(tense=Tense.WILL)[:1],
        public.filter(tense=Tense.NONE_YET)[:1],
        public.filter(current__number__gt=1)[:1],
        public.filter(effects__isnull=False)[:1],
        public.filter(pk__in=_waiting_for_member().values("account"))[:1],
    ]
    accounts = [each for rows in kinds for each in _keys(rows)]
    unique = [dict(pair) for pair in dict.fromkeys(tuple(each.items()) for each in accounts)]
    corrected = _keys(public.filter(current__number__gt=1)[:2]) or unique[:1]
    plans = [_keys(Plan.objects.filter(state=state)[:2]) for state in PlanState.values]
    return {
        "plans:account": unique,
        "api:account": unique[:2],
        "api:plan": _keys(Plan.objects.filter(state=PlanState.PUBLISHED)[:2]),
        "plans:account_versions": corrected,
        "plans:plan": [each for rows in plans for each in rows],
        "plans:change": [
            *_keys(Change.objects.filter(published_at__isnull=False)[:2]),
            *_keys(Change.objects.filter(published_at__isnull=True)[:2]),
        ],
        "plans:evidence_file": _keys(Evidence.objects.exclude(file="")[:3]),
    }


def _managed() -> Any:
    """The plans for which the example manager is responsible."""
    return Plan.objects.filter(responsibilities__person=_persona("manager"))


def _plans() -> dict[str, Kwargs]:
    drafts = _keys(_managed().filter(state=PlanState.DRAFT)[:1])
    running = _keys(_managed().filter(state=PlanState.PUBLISHED)[:1])
    changes = Change.objects.filter(plan__in=_managed())
    unfinished = _keys(changes.filter(published_at__isnull=True, claim_drafts__isnull=True)[:1])
    ready = _keys(changes.filter(published_at__isnull=True, claim_drafts__is_complete=True)[:1])
    public = _keys(changes.filter(published_at__isnull=False)[:1])
    return {
        "plans:manage_plan": [*running, *drafts],
        "plans:edit_plan": [*running, *drafts],
        "plans:publish_plan": drafts or running,
        "plans:end_plan": running,
        "plans:share_plan": running,
        "plans:hand_over_plan": running,
        "plans:add_change": running,
        "plans:edit_change": [*public, *unfinished],
        "plans:publish_change": [*ready, *unfinished, *public],
        "plans:remove_change": unfinished or public,
        "plans:record_account": unfinished or public,
    }


def _drafts() -> dict[str, Kwargs]:
    complete = _keys(ClaimDraft.objects.filter(is_complete=True)[:2])
    begun = _keys(ClaimDraft.objects.filter(is_complete=False)[:2])
    drafts = [*complete, *begun]
    steps = [*ClaimStep.values, "which-group", "which-people", "ladder"]
    return {
        "plans:check_account": drafts,
        "plans:account_evidence": complete or drafts[:1],
        "plans:add_way": drafts[:1],
        "plans:discard_account": drafts[:1],
        "plans:answer_account": [{**each, "step": step} for each in drafts[:1] for step in steps],
        "plans:remove_evidence": _keys(Evidence.objects.filter(version__published_at__isnull=True)[:1]),
    }


def _accounts() -> dict[str, Kwargs]:
    public = Account.objects.filter(published_at__isnull=False, change__plan__in=_managed())
    public = public.filter(change__plan__state=PlanState.PUBLISHED)
    by_tense = [_keys(public.filter(tense=tense)[:1]) for tense in Tense.values]
    return {
        "plans:correct_account": [each for rows in by_tense for each in rows],
        "plans:claim_effect": _keys(public.filter(tense=Tense.HAS)[:1]),
        "plans:answer_dispute": _keys(
            Dispute.objects.filter(settled_at__isnull=True, account__change__plan__in=_managed())[:2]
        ),
    }


def _waiting_for_member() -> Any:
    given = Assessment.objects.filter(person=_persona("member")).values("account")
    return Asked.objects.filter(person=_persona("member"), declined_at__isnull=True).exclude(account__in=given)


def _members() -> dict[str, Kwargs]:
    member = _persona("member")
    given = Assessment.objects.filter(person=member)
    stale = given.exclude(version=F("account__current"))
    waiting = _keys(Account.objects.filter(pk__in=_waiting_for_member().values("account"))[:1])
    read = _keys(Account.objects.filter(pk__in=given.values("account"))[:1])
    corrected = _keys(Account.objects.filter(pk__in=stale.values("account"))[:1])
    own = Dispute.objects.filter(person=member)
    answered, stands = _keys(own.filter(state="answered")[:1]), _keys(own.filter(state="stands")[:1])
    any_open = _keys(Dispute.objects.filter(settled_at__isnull=True)[:1])
    effects = Effect.objects.filter(account__assessments__person=member)
    accounts = [*waiting, *read, *corrected]
    not_disputed = Account.objects.filter(pk__in=given.values("account")).exclude(disputes__person=member)
    return {
        "plans:your_reading": accounts,
        "plans:reading_rung": accounts[:2],
        "plans:reading_effect": [*read, *waiting][:2],
        "plans:reading_words": [*read, *waiting][:2],
        "plans:reading_check": [*read, *waiting][:2],
        "plans:decline_reading": accounts[:1],
        "plans:confirm_reading": [*corrected, *read][:1],
        "plans:dispute_account": _keys(not_disputed[:1]) or accounts[:1],
        "plans:your_dispute": [*answered, *stands, *_keys(own.filter(state="settled")[:1])] or any_open,
        "plans:settle_dispute": [*answered, *stands][:1] or any_open,
        "plans:keep_dispute": answered or any_open,
        "plans:read_effect": _keys(effects[:1]) or _keys(Effect.objects.all()[:1]),
    }
