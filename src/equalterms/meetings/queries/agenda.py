"""Items: on the agenda for those who see the meeting, waiting ones for the members; closed ones show a reason only."""

from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.models import Group, Referral
from equalterms.groups.queries.membership import memberships_of
from equalterms.groups.rules import is_member
from equalterms.groups.vocabulary import OPEN_REFERRALS
from equalterms.meetings.models import AgendaItem, Meeting
from equalterms.meetings.queries.marks import marks_of
from equalterms.meetings.queries.meetings import group_as_member, meetings_visible_to
from equalterms.meetings.rules.agenda import may_close, may_propose, may_withdraw
from equalterms.meetings.vocabulary import SHAPES, ItemState, Side, side_of
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person

ON_PAPER = (ItemState.ON_AGENDA, ItemState.DONE)


@dataclass(frozen=True)
class AgendaLine:
    """One item as one reader may know it. For a closed item others than members read its reason and nothing else."""

    item: AgendaItem
    shown: bool
    proposer: str = ""  # a name, for members alone
    mark: str = ""  # its papers are not on equal terms

    @property
    def title(self) -> str:
        return self.item.title if self.shown else _("A closed item")

    @property
    def side(self) -> Side:
        return side_of(self.item.proposed_as)

    @property
    def shape(self) -> str:
        return SHAPES[self.side]


@dataclass(frozen=True)
class WaitingItems:
    """What waits to be talked about in a group, for its members. `put_off` comes back on its day."""

    group: Group
    waiting: list[AgendaLine]
    put_off: list[AgendaLine]
    referrals: list[Referral]
    may_propose: bool
    own: frozenset[int]


@dataclass(frozen=True)
class ItemPage:
    """One item and what this reader may do with it."""

    line: AgendaLine
    is_member: bool
    may_withdraw: bool
    may_close: bool

    @property
    def item(self) -> AgendaItem:
        return self.line.item


def agenda_of(meeting: Meeting, *, as_member: bool) -> list[AgendaLine]:
    """Return the agenda of a meeting in order, for somebody who may see the meeting."""
    items = meeting.items.filter(state__in=ON_PAPER).select_related("proposed_by", "referral__from_group")
    lines, marks = [line_of(item, as_member=as_member) for item in items.order_by("position", "pk")], marks_of(meeting)
    return [replace(line, mark=marks.get(line.item.pk, "")) if line.shown else line for line in lines]


def line_of(item: AgendaItem, *, as_member: bool) -> AgendaLine:
    return AgendaLine(
        item=item, shown=as_member or not item.closed, proposer=item.proposed_by.name if as_member else ""
    )


def is_back(today: object = None) -> Q:
    """Return the condition for items that wait now: proposed, or put off to a day that has come."""
    day = today if today is not None else timezone.localdate()
    return Q(state=ItemState.PROPOSED) | Q(state=ItemState.DEFERRED, deferred_until__lte=day)


def items_waiting_in(group: Group) -> QuerySet[AgendaItem]:
    """Return the items that wait for a meeting of a group, the longest waiting first."""
    items = group.agenda_items.filter(is_back()).select_related("proposed_by", "referral__from_group")
    return items.order_by("proposed_at", "pk")


def waiting_items(person: Person | None, key: str) -> WaitingItems:
    """Return what waits to be talked about, for a member of the group; for others that page does not exist."""
    group = group_as_member(person, key)
    waiting = list(items_waiting_in(group))
    put_off = group.agenda_items.filter(state=ItemState.DEFERRED).exclude(is_back()).select_related("proposed_by")
    return WaitingItems(
        group=group,
        waiting=[line_of(item, as_member=True) for item in waiting],
        put_off=[line_of(item, as_member=True) for item in put_off.order_by("deferred_until", "pk")],
        referrals=list(referrals_to_put_on(group)),
        may_propose=may_propose(person, group),
        own=frozenset(item.pk for item in waiting if item.proposed_by_id == getattr(person, "pk", None)),
    )


def referrals_to_put_on(group: Group) -> QuerySet[Referral]:
    """Return the work that other groups asked of this one and that has not become an item."""
    asked = Referral.objects.filter(to_group=group, state__in=OPEN_REFERRALS).select_related("from_group")
    return asked.exclude(agenda_items__group=group, agenda_items__withdrawn_at__isnull=True)


def referral_to_put_on(person: Person | None, key: str) -> Referral:
    """Return a referral that can become an item, for a member of the group that was asked."""
    own = memberships_of(person).order_by().values("group")
    referral = Referral.objects.filter(key=key, to_group__in=own, state__in=OPEN_REFERRALS).first()
    if referral is None:
        raise NotVisible
    return referral


def items_visible_to(person: Person | None) -> QuerySet[AgendaItem]:
    """Return the items that a person may read: all of their own groups, and open ones on an agenda that they see."""
    seen = Q(meeting__in=meetings_visible_to(person).order_by().values("pk"), closed=False, state__in=ON_PAPER)
    if person is not None:
        seen |= Q(group__in=memberships_of(person).order_by().values("group"))
    return AgendaItem.objects.filter(seen).select_related("group__organisation", "meeting", "proposed_by", "referral")


def item_for(person: Person | None, key: str) -> AgendaItem:
    """Return one item that a person may read, or raise NotVisible."""
    item = items_visible_to(person).filter(key=key).first()
    if item is None:
        raise NotVisible
    return item


def item_as_member(person: Person | None, key: str) -> AgendaItem:
    item = item_for(person, key)
    if not is_member(person, item.group):
        raise NotVisible
    return item


def item_page(person: Person | None, key: str) -> ItemPage:
    item = item_for(person, key)
    member = is_member(person, item.group)
    return ItemPage(
        line=line_of(item, as_member=member),
        is_member=member,
        may_withdraw=may_withdraw(person, item),
        may_close=may_close(person, item),
    )
