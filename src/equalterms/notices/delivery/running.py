"""One round of sending: gather what is due, then carry message after message until nothing is due any more."""

import logging
from collections import Counter
from collections.abc import Sequence

from equalterms.notices.delivery import claiming
from equalterms.notices.delivery.carriers import Carrier, NotTaken
from equalterms.notices.delivery.email import EmailCarrier
from equalterms.notices.delivery.gathering import gather
from equalterms.notices.delivery.govuk import notify_carriers
from equalterms.notices.models import Message
from equalterms.notices.queries.reaching import reach_by
from equalterms.notices.vocabulary import Trouble

MOST_AT_ONCE = 1_000  # then the worker looks round; the next round goes on

log = logging.getLogger(__name__)


def send_due(carriers: Sequence[Carrier] | None = None) -> dict[str, int]:
    """Send what is due. Returns how many messages were sent, put back, failed and taken back.

    When a carrier's server is away, its other messages are left for a later round instead of being tried in vain.
    """
    gather()
    carriers = [EmailCarrier(), *notify_carriers()] if carriers is None else carriers
    by_way = {way: carrier for carrier in carriers for way in carrier.ways}
    away: set[str] = set()
    counted: Counter[str] = Counter()
    try:
        while counted.total() < MOST_AT_ONCE and (message := claiming.claim_next(without=away)) is not None:
            carrier = by_way.get(message.way)
            outcome, is_away = send_one(message, carrier)
            counted[outcome] += 1
            if is_away and carrier is not None:
                away.update(carrier.ways)
    finally:
        for carrier in carriers:
            carrier.close()
    return dict(counted)


def send_one(message: Message, carrier: Carrier | None) -> tuple[str, bool]:
    """Carry one claimed message and write down what came of it. Returns that in a word, and: is the server away?"""
    notices = list(message.notices.filter(withdrawn_at__isnull=True).order_by("queued_at", "pk"))
    if not notices or not message.to.is_active:
        claiming.take_back(message)
        return "taken back", False
    try:
        reach = reach_by(message.way, message.to)
        if carrier is None or not reach.way:
            raise NotTaken(Trouble.NO_WAY, final=True)
        reference = carrier.carry(message, notices, reach)
    except NotTaken as problem:
        (claiming.fail if problem.final else claiming.put_back)(message, problem.trouble)
        return "failed" if problem.final else "put back", problem.away
    except Exception as problem:  # whatever is wrong with one message must not stop the others
        log.warning("a message could not be sent: %s", type(problem).__name__)
        claiming.put_back(message, Trouble.BROKEN)
        return "put back", False
    claiming.note_sent(message, reference)
    return "sent", False
