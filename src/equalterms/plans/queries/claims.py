"""Claims in the making, the groups to choose from, and the evidence that may be opened."""

from django.db.models import QuerySet

from equalterms.groups.models import Group
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person
from equalterms.plans.models import ClaimDraft, Evidence, Plan, Way
from equalterms.plans.rules.managing import is_responsible


def claim_draft_to_manage(person: Person | None, key: str) -> ClaimDraft:
    """Return a claim in the making to a responsible manager; to others it does not exist."""
    found = ClaimDraft.objects.select_related("change__plan__organisation", "account__current", "version__account")
    draft = found.filter(key=key).first()
    if draft is None or not is_responsible(person, draft.change.plan):
        raise NotVisible
    return draft


def begun_claim(person: Person | None, key: str) -> ClaimDraft | None:
    """Return the account of a change (by its key) that was begun and not finished, for a responsible manager."""
    draft = ClaimDraft.objects.select_related("change__plan").filter(change__key=key, account__isnull=True).first()
    return draft if draft is not None and is_responsible(person, draft.change.plan) else None


def groups_answered_to(plan: Plan) -> QuerySet[Group]:
    """Return the groups to which a plan answers."""
    return plan.answers_to.select_related("organisation").order_by("name")


def other_groups(person: Person | None, plan: Plan) -> QuerySet[Group]:
    """Return the other groups that a manager can see, their own organisation's first."""
    visible = groups_visible_to(person).exclude(plans=plan).filter(ended_on__isnull=True)
    return visible.order_by("organisation__name", "name")


def groups_to_answer_to(person: Person | None, plan: Plan | None = None) -> QuerySet[Group]:
    """Return the groups to which a plan can answer: those that the manager can see, and those it answers to already."""
    visible = groups_visible_to(person).filter(ended_on__isnull=True)
    if plan is not None:
        visible = groups_visible_to(person) | Group.objects.filter(plans=plan).select_related("organisation")
    return visible.distinct().order_by("organisation__name", "name")


def ways_in_use() -> QuerySet[Way]:
    return Way.objects.filter(in_use=True)


def evidence_file_for(person: Person | None, key: str) -> Evidence:
    """Return evidence with a file: of what is public to everybody, of a draft to its responsible managers."""
    found = Evidence.objects.select_related("version__account__change__plan", "effect").exclude(file="")
    evidence = found.filter(key=key).first()
    if evidence is None:
        raise NotVisible
    version = evidence.version
    is_draft = version is not None and version.published_at is None
    if is_draft and not is_responsible(person, version.account.change.plan):
        raise NotVisible
    return evidence


def draft_evidence_to_manage(person: Person | None, key: str) -> Evidence:
    """Return evidence of a draft, to a responsible manager."""
    found = Evidence.objects.select_related("version__account__change__plan", "version__claim_draft")
    evidence = found.filter(key=key, version__published_at__isnull=True, version__isnull=False).first()
    if evidence is None or not is_responsible(person, evidence.version.account.change.plan):
        raise NotVisible
    return evidence
