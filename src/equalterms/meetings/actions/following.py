"""Actions are followed up: done, with words or a link that shows it; or a later day, with a reason."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.models import ActionDelay, AgreedAction
from equalterms.meetings.rules.holding import check_may_follow_up
from equalterms.meetings.vocabulary import AgreedActionState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def finish_action(*, action: AgreedAction, by: Person, done_words: str, evidence_url: str = "") -> AgreedAction:
    """Say that an action is done, and what was done."""
    check_may_follow_up(by, action)
    if not done_words.strip() and not evidence_url:
        raise NotAllowed(_("Say what was done, or give a link that shows it."))
    still = AgreedAction.objects.filter(pk=action.pk, state=AgreedActionState.OPEN)
    done = still.update(
        state=AgreedActionState.DONE,
        done_at=timezone.now(),
        done_by=by,
        done_words=done_words,
        evidence_url=evidence_url,
    )
    action.refresh_from_db()
    if not done:
        return unchanged(action)
    record(
        "agreed_action.done", action, by=by, for_whom=action.owner, facts={"late": action.due_on < timezone.localdate()}
    )
    return action


@action
def delay_action(*, action: AgreedAction, by: Person, due_on: date, because: str) -> AgreedAction:
    """Give an action a later day. The earlier day and the reason stay beside it."""
    check_may_follow_up(by, action)
    if due_on <= max(action.due_on, timezone.localdate()):
        raise NotAllowed(_("Choose a day that is later than the one before, and after today."))
    if not because.strip():
        raise NotAllowed(_("Say why it takes longer."))
    ActionDelay.objects.create(
        action=action,
        due_before=action.due_on,
        due_after=due_on,
        because=because,
        moved_at=timezone.now(),
        moved_by=by,
    )
    facts = {"before": action.due_on.isoformat(), "after": due_on.isoformat()}
    action.due_on = due_on
    action.save(update_fields=["due_on"])
    record("agreed_action.delayed", action, by=by, for_whom=action.owner, facts=facts)
    return action
