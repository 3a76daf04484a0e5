"""What happens when a version of an account becomes public: it freezes, the record moves on, members are asked."""

from django.utils import timezone

from equalterms.groups.models import Group
from equalterms.groups.queries.membership import members_with_lived_experience
from equalterms.ledger.actions import record
from equalterms.people.models import Person
from equalterms.plans.actions.telling import tell_reading_asked
from equalterms.plans.models import Account, AccountVersion, Asked, ClaimDraft
from equalterms.plans.seals import content_of_version
from equalterms.plans.vocabulary import Tense


def publish_version(version: AccountVersion, *, by: Person) -> AccountVersion:
    """Freeze a draft version, make it the current one and ask the members. Runs inside the caller's action."""
    now = timezone.now()
    account = Account.objects.select_for_update().get(pk=version.account_id)
    version.account = account
    ClaimDraft.objects.filter(version=version).delete()
    version.published_at, version.published_by = now, by
    version.save()
    account.current = version
    account.published_at = account.published_at or now
    account.tense, account.on, account.rung, account.group = version.tense, version.on, version.rung, version.group
    account.search_text = search_text_of(account, version)
    account.save()
    record(
        "account.published" if version.number == 1 else "account.corrected",
        account,
        by=by,
        reason=version.corrects_because,
        facts={"version": version.number, "tense": version.tense},
    )
    record("version.frozen", version, by=by, facts={"account": account.key}, seals=content_of_version(version))
    if version.tense == Tense.HAS:
        ask_members(account, version, by=by)
    return version


def ask_members(account: Account, version: AccountVersion, *, by: Person) -> None:
    """Ask every lived-experience member of the group at that time; without a group, of those the plan answers to.

    Runs inside the caller's action.
    """
    groups = [version.group] if version.group else list(Group.objects.filter(plans=account.change.plan))
    responsible = set(account.change.plan.responsibilities.values_list("person_id", flat=True))
    already = set(account.asked_people.values_list("person_id", flat=True))
    now = timezone.now()
    people = {person.pk for group in groups for person in members_with_lived_experience(group, version.on)}
    new = sorted(people - responsible - already)
    Asked.objects.bulk_create(Asked(account=account, person_id=pk, asked_at=now) for pk in new)
    tell_reading_asked(account, version, new, by=by)
    account.asked_count = account.asked_people.count()
    account.save(update_fields=["asked_count"])


def search_text_of(account: Account, version: AccountVersion) -> str:
    """All public words by which somebody may look for this account. Never a hidden group's name."""
    change, plan = account.change, account.change.plan
    parts = [account.organisation.name, plan.title, change.title, change.what, change.for_whom]
    parts += [version.where, version.with_whom, version.asked, version.changed, version.none_because]
    if version.group and version.group.visibility == "public":
        parts.append(version.group.name)
    return "\n".join(part for part in parts if part)
