"""Disagreeing with an account: it stands beside the account until the member who disagrees is satisfied."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.people.models import Person
from equalterms.plans.actions.telling import tell_dispute_answered, tell_dispute_opened
from equalterms.plans.models import Account, Dispute, DisputeTurn
from equalterms.plans.rules.answering import check_may_answer, check_may_dispute, check_may_settle
from equalterms.plans.vocabulary import OPEN_DISPUTES, DisputeState, ShownAs, TurnKind


@action
def dispute_account(*, account: Account, because: str, by: Person, shown_as: str = ShownAs.WORDS) -> Dispute:
    """Open a dispute. It never edits the account, and it is public at once."""
    account = Account.objects.select_for_update().get(pk=account.pk)
    check_may_dispute(by, account)
    if not because.strip():
        raise ValidationError({"because": _("Say in your own words what you disagree with.")})
    dispute = Dispute.objects.create(
        account=account,
        version=account.current,
        person=by,
        because=because,
        shown_as=shown_as,
        opened_at=timezone.now(),
    )
    record("dispute.opened", dispute, by=by, facts={"account": account.key})
    tell_dispute_opened(dispute, by=by)
    _count_open(account)
    return dispute


@action
def answer_dispute(*, dispute: Dispute, words: str, by: Person) -> DisputeTurn:
    """Answer as a responsible manager. The dispute goes on standing."""
    dispute = Dispute.objects.select_for_update().get(pk=dispute.pk)
    check_may_answer(by, dispute)
    if not words.strip():
        raise ValidationError({"words": _("Write your answer.")})
    turn = _take_turn(dispute, TurnKind.ANSWER, words, by, DisputeState.ANSWERED)
    record("dispute.answered", dispute, by=by, facts={"account": dispute.account.key})
    tell_dispute_answered(dispute, number=dispute.turns.filter(kind=TurnKind.ANSWER).count(), by=by)
    return turn


@action
def settle_dispute(*, dispute: Dispute, by: Person, words: str = "") -> Dispute:
    """Say that it is settled: only the member who disagreed can."""
    dispute = Dispute.objects.select_for_update().get(pk=dispute.pk)
    check_may_settle(by, dispute)
    _take_turn(dispute, TurnKind.SETTLED, words, by, DisputeState.SETTLED)
    dispute.settled_at = timezone.now()
    dispute.save()
    record("dispute.settled", dispute, by=by, facts={"account": dispute.account.key})
    _count_open(dispute.account)
    return dispute


@action
def keep_dispute(*, dispute: Dispute, words: str, by: Person) -> DisputeTurn:
    """Say that the answer does not settle it, and why."""
    dispute = Dispute.objects.select_for_update().get(pk=dispute.pk)
    check_may_settle(by, dispute)
    if dispute.state != DisputeState.ANSWERED:
        raise ValidationError(_("There is no new answer to reply to."))
    if not words.strip():
        raise ValidationError({"words": _("Say what is still missing.")})
    turn = _take_turn(dispute, TurnKind.NOT_SETTLED, words, by, DisputeState.STANDS)
    record("dispute.kept", dispute, by=by, facts={"account": dispute.account.key})
    return turn


def _take_turn(dispute: Dispute, kind: str, words: str, by: Person, state: str) -> DisputeTurn:
    turn = DisputeTurn.objects.create(dispute=dispute, kind=kind, words=words, by=by, at=timezone.now())
    dispute.state = state
    dispute.save()
    return turn


def _count_open(account: Account) -> None:
    account.open_disputes = account.disputes.filter(state__in=OPEN_DISPUTES).count()
    account.save(update_fields=["open_disputes"])
