"""Invitations, found by the token in their link."""

from django.db.models import QuerySet

from equalterms.people import tokens
from equalterms.people.exceptions import CannotBeUsed
from equalterms.people.models import Invitation, Person


def invitation_by_token(token: str) -> Invitation:
    """Return the invitation of a link that still works. Raises CannotBeUsed for every other, without saying why."""
    usable = Invitation.objects.usable().select_related("organisation", "support__person", "invited_by")
    invitation = usable.filter(digest=tokens.digest(token)).first()
    if invitation is None:
        raise CannotBeUsed
    return invitation


def invitations_open_to(person: Person) -> QuerySet[Invitation]:
    """Return invitations to the person's own address that nobody has used yet."""
    if not person.email:
        return Invitation.objects.none()
    return (
        Invitation.objects.usable()
        .filter(email__iexact=person.email)
        .select_related("organisation", "support__person", "invited_by")
    )


def invitation_to(person: Person, key: str) -> Invitation:
    """Return one invitation to the person's own address. Raises CannotBeUsed when there is none of this key."""
    invitation = invitations_open_to(person).filter(key=key).first()
    if invitation is None:
        raise CannotBeUsed
    return invitation
