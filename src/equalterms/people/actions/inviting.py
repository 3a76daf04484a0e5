"""Invitations: made, accepted once, declined, taken back. Only the digest of the link's token is kept."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.people import tokens
from equalterms.people.actions.mailing import write_mail
from equalterms.people.actions.organisations import begin_duty
from equalterms.people.exceptions import CannotBeUsed
from equalterms.people.models import Consent, Invitation, Organisation, Person, Support
from equalterms.people.rules import check_may_invite, check_may_revoke, check_themself
from equalterms.people.vocabulary import ConsentWay, Duty, InvitationKind

INVITATION_LASTS = timedelta(days=14)


@action
def invite(*, email: str, organisation: Organisation, duty: str, by: Person | None) -> tuple[Invitation, str]:
    """Invite the owner of an address to a duty, send them the link, and return the invitation with the link.

    An earlier invitation of the same address to the same duty stops working.
    """
    check_may_invite(by, organisation, duty)
    earlier = Invitation.objects.usable().filter(email__iexact=email, organisation=organisation, duty=duty)
    earlier.update(revoked_at=timezone.now(), revoked_by=by)
    invitation, link = write_invitation(
        kind=InvitationKind.DUTY, email=email, organisation=organisation, duty=duty, invited_by=by
    )
    write_mail(
        "people/mail/invitation.txt",
        invitation.email,
        invitation=invitation,
        duty=Duty(duty).label,
        organisation=organisation,
        by=by,
        link=link,
    )
    facts = {"organisation": organisation.key, "duty": str(duty)}
    record("invitation.sent", invitation, by=by, facts=facts)
    return invitation, link


def write_invitation(*, kind: str, email: str, invited_by: Person | None, **what: object) -> tuple[Invitation, str]:
    """Write an invitation inside the caller's action; return it with its link, which is kept nowhere."""
    token, digest = tokens.issue()
    now = timezone.now()
    invitation = Invitation.objects.create(
        kind=kind,
        email=email.lower(),
        digest=digest,
        invited_by=invited_by,
        invited_at=now,
        expires_at=now + INVITATION_LASTS,
        **what,
    )
    return invitation, settings.SITE_URL + reverse("people:invitation", args=[token])


@action
def revoke_invitation(*, invitation: Invitation, by: Person | None) -> Invitation:
    """Take an invitation back: from now on its link looks as if it had never been."""
    check_may_revoke(by, invitation)
    taken = Invitation.objects.usable().filter(pk=invitation.pk).update(revoked_at=timezone.now(), revoked_by=by)
    if not taken:
        raise CannotBeUsed
    record("invitation.revoked", invitation, by=by)
    return invitation


@action
def accept_invitation(*, invitation: Invitation, by: Person) -> Invitation:
    """Use an invitation, once, as the owner of the address to which it was sent. Raises CannotBeUsed otherwise."""
    check_themself(by)
    usable = Invitation.objects.usable().filter(pk=invitation.pk, email__iexact=by.email or "")
    # One statement decides who was first: of two at the same moment only one finds the row still usable.
    if not usable.update(accepted_at=timezone.now(), accepted_by=by):
        raise CannotBeUsed
    record("invitation.accepted", invitation, by=by)
    if invitation.kind == InvitationKind.SUPPORT:
        agree(invitation.support, by=by)
    else:
        begin_duty(by, invitation.organisation, invitation.duty, by=by)
    return invitation


@action
def decline_invitation(*, invitation: Invitation, by: Person | None) -> Invitation:
    """Say no to an invitation, as whoever holds its link, signed in or not. Raises CannotBeUsed when it is over.

    A person who asked for a supporter can then ask somebody else.
    """
    now = timezone.now()
    if not Invitation.objects.usable().filter(pk=invitation.pk).update(declined_at=now):
        raise CannotBeUsed
    asked_by, support = invitation.invited_by, invitation.support
    if support is not None:
        asked_by = support.person
        Support.objects.asked().filter(pk=support.pk).update(ended_at=now, ended_by=by, ended_way=ConsentWay.ONLINE)
        taken_back = {"taken_back_at": now, "taken_back_way": ConsentWay.ONLINE, "taken_back_by": by}
        Consent.objects.filter(pk=support.consent_id).update(**taken_back)
    record("invitation.declined", invitation, by=by, for_whom=asked_by)
    return invitation


def agree(support: Support | None, *, by: Person) -> None:
    """Let a supporter's yes stand, inside the caller's action. Raises CannotBeUsed when the person ended it before."""
    if support is None or support.person == by:
        raise CannotBeUsed
    twice = Support.objects.current().filter(person=support.person, supporter=by)
    if twice.exists():
        raise CannotBeUsed
    agreed = Support.objects.asked().filter(pk=support.pk).update(supporter=by, agreed_at=timezone.now())
    if not agreed:
        raise CannotBeUsed
    record("support.agreed", support, by=by, for_whom=support.person)
