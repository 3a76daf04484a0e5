"""People without e-mail: entered by a facilitator with their consent, with the supporters whom they name."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from equalterms.people.actions import joining, supporting
from equalterms.people.drafts import forget, kept_form
from equalterms.people.exceptions import NotVisible
from equalterms.people.forms.supporting import EndSupportForm, EnterPersonForm, SupporterWithConsentForm
from equalterms.people.guards import themself_only
from equalterms.people.queries.organisations import entered_person_for, organisation_named
from equalterms.people.queries.supporting import past_supporters_of, supporters_of
from equalterms.people.rules import may_enter_person
from equalterms.people.views.organisations import people_trail
from equalterms.people.views.sessions import confirm


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def enter_person(request: HttpRequest, slug: str) -> HttpResponse:
    found = organisation_named(slug)
    if not may_enter_person(request.person, found):
        raise NotVisible
    form = kept_form(request, EnterPersonForm)
    if request.method == "POST" and form.is_valid():
        person = joining.enter_person(**form.cleaned_data, organisation=found, by=request.person)
        forget(request)
        messages.success(request, _("%(name)s is entered. They can now name a supporter.") % {"name": person.name})
        return redirect("people:entered_person", slug=slug, key=person.key)
    context = {
        "form": form,
        "heading": _("Enter somebody who has no e-mail address"),
        "lead": _("Explain first what this site is and what is kept about them. Enter them only when they say yes."),
        "button_text": _("Enter this person"),
        "trail": people_trail(found),
        "cancel_url": reverse("people:organisation_people", args=[slug]),
    }
    return render(request, "people/question.html", context)


@themself_only
@require_GET
def entered_person(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    found = organisation_named(slug)
    person = entered_person_for(request.person, found, key)
    context = {
        "heading": person.name,
        "entered": person,
        "entered_rows": [
            (_("How to address them"), person.addressed),
            (_("Phone number"), person.phone or _("None")),
            (_("Entered for"), found.name),
        ],
        "organisation": found,
        "consents": person.consents.select_related("recorded_by"),
        "supporters": supporters_of(person),
        "past": past_supporters_of(person),
        "trail": people_trail(found),
    }
    return render(request, "people/entered_person.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def supporter_of_entered(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    found = organisation_named(slug)
    person = entered_person_for(request.person, found, key)
    page = reverse("people:entered_person", args=[slug, key])
    form = kept_form(request, SupporterWithConsentForm)
    if request.method == "POST" and form.is_valid():
        supporting.name_supporter(person=person, **form.cleaned_data, by=request.person)
        forget(request)
        messages.success(request, _("We asked the supporter by e-mail. They can act once they say yes."))
        return redirect(page)
    context = {
        "form": form,
        "heading": _("Whom does %(name)s want as supporter?") % {"name": person.name},
        "button_text": _("Ask this supporter"),
        "trail": [*people_trail(found), (person.name, page)],
        "cancel_url": page,
    }
    return render(request, "people/question.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def end_support_of_entered(request: HttpRequest, slug: str, key: str, support_key: str) -> HttpResponse:
    """Record that a person said, for example by phone, that a supporter should stop."""
    found = organisation_named(slug)
    person = entered_person_for(request.person, found, key)
    support = supporters_of(person).filter(key=support_key).first()
    if support is None:
        raise NotVisible
    page = reverse("people:entered_person", args=[slug, key])
    form = EndSupportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        supporting.end_support(support=support, by=request.person, way=form.cleaned_data["way"])
        messages.success(request, _("That has ended."))
        return redirect(page)
    names = {"supporter": support.supporter_name, "name": person.name}
    return confirm(
        request,
        heading=_("Does %(name)s want %(supporter)s to stop supporting them?") % names,
        words=_("%(supporter)s can no longer act for %(name)s, from this moment.") % names,
        button_text=_("Yes, end it"),
        cancel_url=page,
        form=form,
    )
