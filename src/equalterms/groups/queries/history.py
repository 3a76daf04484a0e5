"""How a group came to be what it is: who joined and left, counted, and what it changed about itself."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from equalterms.groups.models import CompositionBreak, Group, Membership
from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import Capacity
from equalterms.ledger.queries.events import events_about


@dataclass(frozen=True)
class Coming:
    """How many joined and left in one capacity, and how many sit so today."""

    capacity: str
    joined: int
    left: int
    now: int


@dataclass(frozen=True)
class RuleChange:
    """The rule of seats was changed: from and to how many percent, and why."""

    on: date
    before: int
    after: int
    reason: str


@dataclass(frozen=True)
class History:
    """Counts by capacity; names only of people who left and had chosen to be named in public."""

    comings: list[Coming]
    named_who_left: list[Membership]
    rule_changes: list[RuleChange]
    restored_breaks: list[CompositionBreak]


def history_of(group: Group) -> History:
    left = Membership.objects.filter(group=group, until__isnull=False, followed_by__isnull=True, named_in_public=True)
    return History(
        comings=comings_of(group),
        named_who_left=list(left.select_related("person").order_by("until", "pk")),
        rule_changes=rule_changes_of(group),
        restored_breaks=list(group.composition_breaks.filter(restored_on__gt=F("since"))),  # not for a part of a day
    )


def comings_of(group: Group) -> list[Coming]:
    """Count joining and leaving by capacity. A changed seat is neither."""
    counted = (
        group.memberships.order_by()
        .values("capacity")
        .annotate(
            joined=Count("pk", filter=Q(follows__isnull=True)),
            left=Count("pk", filter=Q(until__isnull=False, followed_by__isnull=True)),
            now=Count("pk", filter=seats_on()),
        )
    )
    rows = {row.pop("capacity"): row for row in counted}
    return [Coming(capacity=Capacity(each).label, **rows[each]) for each in Capacity.values if each in rows]


def rule_changes_of(group: Group) -> list[RuleChange]:
    events = events_about(group.ledger_kind, group.key).filter(verb="group.rule_changed")
    return [
        RuleChange(
            on=event.at.date(), before=event.facts["rule_before"], after=event.facts["rule"], reason=event.reason
        )
        for event in events
    ]
