"""From notices to messages: what is due for one person from one place goes out together, by the way they wish."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from equalterms.notices.models import Message, Notice
from equalterms.notices.queries.reaching import Reach, reach_of
from equalterms.notices.queries.wishes import can_post, quiet_hours, wishes_of
from equalterms.notices.vocabulary import BY_HAND, GATHERED_FOR, MessageState, MessageWay, Trouble
from equalterms.people.models import Person


def gather() -> int:
    """Put every notice that is due into a message. Returns how many messages were made."""
    due = Notice.objects.waiting().filter(due_at__lte=timezone.now()).order_by()
    pairs = list(due.values_list("to_id", "place_key").distinct())
    return sum(gather_for(person, place) for person, place in sorted(pairs))


@transaction.atomic
def gather_for(person_pk: int, place_key: str) -> int:
    """Make one message of what is due for a person from a place, now or within the next minutes. Returns 1 or 0."""
    now = timezone.now()
    person = Person.objects.get(pk=person_pk)
    waiting = Notice.objects.waiting().filter(to=person, place_key=place_key, due_at__lte=now + GATHERED_FOR)
    due = list(waiting.select_for_update().order_by("queued_at", "pk"))
    if not person.is_active:
        Notice.objects.filter(pk__in=[notice.pk for notice in due]).update(withdrawn_at=now)
        return 0
    due = not_in_quiet_hours(person, due, now)
    if not due:
        return 0
    message = message_for(due[-1], reach_of(person), now)
    Notice.objects.filter(pk__in=[notice.pk for notice in due]).update(message=message)
    return 1


def not_in_quiet_hours(person: Person, due: list[Notice], now: datetime) -> list[Notice]:
    """Return what may go now; what must not is put off to the end of the person's quiet hours."""
    until = quiet_hours(wishes_of(person)).after(now, timezone.get_default_timezone())
    if until == now:
        return due
    later = [notice.pk for notice in due if not notice.kind_known.at_once]
    Notice.objects.filter(pk__in=later).update(due_at=until)
    return [notice for notice in due if notice.pk not in later]


def message_for(notice: Notice, reach: Reach, now: datetime) -> Message:
    return Message.objects.create(
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
