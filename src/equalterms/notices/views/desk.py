"""The post desk: letters to print, calls to make, what did not arrive, and what went out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from equalterms.design.paging import pager_for
from equalterms.notices.actions.handling import mark_all_done, mark_done, try_again, undo_done
from equalterms.notices.composing import said_by
from equalterms.notices.models import Message
from equalterms.notices.places import Place
from equalterms.notices.queries.desk import (
    desk,
    desk_for,
    letters_to_print,
    message_at_desk,
    notices_in,
    rows_of,
    sent_from,
)
from equalterms.notices.queries.reaching import reach_by
from equalterms.notices.rules import places_kept_by
from equalterms.notices.vocabulary import FOR_HANDS, MessageState, MessageWay
from equalterms.people.exceptions import NotVisible
from equalterms.people.guards import signed_in

ON_A_PAGE = 10


def trail_to(place: Place | None = None) -> list[tuple[str, str]]:
    trail = [(_("Home"), "/"), (_("Post desks"), reverse("notices:desks"))]
    return [*trail, (place.name, reverse("notices:desk", args=[place.key]))] if place is not None else trail


@signed_in
@require_safe
def desks(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": _("Whose post do you look after?"),
        "places": places_kept_by(request.person).values(),
        "trail": [(_("Home"), "/")],
    }
    return render(request, "notices/desks.html", context)


@signed_in
@require_safe
def show_desk(request: HttpRequest, key: str) -> HttpResponse:
    place = desk_for(request.person, key)
    page = Paginator(sent_from(place), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": _("The post of %(place)s") % {"place": place.name},
        "lead": _("What needs your hands comes first. You never see here what is private to somebody."),
        "desk": desk(place),
        "sent": rows_of(list(page), place),
        "pager": pager_for(page, request),
        "trail": trail_to(),
    }
    return render(request, "notices/desk.html", context)


@signed_in
@require_safe
def letters(request: HttpRequest, key: str) -> HttpResponse:
    place = desk_for(request.person, key)
    return print_page(request, place, letters_to_print(place))


@signed_in
@require_safe
def message(request: HttpRequest, key: str) -> HttpResponse:
    """Show what a letter or a call says, to those who bring it. Other messages have no page."""
    found = message_at_desk(request.person, key)
    place = desk_for(request.person, found.place_key)
    if found.way == MessageWay.LETTER and found.state in (MessageState.TO_PRINT, MessageState.SENT):
        return print_page(request, place, [found])
    if found.state not in FOR_HANDS:
        raise NotVisible
    reach = reach_by(found.way, found.to)
    context = {
        "heading": _("Call %(name)s") % {"name": found.to.name},
        "message": found,
        "phone": reach.address,
        "said": said_by(found, notices_in(found), reach),
        "trail": trail_to(place),
    }
    return render(request, "notices/call.html", context)


def print_page(request: HttpRequest, place: Place, found: list[Message]) -> HttpResponse:
    letters = []
    for each in found:
        reach = reach_by(MessageWay.LETTER, each.to)
        letters.append({"message": each, "reach": reach, "said": said_by(each, notices_in(each), reach)})
    context = {
        "heading": ngettext("%(number)s letter to print", "%(number)s letters to print", len(found))
        % {"number": len(found)},
        "letters": letters,
        "place": place,
        "today": timezone.localdate(),
        "back": reverse("notices:desk", args=[place.key]),
    }
    return render(request, "notices/letters.html", context)


@require_POST
@signed_in
def posted(request: HttpRequest, key: str) -> HttpResponse:
    place = desk_for(request.person, key)
    number = mark_all_done(place_key=place.key, keys=request.POST.getlist("letter")[:500], by=request.person)
    words = ngettext("%(number)s letter is marked as posted.", "%(number)s letters are marked as posted.", number)
    messages.success(request, words % {"number": number})
    return redirect("notices:desk", key)


@require_POST
@signed_in
def done(request: HttpRequest, key: str) -> HttpResponse:
    found = mark_done(message=message_at_desk(request.person, key), by=request.person)
    called = found.way == MessageWay.PHONE
    messages.success(request, _("The call is marked as made.") if called else _("The letter is marked as posted."))
    return redirect("notices:desk", found.place_key)


@require_POST
@signed_in
def undo(request: HttpRequest, key: str) -> HttpResponse:
    found = undo_done(message=message_at_desk(request.person, key), by=request.person)
    messages.success(request, _("It is back on the list."))
    return redirect("notices:desk", found.place_key)


@require_POST
@signed_in
def again(request: HttpRequest, key: str) -> HttpResponse:
    found = try_again(message=message_at_desk(request.person, key), by=request.person)
    if found.state == MessageState.HELD:
        messages.error(request, _("We still do not know how to reach %(name)s.") % {"name": found.to.name})
    else:
        messages.success(request, _("It is on its way again."))
    return redirect("notices:desk", found.place_key)
