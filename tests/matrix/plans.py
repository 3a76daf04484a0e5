"""Who may open and send what in plans: the managers responsible, the members who were asked, and nobody else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.db.models import Q, QuerySet
from tests.matrix.access import EVERYONE, SIGNED_IN, Access

from equalterms.people.models import Person
from equalterms.plans.models import Account, Change, ClaimDraft, Dispute, Effect, Evidence, Plan
from equalterms.plans.vocabulary import PlanState, Tense

MANAGER = {"manager"}
ASKED = {"member", "carer", "chair"}  # these three were all asked about the accounts chosen below
ASKED_ON_PANEL = {"member", "chair"}  # the carer sits on the board only
Given = Callable[[], dict[str, Any]]


def persona(slug: str) -> Person:
    return Person.objects.get(try_as=slug)


def plan() -> dict[str, Any]:
    """A public plan for which the manager is responsible."""
    return {"key": _plans().latest("pk").key}


def _plans() -> QuerySet[Plan]:
    return Plan.objects.filter(responsibilities__person=persona("manager"), state=PlanState.PUBLISHED)


def change() -> dict[str, Any]:
    """A change of the manager's plan that is not public."""
    return {"key": Change.objects.filter(plan__in=_plans(), published_at__isnull=True).earliest("pk").key}


def draft() -> dict[str, Any]:
    """An account that the manager has begun."""
    return {"key": ClaimDraft.objects.filter(change__plan__in=_plans()).earliest("pk").key}


def step_of_draft() -> dict[str, Any]:
    return {**draft(), "step": "when"}


def evidence_of_draft() -> dict[str, Any]:
    drafts = Evidence.objects.filter(version__published_at__isnull=True, version__account__change__plan__in=_plans())
    return {"key": drafts.earliest("pk").key}


def public_file() -> dict[str, Any]:
    """A file of a public account, or of an effect."""
    public = Q(effect__isnull=False) | Q(version__published_at__isnull=False)
    return {"key": Evidence.objects.filter(public).exclude(file="").earliest("pk").key}


def managed_account() -> dict[str, Any]:
    accounts = Account.objects.filter(change__plan__in=_plans(), tense=Tense.HAS, published_at__isnull=False)
    return {"key": accounts.earliest("pk").key}


def dispute_to_answer() -> dict[str, Any]:
    disputes = Dispute.objects.filter(account__change__plan__in=_plans(), settled_at__isnull=True)
    return {"key": disputes.earliest("pk").key}


def _asked_all_three() -> QuerySet[Account]:
    accounts = Account.objects.filter(tense=Tense.HAS, published_at__isnull=False)
    for slug in sorted(ASKED):
        accounts = accounts.filter(asked_people__person=persona(slug))
    return accounts.exclude(disputes__person__try_as__in=ASKED)


def account_to_read() -> dict[str, Any]:
    """An account on which all three were asked."""
    return {"key": _asked_all_three().earliest("pk").key}


def account_of_panel() -> dict[str, Any]:
    """An account on which the member and the chair were asked, and the carer was not."""
    accounts = Account.objects.filter(tense=Tense.HAS, published_at__isnull=False)
    for slug in sorted(ASKED_ON_PANEL):
        accounts = accounts.filter(asked_people__person=persona(slug))
    return {"key": accounts.exclude(asked_people__person=persona("carer")).earliest("pk").key}


def effect_to_read() -> dict[str, Any]:
    return {"key": Effect.objects.filter(account__in=_asked_all_three()).earliest("pk").key}


def own_dispute() -> dict[str, Any]:
    """A disagreement of the member's own that still stands."""
    return {"key": Dispute.objects.filter(person=persona("member"), settled_at__isnull=True).earliest("pk").key}


def managers(given: Given) -> Access:
    """For everybody else the page does not exist."""
    return Access(given=given, get=MANAGER, post=MANAGER, private=True)


def asked(given: Given, who: set[str] = ASKED) -> Access:
    """Everybody knows of the account; only those who were asked may answer."""
    return Access(given=given, get=who, post=who, refused=SIGNED_IN - who)


def asked_of_both(only_get: bool = False) -> list[Access]:
    """The same for an account on which the board was asked, and for one on which the panel was."""
    both = [asked(account_to_read), asked(account_of_panel, ASKED_ON_PANEL)]
    return [replace(access, post=None) for access in both] if only_get else both


def public_account() -> dict[str, Any]:
    return {"key": Account.objects.filter(published_at__isnull=False).earliest("pk").key}


def draft_plan() -> dict[str, Any]:
    """A plan that is not public, for which the manager is responsible."""
    drafts = Plan.objects.filter(responsibilities__person=persona("manager"), state=PlanState.DRAFT)
    return {"key": drafts.earliest("pk").key}


def public_change() -> dict[str, Any]:
    return {"key": Change.objects.filter(plan__in=_plans(), published_at__isnull=False).earliest("pk").key}


ROUTES = {
    # The public record
    "plans:record": Access(get=EVERYONE),
    "plans:record_csv": Access(get=EVERYONE),
    "plans:record_json": Access(get=EVERYONE),
    "plans:record_atom": Access(get=EVERYONE),
    "plans:api_guide": Access(get=EVERYONE),
    "plans:account": Access(given=public_account, get=EVERYONE),
    "plans:account_versions": Access(given=public_account, get=EVERYONE),
    "plans:plans": Access(get=EVERYONE),
    "plans:plan": [
        Access("a public plan", given=plan, get=EVERYONE),
        Access("a draft", given=draft_plan, get=MANAGER, private=True),
    ],
    "plans:change": [
        Access("a public change", given=public_change, get=EVERYONE),
        Access("a draft", given=change, get=MANAGER, private=True),
    ],
    # Managers
    "plans:mine": Access(get=SIGNED_IN),
    "plans:start_plan": Access(get=SIGNED_IN, post=SIGNED_IN),
    "plans:manage_plan": Access(given=plan, get=MANAGER, private=True),
    "plans:edit_plan": managers(plan),
    "plans:publish_plan": managers(plan),
    "plans:end_plan": managers(plan),
    "plans:share_plan": managers(plan),
    "plans:hand_over_plan": managers(plan),
    "plans:add_change": managers(plan),
    "plans:edit_change": managers(change),
    "plans:publish_change": managers(change),
    "plans:remove_change": managers(change),
    "plans:record_account": managers(change),
    "plans:check_account": managers(draft),
    "plans:account_evidence": managers(draft),
    "plans:add_way": managers(draft),
    "plans:discard_account": managers(draft),
    "plans:answer_account": managers(step_of_draft),
    "plans:remove_evidence": Access(given=evidence_of_draft, post=MANAGER, private=True),
    "plans:correct_account": managers(managed_account),
    "plans:claim_effect": managers(managed_account),
    "plans:answer_dispute": Access(given=dispute_to_answer, get=MANAGER, post=MANAGER, refused=SIGNED_IN - MANAGER),
    # Members
    "plans:your_reading": asked_of_both(only_get=True),
    "plans:reading_rung": asked_of_both(),
    "plans:reading_effect": asked_of_both(),
    "plans:reading_words": asked_of_both(),
    "plans:reading_check": asked_of_both(),
    "plans:confirm_reading": Access(given=account_to_read, post=ASKED),
    "plans:decline_reading": asked(account_to_read),
    "plans:dispute_account": asked(account_to_read),
    "plans:your_dispute": Access(given=own_dispute, get={"member"}, private=True),
    "plans:settle_dispute": Access(given=own_dispute, get={"member"}, post={"member"}, private=True),
    "plans:keep_dispute": Access(given=own_dispute, get={"member"}, post={"member"}, private=True),
    "plans:read_effect": asked(effect_to_read),
    "plans:your_readings": Access(get=SIGNED_IN),
    "plans:evidence_file": Access("of a public account", given=public_file, get=EVERYONE),
}
