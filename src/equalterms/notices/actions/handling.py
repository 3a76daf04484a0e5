"""What those who look after the post do: letters posted, calls made, what failed tried again. All can be undone."""

from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.notices.delivery.gathering import route
from equalterms.notices.models import Message
from equalterms.notices.queries.reaching import reach_of
from equalterms.notices.rules import check_may_keep_post
from equalterms.notices.vocabulary import BY_HAND, FOR_HANDS, NOT_ARRIVED, MessageState, MessageWay
from equalterms.people.models import Person


@action
def mark_done(*, message: Message, by: Person) -> Message:
    """Say that a letter was posted or handed over, or that a call was made."""
    check_may_keep_post(by, message)
    done = Message.objects.filter(pk=message.pk, state__in=FOR_HANDS)
    if not done.update(state=MessageState.SENT, sent_at=timezone.now(), done_by=by):
        return unchanged(message)
    record("message.done", message, by=by)
    message.refresh_from_db()
    return message


@action
def undo_done(*, message: Message, by: Person) -> Message:
    """Put a letter or call back on the list: it was not done after all."""
    check_may_keep_post(by, message)
    state = BY_HAND.get(MessageWay(message.way)) if message.way else None
    done = Message.objects.filter(pk=message.pk, state=MessageState.SENT, done_by__isnull=False)
    if state is None or not done.update(state=state, sent_at=None, done_by=None):
        return unchanged(message)
    record("message.undone", message, by=by)
    message.refresh_from_db()
    return message


@action
def try_again(*, message: Message, by: Person) -> Message:
    """Send what failed or was held back once more, by the way by which the person is reached now.

    Everything else from the same place that did not reach the same person goes with it.
    """
    check_may_keep_post(by, message)
    stuck = Message.objects.filter(to=message.to, place_key=message.place_key, state__in=NOT_ARRIVED)
    if not sum([route_again(each) for each in stuck]):
        return unchanged(message)
    record("message.tried_again", message, by=by)
    message.refresh_from_db()
    return message


def route_again(message: Message) -> bool:
    """Put a message that did not arrive back on its way, inside the caller's action. Says whether it was one."""
    stuck = Message.objects.filter(pk=message.pk, state__in=NOT_ARRIVED)
    return bool(stuck.update(try_at=timezone.now(), attempts=0, **route(reach_of(message.to))))


@action
def mark_all_done(*, place_key: str, keys: list[str], by: Person) -> int:
    """Say that these letters of one desk were posted, all at once. Returns how many of them still waited."""
    waiting = list(Message.objects.filter(place_key=place_key, key__in=keys, state=MessageState.TO_PRINT))
    for message in waiting:
        mark_done(message=message, by=by)
    return len(waiting) if waiting else unchanged(0)  # type: ignore[return-value]
