"""The preparation space. What is typed here is kept nowhere but in what was sent: no drafts, on no device."""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from equalterms.meetings.actions.preparing import (
    answer_carrying,
    answer_note,
    change_note,
    propose_carrying,
    remove_note,
    withdraw_carrying,
    write_note,
)
from equalterms.meetings.forms.preparing import GENERAL, AnswerCarryForm, AnswerForm, CarryForm, NewNoteForm, NoteForm
from equalterms.meetings.models import Meeting
from equalterms.meetings.queries.preparing import (
    carrying_for,
    has_answers,
    items_to_prepare,
    meeting_to_prepare,
    note_to_answer,
    own_note,
    space_of,
)
from equalterms.meetings.rules.preparing import check_may_write_in
from equalterms.meetings.views.frame import ask, carried_out, done, get_or_post, trail_to, when_in_words
from equalterms.people.drafts import text_of
from equalterms.people.guards import signed_in

View = Callable[..., HttpResponse]


def privately(view: View) -> View:
    """Open a view of the space to somebody signed in. What a signed-out person had typed is given back to them in the
    page, to send once more, and not kept as a draft: drafts lie where the database does not guard them."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None and request.method == "POST":
            return give_back(request)
        return signed_in(view)(request, *args, **kwargs)

    return guarded


def give_back(request: HttpRequest) -> HttpResponse:
    get_token(request)
    fields = [(name, value) for name, values in text_of(request.POST).items() for value in values]
    context = {
        "heading": _("Please sign in, then send it once more"),
        "fields": fields,
        "longer": [value for _name, value in fields if " " in value],
        "path": request.path,
    }
    response = render(request, "meetings/preparing_sign_in.html", context, status=403)
    response.headers["Cache-Control"] = "no-store"
    return response


def space_url(meeting: Meeting) -> str:
    return reverse("meetings:preparing", args=[meeting.key])


def trail_in(meeting: Meeting) -> list[tuple[str, str]]:
    return [*trail_to(meeting), (_("Preparing together"), space_url(meeting))]


def ask_in(request: HttpRequest, meeting: Meeting, form: Any, **context: Any) -> HttpResponse:
    """Show a form of the space. Nothing typed into it is kept on the device."""
    context = {"private_no_store": True, **context}
    return ask(request, form, trail=trail_in(meeting), cancel_url=space_url(meeting), **context)


def form_for(request: HttpRequest, form_class: type, **kwargs: Any) -> Any:
    return form_class(request.POST if request.method == "POST" else None, **kwargs)


@require_safe
@privately
def show_space(request: HttpRequest, key: str) -> HttpResponse:
    space = space_of(request.person, key)
    context = {
        "heading": _("Preparing together"),
        "lead": f"{space.meeting.title}, {when_in_words(space.meeting)}",
        "trail": trail_to(space.meeting),
        "space": space,
        "meeting": space.meeting,
    }
    return render(request, "meetings/preparing.html", context)


@get_or_post
@privately
def write(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_prepare(request.person, key)
    check_may_write_in(request.person, meeting)
    initial = {"item": request.GET.get("item", GENERAL)}
    form = form_for(request, NewNoteForm, items=items_to_prepare(meeting), initial=initial)
    if carried_out(request, form, lambda: write_note(meeting=meeting, by=request.person, **form.cleaned_data)):
        shared = form.outcome.shared
        words = _("The members who prepare with you can read it.") if shared else _("It is kept for you alone.")
        return done(request, words, space_url(meeting))
    return ask_in(request, meeting, form, heading=_("What would you like to write?"), button_text=_("Keep this"))


@get_or_post
@privately
def change(request: HttpRequest, key: str) -> HttpResponse:
    note = own_note(request.person, key)
    check_may_write_in(request.person, note.meeting)
    said = {"kind": note.kind, "words": note.words, "shared": "yes" if note.shared else "no"}
    form = form_for(request, NoteForm, initial=said)
    if carried_out(request, form, lambda: change_note(note=note, by=request.person, **form.cleaned_data)):
        return done(request, _("Your words are changed."), space_url(note.meeting))
    return ask_in(request, note.meeting, form, heading=_("Change what you wrote"), button_text=_("Keep this"))


@get_or_post
@privately
def remove(request: HttpRequest, key: str) -> HttpResponse:
    note = own_note(request.person, key)
    if request.method == "POST":
        remove_note(note=note, by=request.person)
        return done(request, _("Your words are gone."), space_url(note.meeting))
    context = {
        "heading": _("Take this back?"),
        "trail": trail_in(note.meeting),
        "note": note,
        "answered": has_answers(request.person, note),
        "cancel_url": space_url(note.meeting),
    }
    return render(request, "meetings/preparing_remove.html", context)


@get_or_post
@privately
def answer(request: HttpRequest, key: str) -> HttpResponse:
    note = note_to_answer(request.person, key)
    check_may_write_in(request.person, note.meeting)
    form = form_for(request, AnswerForm)
    if carried_out(request, form, lambda: answer_note(note=note, by=request.person, **form.cleaned_data)):
        return done(request, _("Your answer is there."), space_url(note.meeting))
    heading = _("Answer %(name)s") % {"name": note.author.name}
    return ask_in(request, note.meeting, form, heading=heading, words=note.words, button_text=_("Send my answer"))


@get_or_post
@privately
def carry(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_prepare(request.person, key)
    check_may_write_in(request.person, meeting)
    initial = {"item": request.GET.get("item", GENERAL)}
    form = form_for(request, CarryForm, items=items_to_prepare(meeting), initial=initial)
    if carried_out(request, form, lambda: propose_carrying(meeting=meeting, by=request.person, **form.cleaned_data)):
        return done(request, _("The others are asked whether they agree."), space_url(meeting))
    return ask_in(
        request,
        meeting,
        form,
        heading=_("What should we carry forward?"),
        lead=_("It leaves this space only when everybody who takes part agrees, and at least two do."),
        button_text=_("Ask the others"),
    )


@get_or_post
@privately
def answer_carry(request: HttpRequest, key: str) -> HttpResponse:
    face = carrying_for(request.person, key)
    meeting = face.proposal.meeting
    check_may_write_in(request.person, meeting)
    given = face.own_answer
    said = {"agrees": "yes" if given.agrees else "no", "named": given.named} if given is not None else {}
    form = form_for(request, AnswerCarryForm, initial=said)

    def act() -> object:
        return answer_carrying(proposal=face.proposal, by=request.person, **form.cleaned_data)

    if carried_out(request, form, act):
        return done(request, _("Your answer is kept."), space_url(meeting))
    return ask_in(
        request,
        meeting,
        form,
        template="meetings/preparing_carry.html",
        heading=_("Do we carry this forward together?"),
        button_text=_("Send my answer"),
        face=face,
    )


@require_POST
@privately
def take_back_carry(request: HttpRequest, key: str) -> HttpResponse:
    face = carrying_for(request.person, key)
    withdraw_carrying(proposal=face.proposal, by=request.person)
    return done(request, _("Your words are taken back."), space_url(face.proposal.meeting))
