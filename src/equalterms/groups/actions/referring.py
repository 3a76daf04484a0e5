"""Work goes from one group to another, and an answer comes back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.actions.telling import tell_referral_answered, tell_referral_arrived
from equalterms.groups.models import Group, Referral
from equalterms.groups.rules import check_may_administer, check_may_answer_referral
from equalterms.groups.vocabulary import ReferralState
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def refer_work(*, from_group: Group, to_group: Group, by: Person, title: str, words: str) -> Referral:
    """Ask another group to take work on."""
    check_may_administer(by, from_group)
    if to_group.ended_on is not None or to_group.pk == from_group.pk:
        raise NotAllowed(_("Choose another group that is still at work."))
    referral = Referral.objects.create(from_group=from_group, to_group=to_group, title=title, words=words, sent_by=by)
    facts = {"from": from_group.key, "to": to_group.key}
    record("referral.sent", referral, by=by, facts=facts, seals={"title": title, "words": words})
    tell_referral_arrived(referral, by=by)
    return referral


@action
def take_on_referral(*, referral: Referral, by: Person) -> Referral:
    """Say that the group takes the work on."""
    check_may_answer_referral(by, referral)
    moved = move(referral, (ReferralState.SENT,), ReferralState.ACCEPTED, taken_on_by=by, taken_on_at=timezone.now())
    if not moved:
        return unchanged(referral)
    record("referral.taken_on", referral, by=by, facts={"to": referral.to_group.key})
    return referral


@action
def decline_referral(*, referral: Referral, by: Person, answer: str) -> Referral:
    """Say that the group does not take the work on, and why."""
    check_may_answer_referral(by, referral)
    changes = {"answer": answer, "answered_by": by, "answered_at": timezone.now()}
    if not move(referral, (ReferralState.SENT,), ReferralState.DECLINED, **changes):
        return unchanged(referral)
    record("referral.declined", referral, by=by, facts={"to": referral.to_group.key}, seals={"answer": answer})
    tell_referral_answered(referral, by=by)
    return referral


@action
def answer_referral(*, referral: Referral, by: Person, answer: str) -> Referral:
    """Answer what was asked: the work is done."""
    check_may_answer_referral(by, referral)
    changes = {"answer": answer, "answered_by": by, "answered_at": timezone.now()}
    if not move(referral, (ReferralState.SENT, ReferralState.ACCEPTED), ReferralState.DONE, **changes):
        return unchanged(referral)
    record("referral.answered", referral, by=by, facts={"to": referral.to_group.key}, seals={"answer": answer})
    tell_referral_answered(referral, by=by)
    return referral


def move(referral: Referral, from_states: tuple[str, ...], to_state: str, **changes: object) -> bool:
    """Move a referral on, inside the caller's action, if it is still in one of these states; say whether it was."""
    still = Referral.objects.filter(pk=referral.pk, state__in=from_states)
    moved = still.update(state=to_state, **changes)
    referral.refresh_from_db()
    return bool(moved)
