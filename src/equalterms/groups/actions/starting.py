"""A group starts, says what it is for, changes its rule of seats, is related to others, and ends."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.actions.composition import change_of_seats
from equalterms.groups.actions.reasons import public_reason
from equalterms.groups.models import Application, Group, Membership
from equalterms.groups.rules import check_may_administer, check_may_sit, check_may_start_group
from equalterms.groups.vocabulary import ApplicationState, Role
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Organisation, Person

DESCRIPTION = ("name", "purpose", "visibility", "joining")


@action
def start_group(
    *,
    organisation: Organisation,
    by: Person,
    name: str,
    kind: str,
    purpose: str,
    user_controlled: bool = False,
    parent: Group | None = None,
    own_capacity: str = "",
    own_role: str = Role.FACILITATOR,
    **details: Any,
) -> Group:
    """Start a group. Whoever starts it can take its first seat; where members are in control they must.

    `details` are any of visibility, joining, seats, lived_share. Raises NotAllowed.
    """
    check_may_start_group(by, organisation, user_controlled=user_controlled, parent=parent)
    group = Group(
        organisation=organisation, name=name, kind=kind, purpose=purpose, user_controlled=user_controlled,
        parent=parent, started_on=timezone.localdate(), **details,
    )  # fmt: skip
    if user_controlled and not own_capacity:
        raise NotAllowed(_("Take the first seat yourself: only members can look after this group."))
    if own_capacity:
        check_may_sit(group, own_capacity, own_role, by)
    group.save()
    record("group.started", group, by=by, facts={"kind": kind, "user_controlled": user_controlled})
    if own_capacity:
        with change_of_seats(group, by=by, despite=_("The group has just started.")):
            seat = Membership.objects.create(
                group=group, person=by, capacity=own_capacity, role=own_role, since=group.started_on
            )
        record("membership.joined", seat, by=by, facts={"group": group.key, "door": "start"})
    return group


@action
def describe_group(*, group: Group, by: Person, **changes: Any) -> Group:
    """Change the name, purpose, visibility or way of joining of a group; the ledger says which."""
    check_may_administer(by, group)
    changed = [name for name in DESCRIPTION if name in changes and changes[name] != getattr(group, name)]
    if not changed:
        return unchanged(group)
    for name in changed:
        setattr(group, name, changes[name])
    group.save(update_fields=changed)
    record("group.described", group, by=by, facts={"changed": changed})
    return group


@action
def change_rule_of_seats(
    *, group: Group, by: Person, lived_share: int, seats: int | None, reason: str, despite: str = ""
) -> Group:
    """Change how many seats there are and the least share with lived experience, for a reason that is public."""
    check_may_administer(by, group)
    if (group.lived_share, group.seats) == (lived_share, seats):
        return unchanged(group)
    facts = {
        "rule_before": group.lived_share,
        "rule": lived_share,
        "seats_before": group.seats,
        "seats": seats,
    }
    with change_of_seats(group, by=by, despite=despite):
        group.lived_share, group.seats = lived_share, seats
        group.save(update_fields=["lived_share", "seats"])
    record("group.rule_changed", group, by=by, reason=public_reason(group, reason), facts=facts)
    return group


@action
def relate_groups(*, group: Group, other: Group, as_parent: bool, by: Person) -> Group:
    """Make `other` the parent of a group, or its sibling. Whoever does it administers both."""
    check_may_administer(by, group)
    check_may_administer(by, other)
    if as_parent:
        if other.pk in descendants(group):
            raise NotAllowed(_("A group cannot be above itself."))
        if group.parent_id == other.pk:
            return unchanged(group)
        group.parent = other
        group.save(update_fields=["parent"])
    else:
        if group.pk == other.pk or group.siblings.filter(pk=other.pk).exists():
            return unchanged(group)
        group.siblings.add(other)
    facts = {"other": other.key, "as": "parent" if as_parent else "sibling"}
    record("group.related", group, by=by, facts=facts)
    return group


def descendants(group: Group) -> set[int]:
    """Return the row numbers of a group and of everything below it."""
    found, layer = {group.pk}, {group.pk}
    while layer:
        layer = set(Group.objects.filter(parent__in=layer).values_list("pk", flat=True)) - found
        found |= layer
    return found


@action
def unrelate_groups(*, group: Group, other: Group, by: Person) -> Group:
    """Take the tie between two groups away. Whoever looks after one of them may."""
    check_may_administer(by, group)
    tied = group.siblings.filter(pk=other.pk).exists() or group.parent_id == other.pk
    if not tied:
        return unchanged(group)
    group.siblings.remove(other)
    if group.parent_id == other.pk:
        group.parent = None
        group.save(update_fields=["parent"])
    record("group.unrelated", group, by=by, facts={"other": other.key})
    return group


@action
def end_group(*, group: Group, by: Person, reason: str) -> Group:
    """End a group, for a reason. Its seats and its history stay as they are on that day."""
    check_may_administer(by, group)
    group.ended_on, group.ended_because = timezone.localdate(), reason
    group.save(update_fields=["ended_on", "ended_because"])
    Application.objects.filter(group=group, state=ApplicationState.OPEN).update(
        state=ApplicationState.DECLINED, answer=_("The group has ended."), answered_at=timezone.now()
    )
    record("group.ended", group, by=by, reason=public_reason(group, reason))
    return group
