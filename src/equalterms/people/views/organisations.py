"""Organisations: their public pages, and who does what for them, for those in charge of that."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from equalterms.design.tables import Table
from equalterms.people.actions import inviting
from equalterms.people.actions import organisations as actions
from equalterms.people.drafts import forget, kept_form
from equalterms.people.exceptions import CannotBeUsed
from equalterms.people.forms.organisations import InvitationForm
from equalterms.people.guards import themself_only
from equalterms.people.models import Organisation, Person
from equalterms.people.queries import organisations as queries
from equalterms.people.rules import (
    check_may_end_duty,
    check_may_invite,
    check_may_revoke,
    may_end_duty,
    may_enter_person,
    may_invite,
    may_see_people_of,
)
from equalterms.people.views.sessions import confirm, link_with_hidden_words
from equalterms.people.vocabulary import Duty


def list_trail() -> list[tuple[str, str]]:
    return [(_("Organisations"), reverse("people:organisations"))]


def trail_of(organisation: Organisation) -> list[tuple[str, str]]:
    page = reverse("people:organisation", args=[organisation.slug])
    return [*list_trail(), (organisation.name, page)]


def people_trail(organisation: Organisation) -> list[tuple[str, str]]:
    return [*trail_of(organisation), (_("People"), reverse("people:organisation_people", args=[organisation.slug]))]


@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": _("Organisations"),
        "lead": _("Those who decide together with people here."),
        "organisations": queries.organisations(),
    }
    return render(request, "people/organisations.html", context)


@require_GET
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.organisation_named(slug)
    context = {
        "heading": found.name,
        "organisation": found,
        "sees_people": may_see_people_of(request.person, found) or may_enter_person(request.person, found),
        "trail": list_trail(),
    }
    return render(request, "people/organisation.html", context)


@themself_only
@require_GET
def people(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.organisation_named(slug)
    seen = queries.people_of(found, viewer=request.person)
    context = {
        "heading": _("People of %(organisation)s") % {"organisation": found},
        "organisation": found,
        "people": seen,
        "duties": duties_table(seen, request.person),
        "may_invite": any(may_invite(request.person, found, duty) for duty in Duty.values),
        "sees_staff": may_see_people_of(request.person, found),
        "may_enter": may_enter_person(request.person, found),
        "trail": trail_of(found),
    }
    return render(request, "people/organisation_people.html", context)


def duties_table(seen: queries.PeopleOfOrganisation, viewer: Person) -> Table:
    """Return who does what, with a way to end what the viewer may end."""
    rows = []
    for duty in seen.duties:
        what = f"{duty.get_duty_display()} ({duty.job_title})" if duty.job_title else duty.get_duty_display()
        end = ""
        if may_end_duty(viewer, duty):
            url = reverse("people:end_duty", args=[seen.organisation.slug, duty.key])
            hidden = f"{duty.person.name}, {duty.get_duty_display()}"
            end = link_with_hidden_words(url, _("End this duty"), hidden)
        rows.append((duty.person.name, what, date_format(duty.since, "j F Y"), end))
    return Table(_("Who does what"), [_("Name"), _("Duty"), _("Since"), _("Change")], rows, caption_hidden=True)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.organisation_named(slug)
    queries.people_of(found, viewer=request.person)
    duties = [duty for duty in Duty.values if may_invite(request.person, found, duty)]
    if not duties:
        check_may_invite(request.person, found, Duty.STAFF)
    form = kept_form(request, InvitationForm, duties=duties)
    if request.method == "POST" and form.is_valid():
        inviting.invite(**form.cleaned_data, organisation=found, by=request.person)
        forget(request)
        words = _("The invitation is on its way to %(email)s.") % {"email": form.cleaned_data["email"]}
        messages.success(request, words)
        return redirect("people:organisation_people", slug=slug)
    context = {
        "form": form,
        "heading": _("Invite somebody"),
        "button_text": _("Send the invitation"),
        "trail": people_trail(found),
        "cancel_url": reverse("people:organisation_people", args=[slug]),
    }
    return render(request, "people/question.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def revoke_invitation(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    found = queries.organisation_named(slug)
    invitation = queries.invitation_for(request.person, found, key)
    check_may_revoke(request.person, invitation)
    back = reverse("people:organisation_people", args=[slug])
    if request.method == "POST":
        try:
            inviting.revoke_invitation(invitation=invitation, by=request.person)
            messages.success(request, _("The invitation is taken back. Its link no longer works."))
        except CannotBeUsed:
            messages.error(request, _("Somebody has just used this invitation."))
        return redirect(back)
    return confirm(
        request,
        heading=_("Do you want to take back the invitation to %(email)s?") % {"email": invitation.email},
        words=_("The link that they got stops working at once."),
        button_text=_("Take the invitation back"),
        cancel_url=back,
    )


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def end_duty(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    found = queries.organisation_named(slug)
    affiliation = queries.duty_for(request.person, found, key)
    check_may_end_duty(request.person, affiliation)
    back = reverse("people:organisation_people", args=[slug])
    if request.method == "POST":
        try:
            actions.end_duty(affiliation=affiliation, by=request.person)
            messages.success(request, _("That duty has ended today."))
        except actions.LastAdministrator:
            messages.error(request, _("An organisation needs an administrator. Invite another one first."))
        return redirect(back)
    return confirm(
        request,
        heading=_("Do you want to end this duty of %(name)s?") % {"name": affiliation.person.name},
        words=_("They stop being %(duty)s of %(organisation)s today. What they did stays.")
        % {"duty": affiliation.get_duty_display().lower(), "organisation": found},
        button_text=_("End this duty"),
        cancel_url=back,
    )
