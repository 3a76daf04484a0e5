"""Venues: the list, one place with what is known about it, and the form for both."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.dates import in_words
from equalterms.meetings.actions.venues import add_venue, describe_venue
from equalterms.meetings.forms.venues import VenueForm
from equalterms.meetings.models import Venue
from equalterms.meetings.queries.venues import (
    organisations_to_keep_venues_of,
    venue_for,
    venue_to_keep,
    venues_visible_to,
)
from equalterms.meetings.rules.venues import may_keep_venues
from equalterms.meetings.views.frame import ask, done, get_or_post
from equalterms.meetings.vocabulary import VENUE_FACTS
from equalterms.people.drafts import kept_form
from equalterms.people.exceptions import NotAllowed
from equalterms.people.guards import signed_in


def trail() -> list[tuple[str, str]]:
    return [(_("Home"), "/"), (_("Venues"), reverse("meetings:venues"))]


def facts_in_words(venue: Venue) -> list[tuple[str, str]]:
    """Return each fact about a place with yes, no or not known."""
    words = {True: _("Yes"), False: _("No"), None: _("Not known")}
    labels = {name: str(Venue._meta.get_field(name).verbose_name) for name in VENUE_FACTS}
    return [(labels[name][:1].upper() + labels[name][1:], words[getattr(venue, name)]) for name in VENUE_FACTS]


@require_safe
def show_venues(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": _("Venues"),
        "lead": _("Places where groups meet, and what is known about getting in and being there."),
        "trail": trail()[:1],
        "venues": venues_visible_to(request.person).order_by("organisation__name", "name"),
        "may_add": organisations_to_keep_venues_of(request.person).exists(),
    }
    return render(request, "meetings/venues.html", context)


@require_safe
def show_venue(request: HttpRequest, key: str) -> HttpResponse:
    venue = venue_for(request.person, key)
    looked = in_words(venue.looked_at_on) if venue.looked_at_on is not None else ""
    context = {
        "heading": venue.name,
        "lead": venue.organisation.name,
        "trail": trail(),
        "venue": venue,
        "rows": facts_in_words(venue),
        "looked": looked,
        "may_keep": may_keep_venues(request.person, venue.organisation),
    }
    return render(request, "meetings/venue.html", context)


@get_or_post
@signed_in
def add(request: HttpRequest) -> HttpResponse:
    organisations = organisations_to_keep_venues_of(request.person)
    if not organisations.exists():
        raise NotAllowed(_("Only people who organise meetings can add venues."))
    form = kept_form(request, VenueForm, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        venue = add_venue(organisation=form.cleaned_data["organisation"], by=request.person, **form.said())
        return done(request, _("The venue is on the list."), reverse("meetings:venue", args=[venue.key]))
    return ask(
        request,
        form,
        heading=_("Add a venue"),
        lead=_("Say what you know. “Not known” is an honest answer."),
        button_text=_("Add this venue"),
        cancel_url=reverse("meetings:venues"),
        trail=trail(),
    )


@get_or_post
@signed_in
def describe(request: HttpRequest, key: str) -> HttpResponse:
    venue = venue_to_keep(request.person, key)
    url = reverse("meetings:venue", args=[key])
    form = kept_form(request, VenueForm, venue=venue)
    if request.method == "POST" and form.is_valid():
        describe_venue(venue=venue, by=request.person, **form.said())
        return done(request, _("What is known about the venue is saved."), url)
    return ask(
        request,
        form,
        heading=_("What is it like there now?"),
        lead=venue.name,
        button_text=_("Save this"),
        cancel_url=url,
        trail=[*trail(), (venue.name, url)],
    )
