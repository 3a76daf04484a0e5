"""Organisations: what everybody may know of them, and what only those in charge of their people see."""

from dataclasses import dataclass

from django.db.models import QuerySet

from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Affiliation, Consent, Invitation, Organisation, Person
from equalterms.people.queries.duties import current_duties
from equalterms.people.rules import may_enter_person, may_see_people_of
from equalterms.people.vocabulary import ConsentKind, InvitationKind


def organisations() -> QuerySet[Organisation]:
    """Return every organisation of this site; that they take part is public."""
    return Organisation.objects.all()


def organisation_named(slug: str) -> Organisation:
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise NotVisible
    return organisation


@dataclass(frozen=True)
class PeopleOfOrganisation:
    """What those in charge of an organisation's people see. Others see nothing, and not that there is something."""

    organisation: Organisation
    duties: list[Affiliation]
    invitations: list[Invitation]
    entered: list[Person]


def people_of(organisation: Organisation, *, viewer: Person | None) -> PeopleOfOrganisation:
    """Return duties, open invitations and entered persons of one organisation. Raises NotVisible for outsiders."""
    sees_staff = may_see_people_of(viewer, organisation)
    sees_entered = may_enter_person(viewer, organisation)
    if not (sees_staff or sees_entered):
        raise NotVisible
    duties = current_duties().filter(organisation=organisation).select_related("person").order_by("person__name")
    open_invitations = Invitation.objects.usable().filter(organisation=organisation, kind=InvitationKind.DUTY)
    return PeopleOfOrganisation(
        organisation,
        list(duties) if sees_staff else [],
        list(open_invitations.select_related("invited_by")) if sees_staff else [],
        list(persons_entered_by(organisation)) if sees_entered else [],
    )


def persons_entered_by(organisation: Organisation) -> QuerySet[Person]:
    """Return persons without e-mail with whom this organisation keeps in touch, with their consent."""
    standing = Consent.objects.filter(organisation=organisation, kind=ConsentKind.ENTERED, taken_back_at=None)
    return Person.objects.filter(pk__in=standing.values("person")).order_by("name")


def entered_person_for(viewer: Person | None, organisation: Organisation, key: str) -> Person:
    """Return a person whom this organisation entered, for its facilitators and administrators only."""
    if not may_enter_person(viewer, organisation):
        raise NotVisible
    person = persons_entered_by(organisation).filter(key=key).first()
    if person is None:
        raise NotVisible
    return person


def duty_for(viewer: Person | None, organisation: Organisation, key: str) -> Affiliation:
    if not may_see_people_of(viewer, organisation):
        raise NotVisible
    affiliation = current_duties().filter(organisation=organisation, key=key).select_related("person").first()
    if affiliation is None:
        raise NotVisible
    return affiliation


def invitation_for(viewer: Person | None, organisation: Organisation, key: str) -> Invitation:
    if not may_see_people_of(viewer, organisation):
        raise NotVisible
    invitation = Invitation.objects.usable().filter(organisation=organisation, key=key).first()
    if invitation is None:
        raise NotVisible
    return invitation
