"""Your turn: the first page after signing in."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from equalterms.groups.queries.membership import memberships_of
from equalterms.home.queries.turn import happened_for, waiting_for
from equalterms.people.guards import signed_in
from equalterms.people.queries.supporting import supported_by
from equalterms.people.waiting import Waiting
from equalterms.plans.queries.standing import own_pages

FIRST_LOOK_BACK = timedelta(days=14)  # for somebody of whom this session remembers no earlier visit
ONE_VISIT = timedelta(hours=1)  # looks that follow one another within an hour are one visit
REMEMBER_AGAIN = timedelta(minutes=5)  # so that not every look writes to the session
SLOT = "visits"


@require_safe
@signed_in
def your_turn(request: HttpRequest) -> HttpResponse:
    since = last_visit(request)
    waiting = waiting_for(request.person)
    seats = list(memberships_of(request.person))
    context = {
        "heading": _("Your turn"),
        "lead": greeting(request, len(waiting)),
        "waiting": [(each, lateness(each)) for each in waiting],
        "happened": happened_for(request.person, since),
        "since": since,
        "seats": seats,
        "own_pages": own_pages(request.person),
        "supported": [] if request.person.entered_by else list(supported_by(request.person)),
        "is_new": not seats and not request.person.affiliations.exists(),
    }
    return render(request, "home/your_turn.html", context)


def greeting(request: HttpRequest, count: int) -> str:
    name = {"name": request.person.addressed, "count": count}
    if not count:
        return _("Hello %(name)s. Nothing waits for you.") % name
    words = ngettext(
        "Hello %(name)s. One thing waits for you.", "Hello %(name)s. %(count)s things wait for you.", count
    )
    return words % name


def lateness(waiting: Waiting) -> str:
    """Say how late something is, in words; an empty text when it is not."""
    if not waiting.overdue:
        return ""
    if waiting.due is None:
        return _("Late")
    days = (timezone.localdate() - waiting.due).days
    return ngettext("Late by %(days)s day", "Late by %(days)s days", days) % {"days": days}


def last_visit(request: HttpRequest) -> datetime:
    """Return when this person's last visit ended, as far as this session remembers; note that they are here now.

    It is kept in the session and nowhere else: nobody can look up when somebody was here.
    """
    now = timezone.now()
    visits = request.session.get(SLOT, {})
    own = visits.get(request.person.key)
    if own is None:
        since, seen = now - FIRST_LOOK_BACK, now - FIRST_LOOK_BACK
    else:
        since, seen = (datetime.fromisoformat(own[name]) for name in ("since", "seen"))
        if now - seen > ONE_VISIT:
            since = seen
    if own is None or now - seen > REMEMBER_AGAIN:
        visits[request.person.key] = {"since": since.isoformat(), "seen": now.isoformat()}
        request.session[SLOT] = visits
    return since
