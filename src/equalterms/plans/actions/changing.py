"""Adding, changing and publishing a change. It cannot be published without its account."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.people.models import Person
from equalterms.plans.actions.publishing import publish_version
from equalterms.plans.actions.recording import drop_evidence
from equalterms.plans.models import AccountVersion, Change, Evidence, Plan
from equalterms.plans.rules.managing import check_may_edit_change, check_may_manage
from equalterms.plans.vocabulary import PlanState


@action
def add_change(*, plan: Plan, by: Person, **facts: Any) -> Change:
    """Add a draft change. `facts`: title, what, for_whom, stage, status, starts_on, ends_on."""
    check_may_manage(by, plan)
    change = Change(plan=plan, **facts)
    change.full_clean()
    change.save()
    record("change.added", change, by=by, facts={"plan": plan.key})
    return change


@action
def edit_change(*, change: Change, by: Person, **facts: Any) -> Change:
    """Edit a draft change; of a published one only its status and dates move, and the ledger says from what to what."""
    check_may_edit_change(by, change)
    movable = {"status", "starts_on", "ends_on"}
    before = {name: getattr(change, name) for name in facts}
    if change.published_at is not None:
        frozen = [name for name, value in facts.items() if name not in movable and value != before[name]]
        if frozen:
            raise ValidationError(dict.fromkeys(frozen, _("This is public now, so its words stay as they are.")))
    for name, value in facts.items():
        setattr(change, name, value)
    change.full_clean()
    change.save()
    moved = {name: [str(before[name]), str(facts[name])] for name in sorted(movable & set(facts))}
    record("change.edited", change, by=by, facts=moved if change.published_at else {})
    return change


@action
def publish_change(*, change: Change, by: Person) -> Change:
    """Publish a change together with its account. "None yet" is an account too, and needs a date."""
    check_may_edit_change(by, change)
    if change.published_at is not None:
        raise ValidationError(_("This change is already public."))
    if change.plan.state != PlanState.PUBLISHED:
        raise ValidationError(_("Publish the plan first. Then publish this change."))
    drafts = list(AccountVersion.objects.filter(account__change=change, published_at__isnull=True))
    if not drafts:
        raise ValidationError(
            _("Say first where co-production took place or will take place. You can also say “none yet”, with a date.")
        )
    if change.claim_drafts.filter(version__isnull=False, is_complete=False).exists():
        raise ValidationError(_("The account is not finished: an answer is missing. Go on with it first."))
    change.published_at, change.published_by = timezone.now(), by
    change.save()
    record("change.published", change, by=by, facts={"plan": change.plan.key})
    for version in drafts:
        publish_version(version, by=by)
    return change


@action
def remove_draft_change(*, change: Change, by: Person) -> None:
    """Throw away a change that was never public, with its draft accounts."""
    check_may_edit_change(by, change)
    if change.published_at is not None:
        raise ValidationError(_("This change is public, so it stays. You can set its status to “stopped”."))
    record("change.removed", change, by=by, facts={"plan": change.plan.key})
    drafts = AccountVersion.objects.filter(account__change=change)
    change.claim_drafts.all().delete()
    drop_evidence(Evidence.objects.filter(version__in=drafts))
    drafts.delete()
    change.accounts.all().delete()
    change.delete()
