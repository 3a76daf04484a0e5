"""What managers may do: only those who are responsible for a plan speak for it."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import Duty
from equalterms.plans.models import Account, Change, Plan
from equalterms.plans.vocabulary import PlanState


def current(today: object = None) -> Q:
    """The condition that something with `since` and `until` holds today."""
    day = today or timezone.localdate()
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))


def is_responsible(person: Person | None, plan: Plan) -> bool:
    return person is not None and plan.responsibilities.filter(current(), person=person).exists()


def may_start_plan(person: Person | None, organisation: Organisation) -> bool:
    if person is None:
        return False
    return person.affiliations.filter(current(), organisation=organisation, duty=Duty.MANAGER).exists()


def may_manage(person: Person | None, plan: Plan) -> bool:
    return plan.state != PlanState.ENDED and is_responsible(person, plan)


def may_claim_effect(person: Person | None, account: Account) -> bool:
    return account.published_at is not None and is_responsible(person, account.change.plan)


def check_may_start_plan(person: Person | None, organisation: Organisation) -> None:
    if not may_start_plan(person, organisation):
        raise NotAllowed(_("Only managers of %(name)s can start a plan for it.") % {"name": organisation.name})


def check_may_manage(person: Person | None, plan: Plan) -> None:
    if plan.state == PlanState.ENDED:
        raise NotAllowed(_("This plan has ended, so it cannot be changed any more."))
    if not is_responsible(person, plan):
        raise NotAllowed(_("Only the managers responsible for this plan can do that."))


def check_may_edit_change(person: Person | None, change: Change) -> None:
    check_may_manage(person, change.plan)


def check_may_claim_effect(person: Person | None, account: Account) -> None:
    if not may_claim_effect(person, account):
        raise NotAllowed(_("Only the managers responsible for this plan can say what came of it."))
