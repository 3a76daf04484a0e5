"""A person says how they wish to hear from us."""

from datetime import time

from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.notices.actions.handling import route_again
from equalterms.notices.kinds import all_kinds
from equalterms.notices.models import Message, Notice, Wishes
from equalterms.notices.queries.wishes import wishes_of
from equalterms.notices.vocabulary import MessageState
from equalterms.people.models import Person


@action
def say_wishes(
    *,
    way: str,
    post_to: str,
    quiet_from: time | None,
    quiet_until: time | None,
    daily: list[str],
    stopped: list[str],
    by: Person,
) -> Wishes:
    """Record a person's wishes. What was held back because nobody knew how to reach them goes on its way."""
    optional = {kind.code for kind in all_kinds() if kind.optional}
    wishes = wishes_of(by)
    wishes.way, wishes.post_to, wishes.changed_at = way, post_to.strip(), timezone.now()
    wishes.quiet_from, wishes.quiet_until = quiet_from, quiet_until
    wishes.daily, wishes.stopped = daily, [code for code in stopped if code in optional]
    wishes.save()
    record("notices.wishes_said", wishes, by=by)
    for message in Message.objects.filter(to=by, state=MessageState.HELD):
        route_again(message)
    return wishes


@action
def stop_kinds(*, person: Person, kinds: list[str], by: Person | None) -> Wishes:
    """Stop some optional kinds for a person who asked for it by the link in a message; signing in is not needed."""
    optional = {kind.code for kind in all_kinds() if kind.optional}
    wishes = wishes_of(person)
    new = [kind for kind in kinds if kind in optional and kind not in wishes.stopped]
    if not new:
        return unchanged(wishes)
    wishes.stopped = [*wishes.stopped, *new]
    wishes.changed_at = timezone.now()
    wishes.save()
    Notice.objects.waiting().filter(to=person, kind__in=new).update(due_at=None)
    record("notices.kinds_stopped", wishes, by=by, for_whom=person)
    return wishes
