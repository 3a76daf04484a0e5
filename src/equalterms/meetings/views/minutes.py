"""After the meeting: the short note, the minutes, their versions, corrections, and approval."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from equalterms.design.dates import in_words
from equalterms.meetings.actions.approving import put_minutes_to_group
from equalterms.meetings.actions.minutes import (
    SomebodyWasQuicker,
    answer_correction,
    approve_minutes,
    propose_correction,
    publish_short_note,
    share_minutes,
    write_minutes,
)
from equalterms.meetings.forms.minutes import (
    AnswerCorrectionForm,
    ApproveForm,
    CorrectionForm,
    MinutesForm,
    PutToGroupForm,
)
from equalterms.meetings.forms.planning import ConfirmForm
from equalterms.meetings.models import MinutesVersion
from equalterms.meetings.queries.meetings import held_on, meeting_to_lead
from equalterms.meetings.queries.minutes import (
    content_of_note,
    correction_for,
    decisions_to_approve_by,
    minutes_page,
    minutes_to_approve,
    minutes_to_correct,
    minutes_to_write,
    sides_in_words,
)
from equalterms.meetings.rules.clock import note_due_on
from equalterms.meetings.rules.minutes import (
    check_may_answer_correction,
    check_may_approve,
    check_may_publish_note,
)
from equalterms.meetings.views.frame import ask, done, get_or_post, trail_to, url_of, when_in_words
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


def minutes_url(key: str) -> str:
    return reverse("meetings:minutes", args=[key])


@get_or_post
@signed_in
def publish_note(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_lead(request.person, key)
    check_may_publish_note(request.person, meeting)
    if request.method == "POST":
        publish_short_note(meeting=meeting, by=request.person)
        return done(request, _("Everybody can read now who was there and what was decided."), url_of(meeting))
    content = content_of_note(meeting)
    return ask(
        request,
        ConfirmForm(),
        heading=_("Publish who was there and what was decided?"),
        lead=_("Everybody can read it by %(day)s. It stays as it is after that.")
        % {"day": in_words(note_due_on(held_on(meeting), meeting.nation), weekday=True)},
        button_text=_("Publish this note"),
        cancel_url=url_of(meeting),
        trail=trail_to(meeting),
        template="meetings/publish_note.html",
        content=content,
        there=sides_in_words(content["there"]),
        meeting=meeting,
    )


@require_safe
def show_minutes(request: HttpRequest, key: str, number: int | None = None) -> HttpResponse:
    page = minutes_page(request.person, key, number)
    context = {
        "heading": _("Minutes"),
        "lead": f"{page.meeting.title}, {when_in_words(page.meeting)}",
        "trail": trail_to(page.meeting),
        "page": page,
        "meeting": page.meeting,
        "version": page.version,
        "minutes": page.minutes,
    }
    return render(request, "meetings/minutes.html", context)


@get_or_post
@signed_in
def write(request: HttpRequest, key: str) -> HttpResponse:
    meeting, minutes, texts = minutes_to_write(request.person, key)
    latest = minutes.versions.first() if minutes is not None else None
    number = latest.number if latest is not None else 0
    form = kept_form(request, MinutesForm, is_first=latest is None, initial={**texts, "base": number})
    quicker: MinutesVersion | None = None
    if request.method == "POST" and form.is_valid():
        try:
            write_minutes(meeting=meeting, by=request.person, **form.cleaned_data)
            return done(request, _("This version of the minutes is saved."), minutes_url(key))
        except SomebodyWasQuicker as conflict:
            quicker = conflict.latest
            form = MinutesForm(is_first=False, initial={**form.cleaned_data, "base": quicker.number if quicker else 0})
    return ask(
        request,
        form,
        heading=_("Write the minutes"),
        lead=f"{meeting.title}, {when_in_words(meeting)}",
        button_text=_("Save this version"),
        cancel_url=url_of(meeting),
        trail=trail_to(meeting),
        template="meetings/write_minutes.html",
        quicker=quicker,
        is_first=latest is None,
    )


@require_POST
@signed_in
def share(request: HttpRequest, key: str) -> HttpResponse:
    minutes = minutes_to_approve(request.person, key)
    share_minutes(minutes=minutes, by=request.person)
    return done(request, _("The members have the minutes now, and can say what is not right."), minutes_url(key))


@get_or_post
@signed_in
def correct(request: HttpRequest, key: str) -> HttpResponse:
    minutes = minutes_to_correct(request.person, key)
    form = kept_form(request, CorrectionForm)
    if request.method == "POST" and form.is_valid():
        propose_correction(minutes=minutes, by=request.person, words=form.cleaned_data["words"])
        return done(
            request, _("Your correction is with those who lead the group. They have to answer it."), minutes_url(key)
        )
    return ask(
        request,
        form,
        heading=_("What is not right in the minutes?"),
        lead=minutes.meeting.title,
        button_text=_("Send my correction"),
        cancel_url=minutes_url(key),
        trail=trail_to(minutes.meeting),
    )


@get_or_post
@signed_in
def show_correction(request: HttpRequest, key: str) -> HttpResponse:
    correction = correction_for(request.person, key)
    check_may_answer_correction(request.person, correction)
    meeting = correction.minutes.meeting
    form = kept_form(request, AnswerCorrectionForm)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        accepted = given["accepted"] == "yes"
        answer_correction(correction=correction, by=request.person, accepted=accepted, answer=given["answer"])
        if accepted:
            words = _("Accepted. Put it into the next version of the minutes.")
            return done(request, words, reverse("meetings:write_minutes", args=[meeting.key]))
        return done(request, _("Your answer stands beside the correction."), minutes_url(meeting.key))
    return ask(
        request,
        form,
        heading=_("A member says that the minutes are not right"),
        lead=_("%(name)s, %(day)s") % {"name": correction.proposed_by.name, "day": in_words(correction.proposed_at)},
        words=correction.words,
        button_text=_("Send this answer"),
        cancel_url=minutes_url(meeting.key),
        trail=trail_to(meeting),
    )


@get_or_post
@signed_in
def approve(request: HttpRequest, key: str) -> HttpResponse:
    minutes = minutes_to_approve(request.person, key)
    check_may_approve(minutes)
    form = kept_form(request, ApproveForm, decisions=decisions_to_approve_by(minutes))
    if request.method == "POST" and form.is_valid():
        approve_minutes(minutes=minutes, by=request.person, taken=form.cleaned_data["taken"])
        return done(
            request,
            _("The minutes are approved. Everybody can read them, and nobody can change them."),
            minutes_url(key),
        )
    return ask(
        request,
        form,
        heading=_("By what did the group approve these minutes?"),
        lead=f"{minutes.meeting.title}, {when_in_words(minutes.meeting)}",
        button_text=_("These minutes are approved"),
        cancel_url=minutes_url(key),
        trail=trail_to(minutes.meeting),
        template="meetings/approve.html",
        minutes=minutes,
    )


@get_or_post
@signed_in
def put_to_group(request: HttpRequest, key: str) -> HttpResponse:
    minutes = minutes_to_approve(request.person, key)
    check_may_approve(minutes)
    form = kept_form(request, PutToGroupForm)
    if request.method == "POST" and form.is_valid():
        put_minutes_to_group(minutes=minutes, by=request.person, closes_at=form.closes_at())
        return done(request, _("The members are asked whether they approve the minutes."), minutes_url(key))
    return ask(
        request,
        form,
        heading=_("Ask the members to approve the minutes"),
        lead=f"{minutes.meeting.title}, {when_in_words(minutes.meeting)}",
        words=_("They answer by the rules of the group's terms of reference. If they agree, the minutes are approved."),
        button_text=_("Ask the members"),
        cancel_url=minutes_url(key),
        trail=trail_to(minutes.meeting),
    )
