"""Starting, changing, publishing and ending a plan, and who is responsible for it."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.models import Group
from equalterms.ledger.actions import action, record
from equalterms.people.models import Organisation, Person
from equalterms.plans.models import Plan, Responsibility
from equalterms.plans.rules.managing import (
    check_may_manage,
    check_may_start_plan,
    current,
    is_responsible,
    may_start_plan,
)
from equalterms.plans.vocabulary import PlanState


@action
def start_plan(
    *,
    organisation: Organisation,
    title: str,
    summary: str,
    starts_on: date,
    ends_on: date,
    by: Person,
    limits: str = "",
    answers_to: Iterable[Group] = (),
) -> Plan:
    """Begin a draft that only its responsible managers can see. Whoever starts it is responsible."""
    check_may_start_plan(by, organisation)
    plan = Plan.objects.create(
        organisation=organisation, title=title, summary=summary, limits=limits, starts_on=starts_on, ends_on=ends_on
    )
    plan.answers_to.set(answers_to)
    Responsibility.objects.create(plan=plan, person=by, since=timezone.localdate())
    record("plan.started", plan, by=by)
    return plan


@action
def edit_plan(
    *,
    plan: Plan,
    title: str,
    summary: str,
    starts_on: date,
    ends_on: date,
    by: Person,
    limits: str = "",
    answers_to: Iterable[Group] = (),
) -> Plan:
    """Change what a plan says about itself. The groups of a published plan can grow but not shrink."""
    check_may_manage(by, plan)
    groups = set(answers_to)
    if plan.state == PlanState.PUBLISHED and not set(plan.answers_to.all()) <= groups:
        raise ValidationError(
            {"answers_to": _("A published plan goes on answering to its groups. You can only add others.")}
        )
    plan.title, plan.summary, plan.limits = title, summary, limits
    plan.starts_on, plan.ends_on = starts_on, ends_on
    plan.save()
    plan.answers_to.set(groups)
    record("plan.edited", plan, by=by, facts={"state": plan.state})
    return plan


@action
def publish_plan(*, plan: Plan, by: Person) -> Plan:
    """Make a plan public. It must answer to a group, because somebody has to be asked about its accounts."""
    check_may_manage(by, plan)
    if plan.state != PlanState.DRAFT:
        raise ValidationError(_("This plan is already public."))
    if not plan.answers_to.exists():
        raise ValidationError(_("Choose at least one group that this plan answers to. Then publish it."))
    plan.state, plan.published_at, plan.published_by = PlanState.PUBLISHED, timezone.now(), by
    plan.save()
    record("plan.published", plan, by=by)
    return plan


@action
def end_plan(*, plan: Plan, because: str, by: Person) -> Plan:
    """End a published plan. It stays public, with all its accounts and disputes."""
    check_may_manage(by, plan)
    if plan.state != PlanState.PUBLISHED:
        raise ValidationError(_("Only a public plan can be ended."))
    plan.state = PlanState.ENDED
    plan.save()
    record("plan.ended", plan, by=by, reason=because)
    return plan


@action
def share_responsibility(*, plan: Plan, person: Person, by: Person) -> Responsibility:
    """Make another manager of the same organisation responsible too."""
    check_may_manage(by, plan)
    if not may_start_plan(person, plan.organisation):
        raise ValidationError(
            _("%(name)s is not a manager of %(organisation)s.")
            % {"name": person.name, "organisation": plan.organisation.name}
        )
    if is_responsible(person, plan):
        raise ValidationError(_("%(name)s is already responsible for this plan.") % {"name": person.name})
    responsibility = Responsibility.objects.create(plan=plan, person=person, since=timezone.localdate())
    record("plan.responsibility_shared", plan, by=by, for_whom=person)
    return responsibility


@action
def hand_over_responsibility(*, plan: Plan, by: Person) -> None:
    """Step down. Somebody else must be responsible first: a plan is never left without an answer."""
    check_may_manage(by, plan)
    if plan.responsibilities.filter(current()).count() < 2:
        raise ValidationError(_("You are the only one responsible. Share the responsibility first."))
    plan.responsibilities.filter(current(), person=by).update(until=timezone.localdate())
    record("plan.responsibility_handed_over", plan, by=by)
