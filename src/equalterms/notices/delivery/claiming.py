"""One worker has a message at a time. The claim is committed before it is sent, and the outcome after.

A worker that dies between leaves the claim behind; when its lease has run out, another sends the message once more.
So a message is repeated at most once for each worker that died, and none is lost.
"""

import secrets
from collections.abc import Collection
from datetime import datetime

from django.db.models import F, Q
from django.utils import timezone

from equalterms.notices.models import Message
from equalterms.notices.vocabulary import FIRST_WAIT, LEASE, MOST_ATTEMPTS, MessageState, Trouble


def due(now: datetime) -> Q:
    """Return the condition for messages that can be claimed: their time has come, or their worker is gone."""
    return Q(state=MessageState.QUEUED, try_at__lte=now) | Q(state=MessageState.SENDING, lease_until__lte=now)


def claim_next(*, without: Collection[str] = ()) -> Message | None:
    """Claim the message that is due longest, leaving out some ways; None when there is none."""
    while True:
        now = timezone.now()
        waiting = Message.objects.filter(due(now)).exclude(way__in=list(without)).order_by("try_at", "pk")
        message = waiting.select_related("to", "organisation").first()
        if message is None:
            return None
        message.claim, message.attempts = secrets.token_hex(8), message.attempts + 1
        taken = Message.objects.filter(due(now), pk=message.pk).update(
            state=MessageState.SENDING, claim=message.claim, lease_until=now + LEASE, attempts=F("attempts") + 1
        )
        if not taken:
            continue  # another worker was faster
        if message.attempts <= MOST_ATTEMPTS:
            return message
        fail(message, message.trouble or Trouble.BROKEN)  # it has taken every worker that touched it with it


def note_sent(message: Message, reference: str = "") -> None:
    _settle(message, state=MessageState.SENT, sent_at=timezone.now(), trouble="", reference=reference[:80])


def put_back(message: Message, trouble: str) -> None:
    """Let a message be tried again later, or count it as failed when it had its tries."""
    if message.attempts >= MOST_ATTEMPTS:
        fail(message, trouble)
        return
    wait = FIRST_WAIT * 2 ** (message.attempts - 1)
    _settle(message, state=MessageState.QUEUED, try_at=timezone.now() + wait, trouble=trouble)


def fail(message: Message, trouble: str) -> None:
    _settle(message, state=MessageState.FAILED, trouble=trouble)


def take_back(message: Message) -> None:
    """Count a message as withdrawn: nothing in it is to be said any more."""
    _settle(message, state=MessageState.WITHDRAWN, trouble="")


def _settle(message: Message, **outcome: object) -> None:
    """Write down what came of a message, unless another worker has it by now."""
    Message.objects.filter(pk=message.pk, claim=message.claim).update(claim="", lease_until=None, **outcome)
