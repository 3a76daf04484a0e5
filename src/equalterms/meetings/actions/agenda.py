"""Items are proposed, taken back and closed by persons; the agenda itself changes only when two have agreed."""

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.models import Group, Referral
from equalterms.groups.rules import seat_of
from equalterms.groups.vocabulary import OPEN_REFERRALS
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.models import AgendaItem
from equalterms.meetings.rules.agenda import check_may_close, check_may_propose, check_may_withdraw
from equalterms.meetings.vocabulary import ItemState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def propose_item(
    *,
    group: Group,
    by: Person,
    title: str,
    why: str,
    purpose: str,
    wished_minutes: int,
    referral: Referral | None = None,
) -> AgendaItem:
    """Propose an item for a meeting of a group; `referral` names the work of another group that it comes from."""
    check_may_propose(by, group)
    if referral is not None:
        check_can_come(referral, group)
    item = AgendaItem.objects.create(
        group=group,
        title=title,
        why=why,
        purpose=purpose,
        wished_minutes=wished_minutes,
        referral=referral,
        proposed_at=timezone.now(),
        proposed_by=by,
        proposed_as=seat_of(by, group).capacity,
    )
    facts = {"group": group.key, "purpose": str(purpose), "minutes": wished_minutes}
    record("item.proposed", item, by=by, facts=facts, seals={"title": title, "why": why})
    return item


def check_can_come(referral: Referral, group: Group) -> None:
    """Refuse a referral that was not sent to this group, is answered already, or is an item already."""
    if referral.to_group_id != group.pk or referral.state not in OPEN_REFERRALS:
        raise NotAllowed(_("This work was not referred to this group, or it is answered already."))
    Referral.objects.select_for_update().get(pk=referral.pk)  # of two at once the second finds the item
    if referral.agenda_items.filter(group=group, withdrawn_at__isnull=True).exists():
        raise NotAllowed(_("This work is among the items already."))


@action
def withdraw_item(*, item: AgendaItem, by: Person) -> AgendaItem:
    """Take one's own item back. Its place on an agenda is free from then on."""
    if item.state == ItemState.WITHDRAWN and item.proposed_by_id == by.pk:
        return unchanged(item)
    item = AgendaItem.objects.select_for_update(of=("self",)).select_related("group").get(pk=item.pk)
    check_may_withdraw(by, item)
    item.state, item.withdrawn_at, item.withdrawn_by = ItemState.WITHDRAWN, timezone.now(), by
    item.meeting, item.position, item.minutes = None, None, None
    item.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "meeting", "position", "minutes"])
    record("item.withdrawn", item, by=by, facts={"group": item.group.key})
    return item


@action
def close_item(*, item: AgendaItem, by: Person, closed: bool, because: str = "") -> AgendaItem:
    """Close an item to the public, for a reason that the public reads; or open it again."""
    check_may_close(by, item)
    if closed and not because.strip():
        raise NotAllowed(_("Say why the item is closed. Everybody can read the reason."))
    because = because if closed else ""
    if (item.closed, item.closed_because) == (closed, because):
        return unchanged(item)
    item.closed, item.closed_because = closed, because
    item.save(update_fields=["closed", "closed_because"])
    record("item.closed" if closed else "item.opened", item, by=by, facts={"group": item.group.key})
    return item


@action
def bring_back_items(*, by: Person | None = None) -> int:
    """Bring back, as newly proposed, what was put off to a day that has come; return how many. The system does it."""
    back = AgendaItem.objects.filter(state=ItemState.DEFERRED, deferred_until__lte=timezone.localdate())
    brought = 0
    for item in back.select_related("group"):
        still = AgendaItem.objects.filter(pk=item.pk, state=ItemState.DEFERRED)
        if still.update(state=ItemState.PROPOSED):
            record("item.came_back", item, by=by, facts={"group": item.group.key})
            brought += 1
    return brought if brought else unchanged(0)
