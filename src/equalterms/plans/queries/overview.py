"""A plan at a glance: its changes with the faces of their accounts, and how they stand in all."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet

from equalterms.groups.models import Group
from equalterms.groups.queries.groups import groups_visible_to
from equalterms.people.models import Person
from equalterms.plans.models import Account, Change, ClaimDraft, Dispute, Plan
from equalterms.plans.queries.face_rows import published_rows
from equalterms.plans.queries.faces import AccountFace, faces_of
from equalterms.plans.queries.plans import change_for, changes_visible_to, drafts_of, plan_for, plans_visible_to
from equalterms.plans.rules.managing import current, is_responsible
from equalterms.plans.vocabulary import OPEN_DISPUTES, Tense

PLANS_A_PAGE = 20
LAST_PAGE = 10_000  # what is asked for beyond it is this page: a database counts through all that it leaves out


@dataclass(frozen=True)
class Summary:
    """How the accounts of a plan stand: numbers of accounts."""

    accounts: int = 0
    taken_place: int = 0
    promised: int = 0
    none_yet: int = 0
    late: int = 0
    disputed: int = 0
    same_rung: int = 0
    apart: int = 0


@dataclass(frozen=True)
class ListedPlan:
    """One plan in a list, with numbers of its public accounts and of the disagreements that stand."""

    plan: Plan
    accounts: int
    disputes: int


@dataclass(frozen=True)
class PageOfPlans:
    """One page of plans, its number, and whether another follows."""

    plans: list[ListedPlan]
    number: int
    more: bool


@dataclass(frozen=True)
class PlanPage:
    plan: Plan
    groups: list[Group]
    managers: list[Person]
    changes: list[tuple[Change, list[AccountFace]]]
    summary: Summary
    manages: bool


@dataclass(frozen=True)
class ChangePage:
    change: Change
    faces: list[AccountFace]
    manages: bool
    drafts: list[ClaimDraft] = field(default_factory=list)


def plans_listed(person: Person | None, *, organisation: str = "") -> QuerySet[Plan]:
    """Return visible plans, those that run longest first."""
    plans = plans_visible_to(person)
    if organisation:
        plans = plans.filter(organisation__slug=organisation)
    return plans.order_by("-ends_on", "title", "pk")


def page_of_plans(person: Person | None, *, organisation: str = "", page: int = 1) -> PageOfPlans:
    """Return one page of visible plans; the first where there are not so many.

    Its cost does not grow with the number of plans: nothing counts them all.
    """
    number = max(1, min(page, LAST_PAGE))
    first = (number - 1) * PLANS_A_PAGE
    plans = list(plans_listed(person, organisation=organisation)[first : first + PLANS_A_PAGE + 1])
    if not plans and number > 1:
        return page_of_plans(person, organisation=organisation)
    shown = plans[:PLANS_A_PAGE]
    pks = [plan.pk for plan in shown]
    public = Account.objects.filter(change__plan__in=pks, published_at__isnull=False)
    standing = Dispute.objects.filter(account__change__plan__in=pks, state__in=OPEN_DISPUTES)
    accounts = _counted(public, "change__plan")
    disputes = _counted(standing, "account__change__plan")
    return PageOfPlans(
        plans=[ListedPlan(plan, accounts.get(plan.pk, 0), disputes.get(plan.pk, 0)) for plan in shown],
        number=number,
        more=len(plans) > PLANS_A_PAGE,
    )


def _counted(rows: QuerySet[Any], plan: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(plan).annotate(Count("pk")))


def plan_page(person: Person | None, key: str) -> PlanPage:
    """Return one plan with everything its page shows, or raise NotVisible."""
    plan = plan_for(person, key)
    changes = list(changes_visible_to(person, plan))
    accounts = published_rows().filter(change__plan=plan).order_by("on", "pk")
    by_change: dict[str, list[AccountFace]] = {}
    faces = faces_of(accounts, person)
    for face in faces:
        by_change.setdefault(face.change_key, []).append(face)
    responsible = plan.responsibilities.filter(current()).select_related("person")
    return PlanPage(
        plan=plan,
        groups=list(groups_visible_to(person).filter(plans=plan)),
        managers=[responsibility.person for responsibility in responsible],
        changes=[(change, by_change.get(change.key, [])) for change in changes],
        summary=summary_of(faces),
        manages=is_responsible(person, plan),
    )


def change_page(person: Person | None, key: str) -> ChangePage:
    """Return one change with its accounts; a responsible manager's drafts too. Or raise NotVisible."""
    change = change_for(person, key)
    accounts = published_rows().filter(change=change).order_by("on", "pk")
    return ChangePage(
        change=change,
        faces=faces_of(accounts, person),
        manages=is_responsible(person, change.plan),
        drafts=list(drafts_of(person, change)),
    )


def summary_of(faces: list[AccountFace]) -> Summary:
    """Count how these accounts stand."""
    return Summary(
        accounts=len(faces),
        taken_place=sum(face.tense == Tense.HAS for face in faces),
        promised=sum(face.tense == Tense.WILL for face in faces),
        none_yet=sum(face.tense == Tense.NONE_YET for face in faces),
        late=sum(face.days_late > 0 for face in faces),
        disputed=sum(face.standing_disputes > 0 for face in faces),
        same_rung=sum(face.gap == 0 for face in faces),
        apart=sum(bool(face.gap) for face in faces),
    )
