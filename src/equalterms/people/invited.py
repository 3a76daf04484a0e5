"""The invitation that a visitor has opened in this session: it lets them sign up where sign-up is closed."""

from django.http import HttpRequest

from equalterms.people.models import Invitation

SLOT = "invitation"


def remember_invitation(request: HttpRequest, invitation: Invitation) -> None:
    request.session[SLOT] = invitation.digest


def forget_invitation(request: HttpRequest) -> None:
    request.session.pop(SLOT, None)


def invitation_waiting(request: HttpRequest) -> Invitation | None:
    """Return the invitation that this visitor opened, if it still works."""
    digest = request.session.get(SLOT)
    return Invitation.objects.usable().filter(digest=digest).first() if digest else None
