"""The two doors that somebody opens: applications and invitations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from equalterms.design.dates import in_words
from equalterms.groups.actions.applying import (
    accept_application,
    apply_to_group,
    decline_application,
    withdraw_application,
)
from equalterms.groups.actions.inviting import (
    accept_invitation,
    decline_invitation,
    invite_member,
    withdraw_invitation,
)
from equalterms.groups.forms.seats import AnswerApplicationForm, ApplyForm, InviteForm
from equalterms.groups.queries.groups import group_for, group_to_administer
from equalterms.groups.queries.joining import (
    application_for,
    invitation_in,
    invitation_with,
    is_still_good,
)
from equalterms.groups.rules import WouldBreakComposition, check_may_apply, check_may_lead, may_lead, may_see_members
from equalterms.groups.views.frame import ask, done, get_or_post, or_warn, trail_to, url_of
from equalterms.groups.views.seats import why_no_seat_now
from equalterms.groups.vocabulary import ApplicationState
from equalterms.people.drafts import forget, kept_form
from equalterms.people.exceptions import NotAllowed
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def apply(request: HttpRequest, key: str) -> HttpResponse:
    group = group_for(request.person, key)
    check_may_apply(request.person, group)
    form = kept_form(request, ApplyForm, group=group, person=request.person)
    if request.method == "POST" and form.is_valid():
        application = apply_to_group(group=group, by=request.person, **form.cleaned_data)
        words = _("Your application has been sent. The answer comes to your page “Your turn”.")
        return done(request, words, reverse("groups:application", args=[application.key]))
    return ask(
        request,
        form,
        group=group,
        heading=_("Apply to join %(group)s") % {"group": group.name},
        lead=_("Somebody who leads the group answers you."),
        button_text=_("Send my application"),
    )


@get_or_post
@signed_in
def show_application(request: HttpRequest, key: str) -> HttpResponse:
    application = application_for(request.person, key)
    group = application.group
    answers = may_lead(request.person, group) and application.person_id != request.person.pk
    form = None
    if request.method == "POST":
        check_may_lead(request.person, group)
    if answers and application.state == ApplicationState.OPEN:
        form = kept_form(request, AnswerApplicationForm)
    if request.method == "POST" and form is not None and form.is_valid():
        said = {"application": application, "by": request.person, "answer": form.cleaned_data["answer"]}
        accepted = form.cleaned_data["response"] == "accept"
        _application, warning = or_warn(
            request,
            group,
            lambda despite: accept_application(**said, despite=despite) if accepted else decline_application(**said),
            cancel_url=request.path,
        )
        return warning or done(request, _("Your answer has been sent."), reverse("groups:members", args=[group.key]))
    context = {
        "heading": _("Application to %(group)s") % {"group": group.name},
        "trail": [(_("Home"), "/"), (_("Your turn"), reverse("home:your_turn"))] if not answers else trail_to(group),
        "application": application,
        "rows": [
            (_("Who"), application.person.name),
            (_("Would take part as"), application.get_capacity_display()),
            (_("Applied on"), in_words(application.made_at)),
        ],
        "group": group,
        "own": application.person_id == request.person.pk,
        "form": form,
        "button_text": _("Send this answer"),
    }
    return render(request, "groups/application.html", context)


@require_POST
@signed_in
def take_application_back(request: HttpRequest, key: str) -> HttpResponse:
    application = application_for(request.person, key)
    withdraw_application(application=application, by=request.person)
    return done(request, _("Your application is taken back."), reverse("groups:application", args=[key]))


@get_or_post
@signed_in
def invite(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    form = kept_form(request, InviteForm, group=group)
    if request.method == "POST" and form.is_valid():
        made, warning = or_warn(
            request,
            group,
            lambda despite: invite_member(group=group, by=request.person, despite=despite, **form.cleaned_data),
        )
        if made is None:
            return warning
        invitation, link = made
        after = reverse("groups:members", args=[key]) if may_see_members(request.person, group) else url_of(group)
        if invitation.email:
            words = _("We are sending the invitation to %(email)s.") % {"email": invitation.email}
            return done(request, words, after)
        forget(request)  # the link is kept nowhere, so it is shown in this answer and never again
        context = {"heading": _("The invitation is ready"), "invitation": invitation, "link": link, "after": after}
        return render(request, "groups/invitation_link.html", {**context, "trail": trail_to(group)})
    return ask(
        request,
        form,
        group=group,
        heading=_("Invite somebody to %(group)s") % {"group": group.name},
        lead=_("They get a link. It works once and for two weeks."),
        button_text=_("Send the invitation"),
    )


@require_POST
@signed_in
def withdraw_invited(request: HttpRequest, key: str) -> HttpResponse:
    invitation = invitation_in(request.person, key)
    withdraw_invitation(invitation=invitation, by=request.person)
    members = reverse("groups:members", args=[invitation.group.key])
    return done(request, _("The invitation no longer works."), members)


@require_safe
def show_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation to whoever has its link. Opening it changes nothing: mail programs open links too."""
    invitation = invitation_with(token)
    context = {
        "heading": _("An invitation to %(group)s") % {"group": invitation.group.name},
        "invitation": invitation,
        "group": invitation.group,
        "token": token,
        "still_good": is_still_good(invitation),
        "is_mine": request.person is not None and invitation.used_by_id == request.person.pk,
    }
    response = render(request, "groups/invitation.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@get_or_post
@signed_in
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Take the seat. A GET comes from signing in on the way; it leads back to the invitation."""
    invitation = invitation_with(token)
    page = reverse("groups:invitation", args=[token])
    if request.method != "POST":
        return redirect(page)
    try:
        accept_invitation(invitation=invitation, by=request.person)
    except WouldBreakComposition as warning:
        asked = _("Ask %(name)s, who invited you.") % {"name": invitation.invited_by.name}
        raise NotAllowed(f"{why_no_seat_now(warning)} {asked}") from warning
    return done(request, _("Welcome to %(group)s.") % {"group": invitation.group.name}, url_of(invitation.group))


@require_POST
def decline(request: HttpRequest, token: str) -> HttpResponse:
    invitation = invitation_with(token)
    decline_invitation(invitation=invitation, by=request.person)
    return redirect(reverse("groups:invitation", args=[token]))
