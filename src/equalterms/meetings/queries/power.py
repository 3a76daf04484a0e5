"""Agenda power: who proposed, what was put on, what was put off, and who got the time, by side of the table.

The figures count items, so a small group could be read like a list of names. The public sees them only when at least
five members with lived experience proposed something in that year; members, who read every item, always see them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from equalterms.engines.disclosure import may_release
from equalterms.groups.models import Group
from equalterms.groups.queries.groups import group_for
from equalterms.groups.rules import is_member
from equalterms.meetings.models import AgendaItem
from equalterms.meetings.vocabulary import FEWEST_PROPOSERS_SHOWN, ItemState, Side, side_of
from equalterms.people.models import Person

ON = (ItemState.ON_AGENDA, ItemState.DONE)


@dataclass
class Share:
    """What one side of the table proposed, and what came of it. Minutes are those of items on an agenda."""

    proposed: int = 0
    put_on: int = 0
    put_off: int = 0  # times, not items
    planned: int = 0
    spent: int = 0


@dataclass(frozen=True)
class AgendaPower:
    """A calendar year of a group's agenda. `shares` is empty where it is not safe to show."""

    group: Group
    year: int
    years: list[int]
    items: int
    shares: dict[Side, Share] = field(default_factory=dict)

    @property
    def is_shown(self) -> bool:
        return bool(self.shares)


def agenda_power(person: Person | None, key: str, year: int | None = None) -> AgendaPower:
    """Return who got the agenda of a group in a calendar year (the last with items if None is asked for)."""
    group = group_for(person, key)
    moments = group.agenda_items.exclude(state=ItemState.WITHDRAWN).values_list("proposed_at", flat=True)
    years = sorted({timezone.localtime(moment).year for moment in moments}, reverse=True)
    chosen = year if year in years else (years[0] if years else timezone.localdate().year)
    items = items_of(group, chosen)
    shown = bool(items) and (is_member(person, group) or safe_for_everybody(items))
    shares = shares_of(items) if shown else {}
    return AgendaPower(group=group, year=chosen, years=years, items=len(items), shares=shares)


def items_of(group: Group, year: int) -> list[AgendaItem]:
    """Return the items proposed in a calendar year, as people there count it."""
    zone = timezone.get_current_timezone()
    first, last = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    items = group.agenda_items.exclude(state=ItemState.WITHDRAWN)
    return list(items.filter(proposed_at__gte=first, proposed_at__lt=last))


def safe_for_everybody(items: Iterable[AgendaItem]) -> bool:
    """Say whether so many people with lived experience proposed something that no figure is one person's."""
    proposers: defaultdict[Side, Counter[int]] = defaultdict(Counter)
    for item in items:
        proposers[side_of(item.proposed_as)][item.proposed_by_id] += 1
    people = len(proposers[Side.LIVED])
    return may_release(
        answers=people, new_answers=people, released_before=False, fewest=FEWEST_PROPOSERS_SHOWN, fewest_new=0
    )


def shares_of(items: Iterable[AgendaItem]) -> dict[Side, Share]:
    shares = {side: Share() for side in Side}
    for item in items:
        share = shares[side_of(item.proposed_as)]
        share.proposed += 1
        share.put_off += item.times_deferred
        if item.state in ON:
            share.put_on += 1
            share.planned += item.minutes or 0
            share.spent += item.spent_minutes or 0
    return {side: share for side, share in shares.items() if side != Side.OTHER or share.proposed}
