"""Invitations: what the link shows, and saying yes or no. Every link that does not work looks the same."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from equalterms.people.actions.inviting import accept_invitation, decline_invitation
from equalterms.people.exceptions import CannotBeUsed
from equalterms.people.guards import themself_only
from equalterms.people.invited import forget_invitation, remember_invitation
from equalterms.people.models import Invitation
from equalterms.people.queries.invitations import invitation_by_token, invitation_to
from equalterms.people.vocabulary import InvitationKind


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation to whoever holds its link; let the owner of its address accept it."""
    try:
        found = invitation_by_token(token)
    except CannotBeUsed:
        return does_not_work(request)
    decline_url = reverse("people:decline_invitation", args=[token])
    if request.person is None:
        remember_invitation(request, found)
        query = urlencode({"next": request.path})
        sign_in_url, sign_up_url = (f"{reverse(name)}?{query}" for name in ("account_login", "account_signup"))
        urls = {"sign_in_url": sign_in_url, "sign_up_url": sign_up_url}
        return show(request, found, signed_out=True, decline_url=decline_url, **urls)
    if request.method == "POST":
        return accept(request, found)
    return show(request, found, decline_url=decline_url)


@never_cache
@require_POST
def decline(request: HttpRequest, token: str) -> HttpResponse:
    """Say no, as whoever holds the link: nobody must sign up to be left in peace."""
    try:
        decline_invitation(invitation=invitation_by_token(token), by=request.person)
    except CannotBeUsed:
        return does_not_work(request)
    return declined(request)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def my_invitation(request: HttpRequest, key: str) -> HttpResponse:
    """The same for somebody who found the invitation waiting on their own page."""
    try:
        found = invitation_to(request.person, key)
    except CannotBeUsed:
        return does_not_work(request)
    if request.method == "POST":
        return accept(request, found)
    return show(request, found, decline_url=reverse("people:decline_my_invitation", args=[key]))


@themself_only
@require_POST
def decline_my(request: HttpRequest, key: str) -> HttpResponse:
    """The same for somebody who found the invitation waiting on their own page."""
    try:
        decline_invitation(invitation=invitation_to(request.person, key), by=request.person)
    except CannotBeUsed:
        return does_not_work(request)
    return declined(request)


def declined(request: HttpRequest) -> HttpResponse:
    forget_invitation(request)
    messages.success(request, _("You said no. The invitation is over, and nothing more will come of it."))
    return redirect("/" if request.person is None else "home:your_turn")


def accept(request: HttpRequest, found: Invitation) -> HttpResponse:
    try:
        accept_invitation(invitation=found, by=request.person)
    except CannotBeUsed:
        return does_not_work(request)
    forget_invitation(request)
    if found.kind == InvitationKind.SUPPORT:
        messages.success(request, _("Thank you. You can act for them from now on."))
        return redirect("people:supporting")
    messages.success(request, _("Thank you. You now work for %(name)s here.") % {"name": found.organisation})
    return redirect("people:organisation", slug=found.organisation.slug)


def show(request: HttpRequest, found: Invitation, **more: object) -> HttpResponse:
    if found.kind == InvitationKind.SUPPORT:
        heading = _("%(name)s asks you to be their supporter") % {"name": found.support.person.name}
        button_text = _("Yes, I will support them")
    else:
        heading = _("%(organisation)s invites you") % {"organisation": found.organisation}
        button_text = _("Accept the invitation")
    theirs = request.person is not None and (request.person.email or "").lower() == found.email.lower()
    context = {
        "heading": heading,
        "button_text": button_text,
        "invitation": found,
        "theirs": theirs,
        "is_support": found.kind == InvitationKind.SUPPORT,
        **more,
    }
    return render(request, "people/invitation.html", context)


def does_not_work(request: HttpRequest) -> HttpResponse:
    heading = _("This invitation does not work any more")
    return render(request, "people/invitation_gone.html", {"heading": heading}, status=404)
