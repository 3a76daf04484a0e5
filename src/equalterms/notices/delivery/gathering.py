"""From notices to messages: what is due for one person from one place goes out together, by the way they wish."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from equalterms.notices.models import Message, Notice
from equalterms.notices.queries.reaching import Known, Reach, best_reach, known_of
from equalterms.notices.queries.wishes import can_post, quiet_hours
from equalterms.notices.vocabulary import BY_HAND, GATHERED_FOR, MessageState, MessageWay, Trouble

PEOPLE_AT_ONCE = 100


def gather() -> int:
    """Put every notice that is due into a message. Returns how many messages were made."""
    due = Notice.objects.waiting().filter(due_at__lte=timezone.now()).order_by("to_id")
    people = list(due.values_list("to_id", flat=True).distinct())
    some = (people[start : start + PEOPLE_AT_ONCE] for start in range(0, len(people), PEOPLE_AT_ONCE))
    return sum(gather_for(each) for each in some)


@transaction.atomic
def gather_for(people: list[int]) -> int:
    """Make one message of what is due for each person from each place. Returns how many messages were made.

    What falls due within the next minutes comes along, where something is due now.
    """
    now = timezone.now()
    found = Notice.objects.waiting().filter(to__in=people, due_at__lte=now + GATHERED_FOR)
    soon = list(found.select_related("to").select_for_update(of=("self",)).order_by("queued_at", "pk"))
    known = known_of({notice.to_id: notice.to for notice in soon}.values())
    together: dict[tuple[int, str], list[Notice]] = defaultdict(list)
    for notice in soon:
        together[notice.to_id, notice.place_key].append(notice)
    messages = []
    for (person, _place), notices in together.items():
        going = that_may_go(notices, known[person], now)
        if going:
            message = message_for(going[-1], best_reach(known[person]), now)
            messages.append(message)
            for notice in going:
                notice.message = message
    Message.objects.bulk_create(messages)
    for notice in soon:
        notice.message_id = notice.message.pk if notice.message is not None else None
    Notice.objects.bulk_update(soon, ["message", "due_at", "withdrawn_at"])
    return len(messages)


def that_may_go(notices: list[Notice], known: Known, now: datetime) -> list[Notice]:
    """Return what may go now, if anything of it is due.

    What must not is put off to the end of the person's quiet hours; what nobody reads any more is taken back.
    """
    if not known.person.is_active:
        for notice in notices:
            notice.withdrawn_at = now
        return []
    until = quiet_hours(known.wishes).after(now, timezone.get_default_timezone())
    going = []
    for notice in notices:
        if until == now or notice.kind_known.at_once:
            going.append(notice)
        else:
            notice.due_at = until
    return going if any(notice.due_at is not None and notice.due_at <= now for notice in going) else []


def message_for(notice: Notice, reach: Reach, now: datetime) -> Message:
    """Return a message, not kept yet, to the person and from the place of a notice."""
    return Message(
        to=notice.to,
        place_kind=notice.place_kind,
        place_key=notice.place_key,
        place_name=notice.place_name,
        organisation_id=notice.organisation_id,
        made_at=now,
        try_at=now,
        **route(reach),
    )


def route(reach: Reach) -> dict[str, str]:
    """Return the way and the first state of a message to somebody who is reached like this."""
    if not reach.way:
        return {"way": "", "state": MessageState.HELD, "trouble": Trouble.NO_WAY}
    by_machine = reach.way == MessageWay.LETTER and can_post() and bool(reach.address)
    state = MessageState.QUEUED if by_machine else BY_HAND.get(MessageWay(reach.way), MessageState.QUEUED)
    return {"way": reach.way, "state": state, "trouble": ""}
