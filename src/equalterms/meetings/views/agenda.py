"""The agenda: proposing an item, taking it back, ordering together, putting off, and the other chair's answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from equalterms.meetings.actions.agenda import close_item, propose_item, withdraw_item
from equalterms.meetings.actions.changing import agree_to_change, change_agenda, decline_change, withdraw_change
from equalterms.meetings.forms.agenda import AnswerChangeForm, CloseItemForm, ItemForm, OrderForm, PutOffForm
from equalterms.meetings.forms.planning import ConfirmForm
from equalterms.meetings.models import AgendaChange
from equalterms.meetings.queries.agenda import item_as_member, referral_to_put_on
from equalterms.meetings.queries.changes import change_for, change_page, settling_desk
from equalterms.meetings.queries.meetings import group_as_member
from equalterms.meetings.rules.agenda import check_may_close, check_may_propose, check_may_withdraw
from equalterms.meetings.views.frame import (
    ask,
    carried_out,
    done,
    get_or_post,
    trail_to,
    trail_to_item,
    trail_to_meetings,
    url_of,
    when_in_words,
)
from equalterms.people.drafts import forget, kept_form
from equalterms.people.exceptions import NotVisible
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def propose(request: HttpRequest, key: str) -> HttpResponse:
    group = group_as_member(request.person, key)
    check_may_propose(request.person, group)
    form = kept_form(request, ItemForm)
    if request.method == "POST" and form.is_valid():
        propose_item(group=group, by=request.person, **form.cleaned_data)
        words = _("Your item is proposed. The chairs put it on an agenda together, or say why it waits.")
        return done(request, words, reverse("meetings:waiting", args=[key]))
    return ask(
        request,
        form,
        heading=_("What should the group talk about?"),
        lead=_("Every member can put something on the table."),
        button_text=_("Propose this item"),
        cancel_url=reverse("meetings:of_group", args=[key]),
        trail=trail_to_meetings(group),
    )


@get_or_post
@signed_in
def propose_referral(request: HttpRequest, key: str) -> HttpResponse:
    referral = referral_to_put_on(request.person, key)
    group = referral.to_group
    check_may_propose(request.person, group)
    form = kept_form(request, ItemForm, initial={"title": referral.title, "why": referral.words})
    if request.method == "POST" and form.is_valid():
        propose_item(group=group, by=request.person, referral=referral, **form.cleaned_data)
        return done(request, _("The work is among the items now."), reverse("meetings:waiting", args=[group.key]))
    return ask(
        request,
        form,
        heading=_("Make this work an item"),
        lead=_("%(group)s asked for it.") % {"group": referral.from_group.name},
        button_text=_("Propose this item"),
        cancel_url=reverse("meetings:waiting", args=[group.key]),
        trail=trail_to_meetings(group),
    )


@get_or_post
@signed_in
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    item = item_as_member(request.person, key)
    check_may_withdraw(request.person, item)
    if request.method == "POST":
        withdraw_item(item=item, by=request.person)
        return done(request, _("Your item is taken back."), reverse("meetings:waiting", args=[item.group.key]))
    return ask(
        request,
        ConfirmForm(),
        heading=_("Take your item back?"),
        lead=item.title,
        button_text=_("Take my item back"),
        cancel_url=reverse("meetings:item", args=[key]),
        cancel_text=_("Go back. It stays"),
        trail=trail_to_item(item),
    )


@get_or_post
@signed_in
def close(request: HttpRequest, key: str) -> HttpResponse:
    item = item_as_member(request.person, key)
    check_may_close(request.person, item)
    initial = {"closed": "yes" if item.closed else "no", "because": item.closed_because}
    form = kept_form(request, CloseItemForm, initial=initial)
    if request.method == "POST" and form.is_valid():
        closed = form.cleaned_data["closed"] == "yes"
        close_item(item=item, by=request.person, closed=closed, because=form.cleaned_data["because"])
        return done(request, _("It is settled who sees this item."), reverse("meetings:item", args=[key]))
    return ask(
        request,
        form,
        heading=_("Who sees this item?"),
        lead=item.title,
        button_text=_("Save this"),
        cancel_url=reverse("meetings:item", args=[key]),
        trail=trail_to_item(item),
    )


@get_or_post
@signed_in
def settle(request: HttpRequest, key: str) -> HttpResponse:
    desk = settling_desk(request.person, key)
    meeting = desk.meeting
    put_off = desk.put_off_keys()
    form = kept_form(request, OrderForm, items=desk.items, wished=desk.wished(), put_off=put_off)

    def act() -> AgendaChange | None:
        kept = desk.open_change.put_off if desk.open_change is not None else []
        words = form.cleaned_data["words"]
        return change_agenda(meeting=meeting, by=request.person, lines=form.lines(), put_off=kept, words=words)

    if carried_out(request, form, act):
        if form.outcome is None:
            return done(request, _("Nothing is different, so nothing has changed."), url_of(meeting))
        url = reverse("meetings:change", args=[form.outcome.key])
        return done(request, _("Your change shows to the whole group. It waits for somebody else to agree."), url)
    context = {
        "heading": _("Put the agenda in order"),
        "lead": when_in_words(meeting),
        "trail": trail_to(meeting),
        "form": form,
        "desk": desk,
        "meeting": meeting,
        "put_off_items": [item for item in desk.items if item.key in put_off],
        "button_text": _("Send this to the other chair") if not desk.one_chair else _("Send this to be agreed"),
        "cancel_url": url_of(meeting),
    }
    return render(request, "meetings/settle.html", context)


@get_or_post
@signed_in
def put_off(request: HttpRequest, key: str, item_key: str) -> HttpResponse:
    desk = settling_desk(request.person, key)
    item = next((each for each in desk.items if each.key == item_key), None)
    if item is None:
        raise NotVisible
    meeting = desk.meeting
    form = kept_form(request, PutOffForm)

    def act() -> AgendaChange | None:
        wished = sorted(desk.wished().items(), key=lambda pair: pair[1][0])
        lines = [{"item": each, "minutes": minutes} for each, (_number, minutes) in wished if each != item.key]
        before = desk.open_change.put_off if desk.open_change is not None else []
        until = form.cleaned_data["until"].isoformat()
        new = {"item": item.key, "because": form.cleaned_data["because"], "until": until}
        wishes = [*(each for each in before if each["item"] != item.key), new]
        return change_agenda(meeting=meeting, by=request.person, lines=lines, put_off=wishes)

    if carried_out(request, form, act):
        url = reverse("meetings:change", args=[form.outcome.key])
        return done(request, _("Your wish to put it off shows to the whole group. Somebody else has to agree."), url)
    return ask(
        request,
        form,
        heading=_("Put this item off"),
        lead=item.title,
        button_text=_("Ask to put it off"),
        cancel_url=reverse("meetings:settle", args=[key]),
        trail=trail_to(meeting),
    )


@get_or_post
@signed_in
def show_change(request: HttpRequest, key: str) -> HttpResponse:
    page = change_page(request.person, key)
    form = kept_form(request, AnswerChangeForm) if page.may_agree or request.method == "POST" else None
    if request.method == "POST" and form is not None and form.is_valid():
        if form.cleaned_data["agrees"] == "yes":
            agree_to_change(change=page.change, by=request.person)
            return done(request, _("You agreed. This is the agenda now."), url_of(page.meeting))
        decline_change(change=page.change, by=request.person, why=form.cleaned_data["why"])
        return done(request, _("You did not agree. The agenda stays as it was."), url_of(page.meeting))
    context = {
        "heading": _("A change of the agenda"),
        "lead": f"{page.meeting.title}, {when_in_words(page.meeting)}",
        "trail": trail_to(page.meeting),
        "page": page,
        "change": page.change,
        "meeting": page.meeting,
        "form": form,
        "button_text": _("Send my answer"),
    }
    return render(request, "meetings/change.html", context)


@require_POST
@signed_in
def take_change_back(request: HttpRequest, key: str) -> HttpResponse:
    change = change_for(request.person, key)
    withdraw_change(change=change, by=request.person)
    forget(request, at=reverse("meetings:settle", args=[change.meeting.key]))
    return done(request, _("Your change is taken back. The agenda stays as it was."), url_of(change.meeting))
