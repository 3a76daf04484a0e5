"""Seats: joining a public group, changing and ending a seat, being named, and leaving in three steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.groups.actions.seats import change_seat, choose_naming, end_seat, join_group, leave_group
from equalterms.groups.forms.seats import (
    EmptyForm,
    EndSeatForm,
    HandoverForm,
    JoinForm,
    LeavingReasonForm,
    NamingForm,
    SeatForm,
)
from equalterms.groups.models import Group
from equalterms.groups.queries.groups import group_for
from equalterms.groups.queries.joining import own_seat_for, seat_to_change
from equalterms.groups.rules import WouldBreakComposition, check_may_join, check_may_leave
from equalterms.groups.views.frame import ask, done, get_or_post, or_warn, url_of
from equalterms.people.drafts import draft_for, forget, keep, kept_form
from equalterms.people.exceptions import NotVisible
from equalterms.people.guards import signed_in

STEPS = {"handover": HandoverForm, "why": LeavingReasonForm}


@get_or_post
@signed_in
def join(request: HttpRequest, key: str) -> HttpResponse:
    group = group_for(request.person, key)
    check_may_join(request.person, group)
    form = kept_form(request, JoinForm, group=group, person=request.person)
    if request.method == "POST" and form.is_valid():
        try:
            join_group(group=group, by=request.person, capacity=form.cleaned_data["capacity"])
            return done(request, _("You have joined %(group)s.") % {"group": group.name}, url_of(group))
        except WouldBreakComposition as warning:
            form.add_error("capacity", why_no_seat_now(warning))
    return ask(
        request,
        form,
        group=group,
        heading=_("Join %(group)s") % {"group": group.name},
        button_text=_("Join this group"),
    )


def why_no_seat_now(warning: WouldBreakComposition) -> str:
    """Say why a seat in this capacity cannot be taken at the moment."""
    words = _("There is no free seat of this kind at the moment. %(rule)s After this: %(after)s")
    return words % {"rule": warning.after.rule_in_words, "after": warning.after.in_words}


@get_or_post
@signed_in
def change(request: HttpRequest, key: str) -> HttpResponse:
    seat = seat_to_change(request.person, key)
    form = kept_form(request, SeatForm, group=seat.group, seat=seat)
    members = reverse("groups:members", args=[seat.group.key])
    if request.method == "POST" and form.is_valid():
        _seat, warning = or_warn(
            request,
            seat.group,
            lambda despite: change_seat(seat=seat, by=request.person, despite=despite, **form.cleaned_data),
            cancel_url=members,
        )
        return warning or done(request, _("The seat has been changed."), members)
    return ask(
        request,
        form,
        group=seat.group,
        heading=_("The seat of %(name)s") % {"name": seat.person.name},
        button_text=_("Change this seat"),
        cancel_url=members,
    )


@get_or_post
@signed_in
def end(request: HttpRequest, key: str) -> HttpResponse:
    seat = seat_to_change(request.person, key)
    form = kept_form(request, EndSeatForm)
    members = reverse("groups:members", args=[seat.group.key])
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        _seat, warning = or_warn(
            request,
            seat.group,
            lambda despite: end_seat(seat=seat, by=request.person, reason=reason, despite=despite),
            cancel_url=members,
        )
        return warning or done(request, _("The seat has ended."), members)
    return ask(
        request,
        form,
        group=seat.group,
        heading=_("End the seat of %(name)s") % {"name": seat.person.name},
        button_text=_("End this seat"),
        button_kind="warning",
        cancel_url=members,
    )


@get_or_post
@signed_in
def naming(request: HttpRequest, key: str) -> HttpResponse:
    seat = own_seat_for(request.person, key)
    initial = {"named": "yes" if seat.named_in_public else "no"}
    form = kept_form(request, NamingForm, initial=initial)
    if request.method == "POST" and form.is_valid():
        choose_naming(seat=seat, by=request.person, named=form.cleaned_data["named"] == "yes")
        return done(request, _("Your choice is kept."), url_of(seat.group))
    return ask(
        request,
        form,
        group=seat.group,
        heading=_("Your name in public"),
        button_text=_("Keep my choice"),
    )


@get_or_post
@signed_in
def leave(request: HttpRequest, key: str, step: str) -> HttpResponse:
    """Ask one of the two questions for somebody who leaves; what they say is kept until they confirm."""
    group = group_for(request.person, key)
    if step not in STEPS:
        raise NotVisible
    check_may_leave(request.person, group)
    form = kept_form(request, STEPS[step])
    after = "why" if step == "handover" else "check"
    if request.method == "POST" and form.is_valid():
        forget(request)
        keep(request)
        return redirect(step_url(group, after))
    handing_over = step == "handover"
    return ask(
        request,
        form,
        group=group,
        heading=_("What should the others know?") if handing_over else _("Why do you leave?"),
        lead=_("Leaving %(group)s, question %(n)s of 2") % {"group": group.name, "n": 1 if handing_over else 2},
        button_text=_("Continue"),
        cancel_text=_("Stay in the group"),
    )


@get_or_post
@signed_in
def confirm_leaving(request: HttpRequest, key: str) -> HttpResponse:
    group = group_for(request.person, key)
    check_may_leave(request.person, group)
    handover = kept_words(request, step_url(group, "handover"), "handover")
    because = kept_words(request, step_url(group, "why"), "because")
    if request.method == "POST":
        leave_group(group=group, by=request.person, handover=handover, because=because)
        for step in STEPS:
            forget(request, at=step_url(group, step))
        words = _("You have left %(group)s. Thank you for your time.") % {"group": group.name}
        return done(request, words, reverse("groups:list"))
    rows = [
        (_("Handover"), handover or _("Nothing"), step_url(group, "handover"), _("Change")),
        (_("Why you leave"), because or _("You have not said"), step_url(group, "why"), _("Change")),
    ]
    return ask(
        request,
        EmptyForm(),
        group=group,
        template="groups/check_leaving.html",
        heading=_("Leave %(group)s?") % {"group": group.name},
        button_text=_("Leave this group"),
        button_kind="warning",
        cancel_text=_("Stay in the group"),
        rows=rows,
    )


def step_url(group: Group, step: str) -> str:
    if step == "check":
        return reverse("groups:confirm_leaving", args=[group.key])
    return reverse("groups:leave", args=[group.key, step])


def kept_words(request: HttpRequest, path: str, name: str) -> str:
    """Return what this person said at an earlier step."""
    draft = draft_for(request, path)
    return " ".join(draft.fields.get(name, [])).strip() if draft is not None else ""
