"""Planning a meeting, moving it, calling it and cancelling it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.meetings.actions.planning import call_meeting, cancel_meeting, move_meeting, plan_meeting
from equalterms.meetings.forms.planning import CancelForm, ConfirmForm, MeetingForm, MoveForm
from equalterms.meetings.queries.meetings import group_to_plan_for, meeting_to_lead
from equalterms.meetings.queries.venues import venues_to_meet_at
from equalterms.meetings.rules.leading import check_to_come
from equalterms.meetings.views.frame import ask, done, get_or_post, trail_to, trail_to_meetings, url_of, when_in_words
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def plan(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_plan_for(request.person, key)
    form = kept_form(request, MeetingForm, venues=venues_to_meet_at(group.organisation))
    if request.method == "POST" and form.is_valid():
        meeting = plan_meeting(group=group, by=request.person, **form.facts())
        return done(request, _("The meeting is planned. Now everybody can propose items."), url_of(meeting))
    return ask(
        request,
        form,
        heading=_("Plan a meeting"),
        lead=group.name,
        button_text=_("Plan this meeting"),
        cancel_url=reverse("meetings:of_group", args=[key]),
        trail=trail_to_meetings(group),
        template="meetings/plan.html",
    )


@get_or_post
@signed_in
def move(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_lead(request.person, key)
    check_to_come(request.person, meeting)
    form = kept_form(request, MoveForm, venues=venues_to_meet_at(meeting.group.organisation), meeting=meeting)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["because"]
        move_meeting(meeting=meeting, by=request.person, because=because, **form.facts())
        return done(request, _("The meeting is changed. The reason stands on its page."), url_of(meeting))
    return ask(
        request,
        form,
        heading=_("Move or change the meeting"),
        lead=_("Now it is %(when)s.") % {"when": when_in_words(meeting)},
        button_text=_("Change this meeting"),
        cancel_url=url_of(meeting),
        trail=trail_to(meeting),
        template="meetings/plan.html",
    )


@get_or_post
@signed_in
def call(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_lead(request.person, key)
    check_to_come(request.person, meeting)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST":
        call_meeting(meeting=meeting, by=request.person)
        return done(request, _("The meeting is called."), url_of(meeting))
    return ask(
        request,
        form,
        heading=_("Call this meeting?"),
        lead=when_in_words(meeting),
        words=_(
            "Its day is fixed from now on, and the members are asked to come. You can still move it, with a reason."
        ),
        button_text=_("Call the meeting"),
        cancel_url=url_of(meeting),
        cancel_text=_("Not yet"),
        trail=trail_to(meeting),
    )


@get_or_post
@signed_in
def cancel(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_lead(request.person, key)
    check_to_come(request.person, meeting)
    form = kept_form(request, CancelForm)
    if request.method == "POST" and form.is_valid():
        cancel_meeting(meeting=meeting, by=request.person, because=form.cleaned_data["because"])
        return done(request, _("The meeting is cancelled. Its items wait for the next one."), url_of(meeting))
    return ask(
        request,
        form,
        heading=_("Cancel this meeting?"),
        lead=when_in_words(meeting),
        words=_("The page of the meeting stays, with your reason. The items on its agenda wait for the next meeting."),
        button_text=_("Cancel this meeting"),
        button_kind="warning",
        cancel_url=url_of(meeting),
        cancel_text=_("Go back. It takes place"),
        trail=trail_to(meeting),
    )
