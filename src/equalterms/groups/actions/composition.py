"""The frame for every change of seats: the rule of seats is never broken silently."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from equalterms.groups.actions.reasons import public_reason
from equalterms.groups.models import CompositionBreak, Group
from equalterms.groups.rules import Composition, WouldBreakComposition, composition_of
from equalterms.ledger.actions import record
from equalterms.people.models import Person


@contextmanager
def change_of_seats(
    group: Group, *, by: Person | None, despite: str = "", nobody_decides: bool = False
) -> Iterator[None]:
    """Let seats change inside, one change at a time for a group, and look at the rule of seats afterwards.

    Raises WouldBreakComposition when the change would break the rule, or make a broken one worse, and `despite`
    gives no reason. `nobody_decides` is for somebody who leaves: nobody can be kept in a seat by a rule.
    """
    locked = Group.objects.select_for_update().get(pk=group.pk)
    before = composition_of(locked)
    yield
    group.refresh_from_db(fields=["lived_share", "seats"])
    after = composition_of(group)
    if after.kept:
        restore(group, by=by)
    elif before.kept or after.worse_than(before):
        if not despite and not nobody_decides:
            raise WouldBreakComposition(after)
        remember_break(group, after, by=by, reason=despite)


def remember_break(group: Group, after: Composition, *, by: Person | None, reason: str) -> None:
    """Write down, inside the caller's action, that the rule is not kept and why."""
    CompositionBreak.objects.create(
        group=group,
        since=timezone.localdate(),
        lived=after.lived,
        filled=after.filled,
        rule=after.rule,
        reason=reason,
        accepted_by=by if reason else None,
    )
    facts = {"lived": after.lived, "filled": after.filled, "rule": after.rule}
    record("composition.broken", group, by=by, reason=public_reason(group, reason), facts=facts)


def restore(group: Group, *, by: Person | None) -> None:
    """Write down, inside the caller's action, that the rule is kept again."""
    open_breaks = CompositionBreak.objects.filter(group=group, restored_on__isnull=True)
    if open_breaks.update(restored_on=timezone.localdate()):
        record("composition.restored", group, by=by)
