"""Invitations: a seat offered by a link that works once and for two weeks."""

from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.actions.seats import check_seat_free, seat_person
from equalterms.groups.models import Group, GroupInvitation, Membership
from equalterms.groups.rules import (
    Composition,
    WouldBreakComposition,
    check_may_administer,
    check_may_lead,
    check_may_sit,
    composition_of,
)
from equalterms.groups.vocabulary import INVITATION_DAYS, Role
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people import tokens
from equalterms.people.actions.mailing import write_mail
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def invite_member(
    *,
    group: Group,
    by: Person,
    name: str,
    capacity: str,
    email: str = "",
    role: str = Role.MEMBER,
    term_ends: date | None = None,
    words: str = "",
    despite: str = "",
) -> tuple[GroupInvitation, str]:
    """Offer somebody a seat; return the invitation and its link, which is sent or shown once and kept nowhere.

    Raises WouldBreakComposition when taking the seat would break the rule of seats and `despite` says nothing.
    """
    check_may_administer(by, group)
    check_may_sit(group, capacity, role)
    check_seat_free(group, capacity)
    now, after = composition_of(group), composition_with(group, capacity)
    if not despite and not after.kept and (now.kept or after.worse_than(now)):
        raise WouldBreakComposition(after)
    token, digest = tokens.issue()
    invitation = GroupInvitation.objects.create(
        group=group, email=email, name=name, capacity=capacity, role=role, term_ends=term_ends, words=words,
        despite=despite, token_digest=digest, invited_by=by,
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
    )  # fmt: skip
    link = settings.SITE_URL + reverse("groups:invitation", args=[token])
    if email:
        write_mail("groups/mail/invitation.txt", email, invitation=invitation, group=group, by=by, link=link)
    record("invitation.sent", invitation, by=by, facts={"group": group.key})
    return invitation, link


def composition_with(group: Group, capacity: str) -> Composition:
    """Return who would sit in a group with one more in this capacity."""
    now = composition_of(group)
    counts = {**now.by_capacity, capacity: now.by_capacity.get(capacity, 0) + 1}
    return Composition(rule=now.rule, seats=now.seats, by_capacity=counts)


@action
def accept_invitation(*, invitation: GroupInvitation, by: Person) -> Membership:
    """Take the seat that an invitation offers. The first to accept it has it; a second one is refused."""
    if invitation.used_by_id == by.pk:
        return unchanged(Membership.objects.filter(group=invitation.group, person=by).last())
    if not use_once(invitation, used_at=timezone.now(), used_by=by):
        raise NotAllowed(_("This invitation has been used, withdrawn, or is out of date. Ask for a new one."))
    seat = seat_person(
        invitation.group,
        by,
        by=by,
        door="invitation",
        capacity=invitation.capacity,
        role=invitation.role,
        term_ends=invitation.term_ends,
        despite=invitation.despite,
    )
    record("invitation.used", invitation, by=by, facts={"group": invitation.group.key})
    return seat


@action
def decline_invitation(*, invitation: GroupInvitation, by: Person | None) -> GroupInvitation:
    """Say no to an invitation. Whoever has the link can; they need not sign in for it."""
    if not use_once(invitation, declined_at=timezone.now()):
        return unchanged(invitation)
    record("invitation.declined", invitation, by=by, facts={"group": invitation.group.key})
    return invitation


@action
def withdraw_invitation(*, invitation: GroupInvitation, by: Person) -> GroupInvitation:
    """Make the link of an invitation useless."""
    check_may_lead(by, invitation.group)
    if not use_once(invitation, withdrawn_at=timezone.now(), withdrawn_by=by):
        return unchanged(invitation)
    record("invitation.withdrawn", invitation, by=by, facts={"group": invitation.group.key})
    return invitation


def use_once(invitation: GroupInvitation, **mark: object) -> bool:
    """Mark an invitation that is still good, inside the caller's action; of several at once one is told True."""
    marked = GroupInvitation.objects.filter(
        pk=invitation.pk,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        declined_at__isnull=True,
        expires_at__gt=timezone.now(),
    ).update(**mark)  # one statement on the row itself: a condition in a subquery would not be looked at again
    invitation.refresh_from_db()
    return bool(marked)
