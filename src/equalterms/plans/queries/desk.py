"""A manager's desk: the plans they are responsible for, and what is missing or late in each."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from equalterms.groups.models import Group
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty
from equalterms.plans.models import Account, Change, ClaimDraft, Dispute, Plan, Responsibility
from equalterms.plans.queries.face_rows import published_rows
from equalterms.plans.queries.faces import AccountFace, faces_of
from equalterms.plans.queries.plans import change_to_manage, plan_to_manage
from equalterms.plans.rules.managing import current
from equalterms.plans.vocabulary import DUE_SOON_DAYS, DisputeState, PlanState, Tense

Plans = QuerySet[Any] | list[int]


@dataclass(frozen=True)
class ManagedPlan:
    """One plan with the numbers of what waits in it."""

    plan: Plan
    without_account: int  # changes that have none yet, not even a draft
    unfinished: int  # accounts begun
    dates_passed: int  # promises whose day has passed
    none_yet_late: int
    none_yet_soon: int
    to_answer: int  # disputes without an answer

    @property
    def waits(self) -> int:
        return self.without_account + self.unfinished + self.dates_passed + self.none_yet_late + self.to_answer


def managed_plans(person: Person | None) -> list[ManagedPlan]:
    """Return the plans for which a person is responsible today: running ones first."""
    if person is None:
        return []
    plans = list(
        Plan.objects.filter(pk__in=person.responsibilities.filter(current()).values("plan"))
        .select_related("organisation")
        .order_by("ends_on", "title")
    )
    open_ones = [plan.pk for plan in plans if plan.state != PlanState.ENDED]
    without = _count(changes_without_account(open_ones), "plan")
    unfinished = _count(ClaimDraft.objects.filter(change__plan__in=open_ones), "change__plan")
    passed = _count(promises_passed(open_ones), "change__plan")
    late, soon = none_yet_due(open_ones)
    late_by_plan, soon_by_plan = _count(late, "change__plan"), _count(soon, "change__plan")
    to_answer = _count(disputes_to_answer(open_ones), "account__change__plan")
    order = {PlanState.PUBLISHED: 0, PlanState.DRAFT: 1, PlanState.ENDED: 2}
    rows = [
        ManagedPlan(
            plan=plan,
            without_account=without.get(plan.pk, 0),
            unfinished=unfinished.get(plan.pk, 0),
            dates_passed=passed.get(plan.pk, 0),
            none_yet_late=late_by_plan.get(plan.pk, 0),
            none_yet_soon=soon_by_plan.get(plan.pk, 0),
            to_answer=to_answer.get(plan.pk, 0),
        )
        for plan in plans
    ]
    return sorted(rows, key=lambda row: order[PlanState(row.plan.state)])


def changes_without_account(plans: Plans) -> QuerySet[Change]:
    """Changes of these plans of which nobody has begun an account."""
    return Change.objects.filter(plan__in=plans, accounts__isnull=True, claim_drafts__isnull=True)


def promises_passed(plans: Plans) -> QuerySet[Account]:
    """Public promises whose day has passed."""
    return Account.objects.filter(
        change__plan__in=plans, tense=Tense.WILL, on__lt=timezone.localdate(), published_at__isnull=False
    )


def none_yet_due(plans: Plans) -> tuple[QuerySet[Account], QuerySet[Account]]:
    """Public "none yet": those whose day has passed, and those whose day comes soon."""
    today = timezone.localdate()
    none_yet = Account.objects.filter(change__plan__in=plans, tense=Tense.NONE_YET, published_at__isnull=False)
    soon = none_yet.filter(on__gte=today, on__lte=today + timedelta(days=DUE_SOON_DAYS))
    return none_yet.filter(on__lt=today), soon


def disputes_to_answer(plans: Plans) -> QuerySet[Dispute]:
    """Disputes that stand without an answer of the managers."""
    return Dispute.objects.filter(account__change__plan__in=plans, state=DisputeState.STANDS)


def _count(rows: QuerySet[Any], plan: str) -> dict[int, int]:
    return dict(rows.order_by().values(plan).annotate(n=Count("pk", distinct=True)).values_list(plan, "n"))


@dataclass(frozen=True)
class ChangeOnDesk:
    """One change with its public accounts and the drafts of others."""

    change: Change
    faces: list[AccountFace] = field(default_factory=list)
    drafts: list[ClaimDraft] = field(default_factory=list)

    @property
    def has_finished_draft(self) -> bool:
        return any(draft.is_complete for draft in self.drafts)


@dataclass(frozen=True)
class PlanDesk:
    """Everything that a responsible manager needs to go on with one plan."""

    plan: Plan
    groups: list[Group]
    responsible: list[Responsibility]
    changes: list[ChangeOnDesk]
    row: ManagedPlan
    today: date


def plan_desk(person: Person | None, key: str) -> PlanDesk:
    """Return the desk of one plan, or raise NotVisible."""
    plan = plan_to_manage(person, key)
    faces: dict[str, list[AccountFace]] = {}
    for face in faces_of(published_rows().filter(change__plan=plan).order_by("on", "pk"), person):
        faces.setdefault(face.change_key, []).append(face)
    drafts: dict[int, list[ClaimDraft]] = {}
    for draft in ClaimDraft.objects.filter(change__plan=plan).select_related("account", "version"):
        drafts.setdefault(draft.change_id, []).append(draft)
    row = next(row for row in managed_plans(person) if row.plan.pk == plan.pk)
    return PlanDesk(
        plan=plan,
        groups=list(plan.answers_to.order_by("name")),
        responsible=list(plan.responsibilities.filter(current()).select_related("person").order_by("since", "pk")),
        changes=[
            ChangeOnDesk(change, faces.get(change.key, []), drafts.get(change.pk, []))
            for change in plan.changes.order_by("starts_on", "pk")
        ],
        row=row,
        today=timezone.localdate(),
    )


def change_desk(person: Person | None, key: str) -> ChangeOnDesk:
    """Return one change with its accounts and drafts to a responsible manager, or raise NotVisible."""
    change = change_to_manage(person, key)
    faces = faces_of(published_rows().filter(change=change).order_by("on", "pk"), person)
    drafts = ClaimDraft.objects.filter(change=change).select_related("account", "version__group", "version__way")
    return ChangeOnDesk(change, faces, list(drafts))


def managers_to_share_with(person: Person | None, plan: Plan) -> list[Person]:
    """Return the other managers of the plan's organisation who are not responsible for it yet."""
    responsible = plan.responsibilities.filter(current()).values("person")
    managers = Person.objects.filter(
        Q(pk__in=plan.organisation.affiliations.filter(current(), duty=Duty.MANAGER).values("person")), is_active=True
    )
    return list(managers.exclude(pk__in=responsible).order_by("name", "pk"))
