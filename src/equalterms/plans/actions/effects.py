"""Saying what has come of an account since: a claim with a date and evidence, for the members to confirm or not."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.documents.receiving import Received
from equalterms.ledger.actions import action, record
from equalterms.people.models import Person
from equalterms.plans.actions.recording import keep_file
from equalterms.plans.models import Account, Effect, Evidence
from equalterms.plans.rules.managing import check_may_claim_effect
from equalterms.plans.seals import content_of_effect
from equalterms.plans.vocabulary import Tense


@action
def claim_effect(
    *,
    account: Account,
    words: str,
    seen_on: date,
    by: Person,
    links: Iterable[tuple[str, str]] = (),
    files: Iterable[tuple[str, Received]] = (),
) -> Effect:
    """Claim an effect. It is frozen and public at once. Evidence: (title, address) or (title, file made safe)."""
    check_may_claim_effect(by, account)
    if account.tense != Tense.HAS:
        raise ValidationError(_("Nothing can have come of it before it has taken place."))
    if not words.strip():
        raise ValidationError({"words": _("Say what is different now.")})
    if seen_on > timezone.localdate():
        raise ValidationError({"seen_on": _("This date has not come yet.")})
    effect = Effect.objects.create(
        account=account, words=words, seen_on=seen_on, claimed_by=by, claimed_at=timezone.now()
    )
    for title, url in links:
        Evidence.objects.create(effect=effect, title=title, url=url)
    for title, received in files:
        keep_file(Evidence(effect=effect, title=title), received)
    record("effect.claimed", effect, by=by, facts={"account": account.key}, seals=content_of_effect(effect))
    return effect
