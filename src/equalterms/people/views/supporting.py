"""My supporters, and the people whom I support."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from equalterms.people.actions import supporting as actions
from equalterms.people.drafts import forget, kept_form
from equalterms.people.forms.supporting import SupporterForm
from equalterms.people.guards import signed_in, themself_only
from equalterms.people.queries import supporting as queries
from equalterms.people.views.me import trail
from equalterms.people.views.sessions import confirm


@signed_in
@require_GET
def supporters(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": _("Your supporters"),
        "lead": _("A supporter can act for you here. Everything they enter counts as yours."),
        "supporters": queries.supporters_of(request.person),
        "past": queries.past_supporters_of(request.person),
        "themself": request.person.entered_by is None,
        "trail": trail(),
    }
    return render(request, "people/supporters.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def name_supporter(request: HttpRequest) -> HttpResponse:
    form = kept_form(request, SupporterForm, own_email=request.person.email or "")
    if request.method == "POST" and form.is_valid():
        actions.name_supporter(person=request.person, **form.cleaned_data, by=request.person)
        forget(request)
        messages.success(request, _("We asked them by e-mail. They can act for you once they say yes."))
        return redirect("people:supporters")
    context = {
        "form": form,
        "heading": _("Who should support you?"),
        "lead": _("Choose somebody whom you trust. You can end it at any time."),
        "button_text": _("Ask them to support me"),
        "trail": [*trail(), (_("Your supporters"), reverse("people:supporters"))],
        "cancel_url": reverse("people:supporters"),
    }
    return render(request, "people/question.html", context)


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def end_support(request: HttpRequest, key: str) -> HttpResponse:
    support = queries.support_for(request.person, key)
    mine = support.person == request.person
    back = reverse("people:supporters" if mine else "people:supporting")
    if request.method == "POST":
        actions.end_support(support=support, by=request.person)
        messages.success(request, _("That has ended."))
        return redirect(back)
    if mine:
        heading = _("Do you want %(name)s to stop supporting you?") % {"name": support.supporter_name}
        words = _("They can no longer act for you, from this moment. What they entered for you stays yours.")
    else:
        heading = _("Do you want to stop supporting %(name)s?") % {"name": support.person.name}
        words = _("You can no longer act for them. Tell them, so that they can ask somebody else.")
    return confirm(request, heading=heading, words=words, button_text=_("Yes, end it"), cancel_url=back)


@signed_in
@require_GET
def supporting(request: HttpRequest) -> HttpResponse:
    """List the people whom the one who is signed in supports, also while they act for one of them."""
    context = {
        "heading": _("People whom you support"),
        "lead": _("While you act for somebody, everything you enter counts as theirs. The ledger says you typed it."),
        "supported": queries.supported_by(request.user),
        "acting": request.signed_in_session.acting_for if request.person != request.user else None,
        "trail": trail(),
    }
    return render(request, "people/supporting.html", context)


@signed_in
@require_POST
def start_acting(request: HttpRequest, key: str) -> HttpResponse:
    support = queries.support_for(request.user, key)
    actions.start_acting(support=support, session=request.signed_in_session, by=request.user)
    messages.success(request, _("You now act for %(name)s.") % {"name": support.person.name})
    return redirect("home:your_turn")


@signed_in
@require_POST
def stop_acting(request: HttpRequest) -> HttpResponse:
    actions.stop_acting(session=request.signed_in_session, by=request.user)
    messages.success(request, _("You act for yourself again."))
    return redirect("people:supporting")
