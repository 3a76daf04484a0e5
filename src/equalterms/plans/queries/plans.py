"""Plans and changes: public ones for everybody, drafts for the managers responsible for them and nobody else."""

from django.db.models import Q, QuerySet

from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import Duty
from equalterms.plans.models import Account, Change, ClaimDraft, Plan
from equalterms.plans.rules.managing import current, is_responsible
from equalterms.plans.vocabulary import PlanState


def plans_visible_to(person: Person | None) -> QuerySet[Plan]:
    """Return published and ended plans, and a person's own drafts. Rights on the site add nothing."""
    seen = ~Q(state=PlanState.DRAFT)
    if person is not None:
        seen |= Q(pk__in=person.responsibilities.filter(current()).values("plan"))
    return Plan.objects.filter(seen).select_related("organisation")


def plan_for(person: Person | None, key: str) -> Plan:
    """Return one plan, or raise NotVisible."""
    plan = plans_visible_to(person).filter(key=key).first()
    if plan is None:
        raise NotVisible
    return plan


def changes_visible_to(person: Person | None, plan: Plan) -> QuerySet[Change]:
    """Return the published changes of a plan; to a responsible manager its drafts too."""
    changes = plan.changes.order_by("starts_on", "pk")
    return changes if is_responsible(person, plan) else changes.filter(published_at__isnull=False)


def change_for(person: Person | None, key: str) -> Change:
    """Return one change, or raise NotVisible."""
    change = Change.objects.select_related("plan__organisation").filter(key=key).first()
    if change is None:
        raise NotVisible
    if is_responsible(person, change.plan):
        return change
    if change.published_at is None or change.plan.state == PlanState.DRAFT:
        raise NotVisible
    return change


def plan_to_manage(person: Person | None, key: str) -> Plan:
    """Return a plan that this person is responsible for; to others it does not exist here."""
    plan = Plan.objects.select_related("organisation").filter(key=key).first()
    if plan is None or not is_responsible(person, plan):
        raise NotVisible
    return plan


def change_to_manage(person: Person | None, key: str) -> Change:
    """Return a change of a plan that this person is responsible for; to others it does not exist here."""
    change = Change.objects.select_related("plan__organisation").filter(key=key).first()
    if change is None or not is_responsible(person, change.plan):
        raise NotVisible
    return change


def drafts_of(person: Person | None, change: Change) -> QuerySet[ClaimDraft]:
    """Return the claims in the making about a change, for its responsible managers only."""
    drafts = ClaimDraft.objects.filter(change=change)
    return drafts.select_related("account", "version") if is_responsible(person, change.plan) else drafts.none()


def organisations_to_plan_for(person: Person | None) -> list[Organisation]:
    """Return the organisations of which this person is a manager today, and so can start a plan for."""
    if person is None:
        return []
    managed = person.affiliations.filter(current(), duty=Duty.MANAGER).values("organisation")
    return list(Organisation.objects.filter(pk__in=managed).order_by("name"))


def account_to_manage(person: Person | None, key: str) -> Account:
    """Return a published account of a plan that this person is responsible for."""
    account = Account.objects.select_related("change__plan__organisation", "current").filter(key=key).first()
    if account is None or account.current is None or not is_responsible(person, account.change.plan):
        raise NotVisible
    return account
