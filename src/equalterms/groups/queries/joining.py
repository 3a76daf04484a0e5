"""Applications and invitations, for those whom they concern."""

from django.db.models import QuerySet
from django.utils import timezone

from equalterms.groups.models import (
    Application,
    Group,
    GroupInvitation,
    Membership,
    OpenQuestion,
    Principle,
    TermsVersion,
)
from equalterms.groups.queries.groups import group_for
from equalterms.groups.rules import check_may_lead, may_lead, may_see_members
from equalterms.groups.vocabulary import ApplicationState
from equalterms.people import tokens
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


def application_for(person: Person | None, key: str) -> Application:
    """Return an application for the person who made it or for those who answer it."""
    application = Application.objects.select_related("group__organisation", "person").filter(key=key).first()
    if application is None or person is None:
        raise NotVisible
    if application.person_id != person.pk and not may_lead(person, application.group):
        raise NotVisible
    return application


def applications_open_in(group: Group) -> QuerySet[Application]:
    """Return the applications that wait for an answer, oldest first; for those who lead the group."""
    return group.applications.filter(state=ApplicationState.OPEN).select_related("person")


def invitations_open_in(group: Group) -> QuerySet[GroupInvitation]:
    """Return the invitations that can still be used; for those who lead the group."""
    return group.invitations.filter(
        used_at__isnull=True, withdrawn_at__isnull=True, declined_at__isnull=True, expires_at__gt=timezone.now()
    )


def invitation_with(token: str) -> GroupInvitation:
    """Return the invitation that a link belongs to. Whoever has the link may see it; no other link shows anything."""
    found = GroupInvitation.objects.select_related("group__organisation", "invited_by")
    invitation = found.filter(token_digest=tokens.digest(token)).first()
    if invitation is None:
        raise NotVisible
    return invitation


def is_still_good(invitation: GroupInvitation) -> bool:
    over = (invitation.used_at, invitation.withdrawn_at, invitation.declined_at, invitation.group.ended_on)
    return all(moment is None for moment in over) and invitation.expires_at > timezone.now()


def invitation_in(person: Person | None, key: str) -> GroupInvitation:
    """Return an invitation for those who lead its group."""
    invitation = GroupInvitation.objects.select_related("group__organisation").filter(key=key).first()
    if invitation is None or not may_lead(person, invitation.group):
        raise NotVisible
    return invitation


def seat_for(person: Person | None, key: str) -> Membership:
    """Return a seat for those who may see who sits in its group."""
    seat = Membership.objects.select_related("group__organisation", "person").filter(key=key).first()
    if seat is None or not may_see_members(person, seat.group):
        raise NotVisible
    return seat


def principle_for(person: Person | None, key: str) -> Principle:
    principle = Principle.objects.filter(key=key).first()
    if principle is None:
        raise NotVisible
    principle.group = group_for(person, principle.group.key)
    return principle


def question_for(person: Person | None, key: str) -> OpenQuestion:
    question = OpenQuestion.objects.filter(key=key).first()
    if question is None:
        raise NotVisible
    question.group = group_for(person, question.group.key)
    return question


def terms_for(person: Person | None, key: str, number: int) -> TermsVersion:
    """Return one version of a group's terms of reference for those who see the group."""
    group = group_for(person, key)
    terms = group.terms.filter(number=number).first()
    if terms is None:
        raise NotVisible
    terms.group = group
    return terms


def seat_to_change(person: Person | None, key: str) -> Membership:
    """Return a seat that is held today, for somebody who may change it. Raises NotVisible or NotAllowed."""
    seat = seat_for(person, key)
    if seat.until is not None:
        raise NotVisible
    check_may_lead(person, seat.group)
    return seat


def own_seat_for(person: Person | None, key: str) -> Membership:
    """Return one's own seat, also one that was left."""
    seat = Membership.objects.select_related("group__organisation").filter(key=key).first()
    if seat is None or person is None or seat.person_id != person.pk:
        raise NotVisible
    return seat
