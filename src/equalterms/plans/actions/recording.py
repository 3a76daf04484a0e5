"""The manager's side: writing an account, publishing it, and correcting it with a new version."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.documents.receiving import Received
from equalterms.documents.storage import private_storage
from equalterms.groups.models import Group
from equalterms.ledger.actions import action, record
from equalterms.ledger.keys import new_key
from equalterms.people.models import Person
from equalterms.plans.actions.publishing import publish_version
from equalterms.plans.models import Account, AccountVersion, Change, ClaimDraft, Evidence, Way
from equalterms.plans.rules.managing import check_may_edit_change
from equalterms.plans.vocabulary import RUNGS, Scale, Tense


@dataclass(frozen=True)
class Claim:
    """What the manager says about one piece of co-production."""

    tense: str
    on: date
    where: str = ""
    group: Group | None = None
    with_whom: str = ""
    way: Way | None = None
    rung: int | None = None
    asked: str = ""
    changed: str = ""
    none_because: str = ""


@action
def record_account(
    *, change: Change, claim: Claim, by: Person, scale: str = Scale.TLAP, draft: ClaimDraft | None = None
) -> AccountVersion:
    """Write a first draft of an account. Nobody but the responsible managers sees it until it is published.

    `draft` holds the answers it was made of; without one it is made, so that the account can be gone on with.
    """
    check_may_edit_change(by, change)
    check_claim(claim, scale)
    account = Account.objects.create(organisation=change.plan.organisation, change=change, scale=scale)
    version = AccountVersion.objects.create(account=account, written_by=by, **vars(claim))
    hold_answers(version, draft, by)
    record("account.drafted", account, by=by, facts={"change": change.key})
    return version


@action
def rewrite_draft(*, version: AccountVersion, claim: Claim, by: Person, corrects_because: str = "") -> AccountVersion:
    """Change a draft. A published version is frozen for good."""
    account = version.account
    check_may_edit_change(by, account.change)
    check_draft(version)
    check_claim(claim, account.scale)
    for name, value in vars(claim).items():
        setattr(version, name, value)
    version.corrects_because = corrects_because or version.corrects_because
    version.written_by = by
    version.save()
    answers = answers_of(version, account.scale)
    ClaimDraft.objects.filter(version=version).update(answers=answers, is_complete=True)
    record("account.redrafted", account, by=by, facts={"version": version.number})
    return version


@action
def publish_account(*, version: AccountVersion, by: Person) -> AccountVersion:
    """Publish a draft of an account whose change is already public, or a correction."""
    account = version.account
    check_may_edit_change(by, account.change)
    check_draft(version)
    if account.change.published_at is None:
        raise ValidationError(_("Publish the change: its account is published with it."))
    if version.number > 1 and not version.corrects_because.strip():
        raise ValidationError({"corrects_because": _("Say why this new version is needed. Everybody can read it.")})
    return publish_version(version, by=by)


@action
def correct_account(
    *, account: Account, claim: Claim, corrects_because: str, by: Person, draft: ClaimDraft | None = None
) -> AccountVersion:
    """Write the next version of a published account, as a draft that points at the one before it."""
    check_may_edit_change(by, account.change)
    check_claim(claim, account.scale)
    account = Account.objects.select_for_update().get(pk=account.pk)
    if account.current is None:
        raise ValidationError(_("This account is not public yet. Change the draft itself."))
    if account.versions.filter(published_at__isnull=True).exists():
        raise ValidationError(_("A new version is already being written. Go on with that one."))
    if account.current.tense == Tense.HAS and claim.tense != Tense.HAS:
        raise ValidationError(
            {"tense": _("The public version says that this has taken place. It cannot become a plan again.")}
        )
    version = AccountVersion.objects.create(
        account=account,
        number=account.current.number + 1,
        corrects_because=corrects_because,
        written_by=by,
        **vars(claim),
    )
    for kept in account.current.evidence.order_by("pk"):
        kept.pk, kept.key, kept.version, kept._state.adding = None, new_key(), version, True
        kept.save()
    hold_answers(version, draft, by)
    record("account.correction_drafted", account, by=by, facts={"version": version.number})
    return version


@action
def discard_draft(*, version: AccountVersion, by: Person) -> None:
    """Throw away a draft version; with it the account, if it was never public."""
    account = version.account
    check_may_edit_change(by, account.change)
    check_draft(version)
    record("account.draft_discarded", account, by=by, facts={"version": version.number})
    drop_evidence(version.evidence.all())
    version.delete()
    if not account.versions.exists():
        account.delete()


@action
def add_evidence_link(*, version: AccountVersion, title: str, url: str, by: Person) -> Evidence:
    """Name a page that a draft rests on."""
    check_may_edit_change(by, version.account.change)
    check_draft(version)
    evidence = Evidence.objects.create(version=version, title=title, url=url)
    record("evidence.added", evidence, by=by, facts={"account": version.account.key})
    return evidence


@action
def add_evidence_file(*, version: AccountVersion, title: str, received: Received, by: Person) -> Evidence:
    """Put a file, made safe before, to a draft. Its digest lets the ledger vouch for it."""
    check_may_edit_change(by, version.account.change)
    check_draft(version)
    evidence = keep_file(Evidence(version=version, title=title), received)
    record("evidence.added", evidence, by=by, facts={"account": version.account.key, "digest": received.digest})
    return evidence


@action
def remove_evidence(*, evidence: Evidence, by: Person) -> None:
    """Take evidence off a draft."""
    version = evidence.version
    if version is None:
        raise ValidationError(_("The evidence of an effect that was claimed stays with it."))
    check_may_edit_change(by, version.account.change)
    check_draft(version)
    record("evidence.removed", evidence, by=by, facts={"account": version.account.key})
    drop_evidence(Evidence.objects.filter(pk=evidence.pk))


def drop_evidence(evidence: QuerySet[Evidence]) -> None:
    """Remove evidence of drafts, and then its files, unless another version rests on them.

    Runs inside the caller's action; files go only when it has come to its end.
    """
    names = set(evidence.exclude(file="").values_list("file", flat=True))
    evidence.delete()
    for name in names - set(Evidence.objects.filter(file__in=names).values_list("file", flat=True)):
        transaction.on_commit(partial(private_storage().delete, name))


def hold_answers(version: AccountVersion, draft: ClaimDraft | None, by: Person) -> None:
    """Every draft version has its answers beside it, from which a manager goes on; they end when it is published.

    Runs inside the caller's action.
    """
    if draft is not None:
        return
    account = version.account
    ClaimDraft.objects.create(
        change=account.change,
        account=account if version.number > 1 else None,
        version=version,
        answers=answers_of(version, account.scale),
        is_complete=True,
        started_by=by,
    )


def answers_of(version: AccountVersion, scale: str) -> dict[str, Any]:
    """Return what a version says as plain values, by field."""
    return {
        "tense": version.tense,
        "on": version.on.isoformat(),
        "where": version.where,
        "group": version.group.key if version.group else "",
        "with_whom": version.with_whom,
        "way": version.way.slug if version.way else "",
        "scale": scale,
        "rung": version.rung,
        "asked": version.asked,
        "changed": version.changed,
        "none_because": version.none_because,
        "corrects_because": version.corrects_because,
    }


def keep_file(evidence: Evidence, received: Received) -> Evidence:
    """Save a file with its evidence, under its safe name and kind. Runs inside the caller's action."""
    evidence.file_name, evidence.digest = received.name, received.digest
    evidence.content_type = received.kind.content_type
    evidence.file = received.file
    evidence.save()
    return evidence


def check_draft(version: AccountVersion) -> None:
    if version.published_at is not None:
        raise ValidationError(_("This version is public, so it stays as it is. Write a correction instead."))


def check_claim(claim: Claim, scale: str) -> None:
    """Refuse a claim that leaves open what everybody will ask; the messages say what is missing."""
    problems: dict[str, str] = {}
    today = timezone.localdate()
    if claim.tense == Tense.NONE_YET:
        if not claim.none_because.strip():
            problems["none_because"] = _("Say why there is none yet.")
    else:
        _check_arranged(claim, scale, problems)
    if claim.tense == Tense.HAS and claim.on > today:
        problems["on"] = _("This date has not come yet. Choose “It will take place”, or check the date.")
    if claim.tense == Tense.WILL and claim.on < today:
        problems["on"] = _("This date has passed. Choose “It has taken place”, or check the date.")
    if problems:
        raise ValidationError(problems)


def _check_arranged(claim: Claim, scale: str, problems: dict[str, str]) -> None:
    if not claim.where.strip():
        problems["where"] = _("Say where. For example a room, a place, or “online”.")
    if claim.group is None and not claim.with_whom.strip():
        problems["with_whom"] = _("Choose a group, or say with which people.")
    if claim.way is None:
        problems["way"] = _("Choose how people worked together.")
    if claim.rung is None or not 1 <= claim.rung <= len(RUNGS[scale]):
        problems["rung"] = _("Choose the rung of the ladder that you claim.")
    if not claim.asked.strip():
        problems["asked"] = _("Say what people were asked, or will be asked.")
    if claim.tense == Tense.HAS and not claim.changed.strip():
        problems["changed"] = _("Say what changed because of it. If nothing has changed yet, say so.")
