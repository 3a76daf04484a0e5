"""The meeting while it goes on: beginning, attendance, the note of each item, decisions, actions, and the end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.groups.queries.membership import members_on
from equalterms.meetings.actions.holding import (
    agree_action,
    begin_meeting,
    end_meeting,
    finish_item,
    note_attendance,
    take_decision,
)
from equalterms.meetings.actions.noting import write_note
from equalterms.meetings.forms.holding import (
    AgreedActionForm,
    AttendanceForm,
    FinishItemForm,
    NoteForm,
    TakenDecisionForm,
)
from equalterms.meetings.forms.planning import ConfirmForm
from equalterms.meetings.queries.agenda import item_as_member
from equalterms.meetings.queries.holding import note_desk, room_of, seats_to_note, sides_counted
from equalterms.meetings.queries.meetings import meeting_to_lead
from equalterms.meetings.queries.minutes import sides_in_words
from equalterms.meetings.rules.holding import check_may_begin, check_may_take, check_may_write_note
from equalterms.meetings.rules.leading import check_under_way
from equalterms.meetings.views.frame import ask, done, get_or_post, trail_to, trail_to_item, url_of, when_in_words
from equalterms.people.drafts import forget, keep, kept_form
from equalterms.people.guards import signed_in
from equalterms.people.models import Person


def room_url(key: str, item_key: str = "") -> str:
    """Return the address of a meeting that goes on, at one item if it is named."""
    return reverse("meetings:room", args=[key]) + (f"#item-{item_key}" if item_key else "")


@get_or_post
@signed_in
def begin(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_lead(request.person, key)
    check_may_begin(request.person, meeting)
    if request.method == "POST":
        begin_meeting(meeting=meeting, by=request.person)
        return done(request, _("The meeting has begun. Note first who is there."), room_url(key))
    return ask(
        request,
        ConfirmForm(),
        heading=_("Begin the meeting?"),
        lead=f"{meeting.title}, {when_in_words(meeting)}",
        words=_("From now on the agenda stays as it is, and you can note who is there and what is said."),
        button_text=_("Begin the meeting"),
        cancel_url=url_of(meeting),
        cancel_text=_("Not yet"),
        trail=trail_to(meeting),
    )


@require_safe
@signed_in
def show_room(request: HttpRequest, key: str) -> HttpResponse:
    room = room_of(request.person, key)
    context = {
        "heading": room.meeting.title,
        "lead": room.meeting.get_state_display(),
        "trail": trail_to(room.meeting),
        "room": room,
        "meeting": room.meeting,
        "there": sides_in_words(sides_counted(room.attendances)),
    }
    return render(request, "meetings/room.html", context)


@get_or_post
@signed_in
def attendance(request: HttpRequest, key: str) -> HttpResponse:
    meeting, seats = seats_to_note(request.person, key)
    form = kept_form(request, AttendanceForm, seats=seats)
    if request.method == "POST" and form.is_valid():
        note_attendance(meeting=meeting, by=request.person, how=form.how())
        return done(request, _("It is noted who takes part."), room_url(key))
    return ask(
        request,
        form,
        heading=_("Who takes part, and how?"),
        lead=meeting.title,
        words=_("Only members see the names. Everybody else sees how many were there from each side."),
        button_text=_("Save who takes part"),
        cancel_url=room_url(key),
        trail=trail_to(meeting),
    )


@get_or_post
@signed_in
def note(request: HttpRequest, key: str) -> HttpResponse:
    desk = note_desk(request.person, key)
    check_may_write_note(request.person, desk.item)
    initial = {"text": desk.text, "base": desk.number}
    form = kept_form(request, NoteForm, aside=desk.aside, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        written = write_note(
            item=desk.item,
            by=request.person,
            text=given["text"],
            base=given["base"],
            brings_in=given.get("brings_in", ()),
        )
        if written.aside is None:
            return done(request, _("The note is saved."), room_url(desk.item.meeting.key, desk.item.key))
        forget(request)
        return show_both(request, key, written.aside.key)
    return show_note(request, form, desk)


def show_both(request: HttpRequest, key: str, own: str) -> HttpResponse:
    """Show both texts: somebody else was quicker. The form holds one's own text, to be sent over theirs."""
    desk = note_desk(request.person, key)
    mine = next(each for each in desk.aside if each.key == own)
    initial = {"text": mine.text, "base": desk.number, "brings_in": [own]}
    form = NoteForm(aside=desk.aside, initial=initial)
    keep(request, {"text": mine.text, "base": str(desk.number), "brings_in": own})
    return show_note(request, form, desk, own=own)


def show_note(request: HttpRequest, form: NoteForm, desk: object, own: str = "") -> HttpResponse:
    item = desk.item  # type: ignore[attr-defined]
    return ask(
        request,
        form,
        heading=_("Note: %(title)s") % {"title": item.title},
        lead="",
        button_text=_("Save this note"),
        cancel_url=room_url(item.meeting.key, item.key),
        trail=trail_to(item.meeting),
        template="meetings/note.html",
        desk=desk,
        own=own,
        conflict=bool(own),
    )


@get_or_post
@signed_in
def finish(request: HttpRequest, key: str) -> HttpResponse:
    item = item_as_member(request.person, key)
    check_may_take(request.person, item)
    form = kept_form(request, FinishItemForm, initial={"spent_minutes": item.spent_minutes or item.minutes})
    if request.method == "POST" and form.is_valid():
        finish_item(item=item, by=request.person, **form.cleaned_data)
        return done(request, _("This item has been dealt with."), room_url(item.meeting.key))
    return ask(
        request,
        form,
        heading=_("Is this item done?"),
        lead=item.title,
        button_text=_("Yes, it is done"),
        cancel_url=room_url(item.meeting.key, key),
        trail=trail_to_item(item),
    )


@get_or_post
@signed_in
def decide(request: HttpRequest, key: str) -> HttpResponse:
    item = item_as_member(request.person, key)
    check_may_take(request.person, item)
    form = kept_form(request, TakenDecisionForm)
    if request.method == "POST" and form.is_valid():
        take_decision(item=item, by=request.person, **form.cleaned_data)
        return done(request, _("The decision is written down."), room_url(item.meeting.key, key))
    return ask(
        request,
        form,
        heading=_("What did the group decide?"),
        lead=item.title,
        button_text=_("Write this decision down"),
        cancel_url=room_url(item.meeting.key, key),
        trail=trail_to_item(item),
    )


@get_or_post
@signed_in
def agree(request: HttpRequest, key: str) -> HttpResponse:
    item = item_as_member(request.person, key)
    check_may_take(request.person, item)
    seats = members_on(item.group, timezone.localdate()).order_by().values("person")
    people = Person.objects.filter(pk__in=seats).order_by("name", "pk")
    form = kept_form(request, AgreedActionForm, people=people)
    if request.method == "POST" and form.is_valid():
        agree_action(item=item, by=request.person, **form.cleaned_data)
        words = _("The action is written down. It will stand on the first page of who does it.")
        return done(request, words, room_url(item.meeting.key, key))
    return ask(
        request,
        form,
        heading=_("Who does what, by when?"),
        lead=item.title,
        button_text=_("Write this action down"),
        cancel_url=room_url(item.meeting.key, key),
        trail=trail_to_item(item),
    )


@get_or_post
@signed_in
def end(request: HttpRequest, key: str) -> HttpResponse:
    meeting = meeting_to_lead(request.person, key)
    check_under_way(request.person, meeting)
    if request.method == "POST":
        end_meeting(meeting=meeting, by=request.person)
        words = _("The meeting is over. Now everybody can be told who was there and what was decided.")
        return done(request, words, url_of(meeting))
    room = room_of(request.person, key)
    return ask(
        request,
        ConfirmForm(),
        heading=_("End the meeting?"),
        lead=meeting.title,
        button_text=_("End the meeting"),
        cancel_url=room_url(key),
        cancel_text=_("Go back to the meeting"),
        trail=trail_to(meeting),
        template="meetings/end.html",
        left=[kept.item for kept in room.items if kept.item.state != "done"],
    )
