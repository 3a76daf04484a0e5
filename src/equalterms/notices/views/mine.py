"""What was said to me, and how I wish to hear."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from equalterms.design.paging import pager_for
from equalterms.notices.actions.wishing import say_wishes
from equalterms.notices.forms.wishes import WishesForm, hour_words, initial_of
from equalterms.notices.kinds import all_kinds
from equalterms.notices.models import Notice, Wishes
from equalterms.notices.queries.mine import notice_for, notices_to
from equalterms.notices.queries.reaching import Reach, reach_of
from equalterms.notices.queries.wishes import wishes_of
from equalterms.notices.vocabulary import MessageState, MessageWay
from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.people.models import Person

ON_A_PAGE = 20


def trail() -> list[tuple[str, str]]:
    return [(_("Me"), reverse("people:me"))]


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    page = Paginator(notices_to(request.person), ON_A_PAGE).get_page(request.GET.get("page"))
    wishes = wishes_of(request.person)
    context = {
        "heading": _("Messages to you"),
        "lead": _("What we sent you stands here too, as long as we keep it: thirteen months."),
        "rows": [(notice, *state_of(notice)) for notice in page],
        "wishes_rows": rows_of(request.person, wishes),
        "pager": pager_for(page, request),
        "trail": trail(),
    }
    return render(request, "notices/mine.html", context)


def state_of(notice: Notice) -> tuple[str, str]:
    """Say to the person how far a notice has come: in words, and in a tone."""
    message = notice.message
    if message is None:
        if notice.due_at is None:
            return _("Only here. You asked us not to send these"), "neutral"
        return _("On its way to you"), "waiting"
    if message.state == MessageState.SENT:
        return sent_words(message.way, by_hand=message.done_by_id is not None), "good"
    if message.state == MessageState.TO_PRINT:
        return _("A letter, soon in the post"), "waiting"
    if message.state == MessageState.TO_CALL:
        return _("Somebody will ring you"), "waiting"
    if message.state in (MessageState.FAILED, MessageState.HELD):
        return _("It could not be sent. Here it is"), "late"
    return _("On its way to you"), "waiting"


def sent_words(way: str, *, by_hand: bool) -> str:
    if by_hand:
        return _("Told by phone") if way == MessageWay.PHONE else _("Posted or handed over")
    return {
        MessageWay.EMAIL: _("Sent by e-mail"),
        MessageWay.TEXT: _("Sent as a text message"),
        MessageWay.LETTER: _("Sent as a letter"),
        MessageWay.SUPPORTER: _("Sent to your supporter"),
    }.get(MessageWay(way), _("Sent"))


def rows_of(person: Person, wishes: Wishes) -> list[tuple[str, ...]]:
    url, change = reverse("notices:wishes"), _("Change")
    quiet = _("None")
    if wishes.quiet_from is not None and wishes.quiet_until is not None:
        since, until = hour_words(wishes.quiet_from), hour_words(wishes.quiet_until)
        quiet = _("From %(since)s until %(until)s") % {"since": since, "until": until}
    rows = [(_("How we reach you"), reach_words(reach_of(person)), url, change), (_("Quiet hours"), quiet, url, change)]
    labels = {kind.code: str(kind.label) for kind in all_kinds()}
    for name, codes in ((_("Together, once a day"), wishes.daily), (_("Not sent"), wishes.stopped)):
        if said := [labels[code] for code in codes if code in labels]:
            rows.append((name, ", ".join(said), url, change))
    return rows


def reach_words(reach: Reach) -> str:
    if not reach.way:
        return _("We do not know. Tell us how, and what waits for you goes on its way.")
    if reach.way == MessageWay.SUPPORTER:
        return _("Through %(name)s, your supporter") % {"name": reach.supporter}
    label = str(MessageWay(reach.way).label)
    if reach.way == MessageWay.LETTER:
        return _("%(way)s, in print of %(points)s points") % {"way": label, "points": reach.points}
    return f"{label}: {reach.address}"


@signed_in
@require_safe
def notice(request: HttpRequest, key: str) -> HttpResponse:
    found = notice_for(request.person, key)
    words, tone = state_of(found)
    context: dict[str, Any] = {
        "heading": found.subject,
        "notice": found,
        "state_words": words,
        "tone": tone,
        "trail": [*trail(), (_("Messages to you"), reverse("notices:mine"))],
    }
    return render(request, "notices/notice.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    form = kept_form(request, WishesForm, initial=initial_of(wishes_of(request.person)))
    if request.method == "POST" and form.is_valid():
        say_wishes(**form.wishes(), by=request.person)
        forget(request)
        messages.success(request, _("Saved. From now on we reach you as you said."))
        return redirect("notices:mine")
    context = {
        "form": form,
        "heading": _("How would you like to hear from us?"),
        "button_text": _("Save"),
        "trail": [*trail(), (_("Messages to you"), reverse("notices:mine"))],
        "cancel_url": reverse("notices:mine"),
    }
    return render(request, "notices/wishes.html", context)
