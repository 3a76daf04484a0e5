"""Who is told what happens with meetings: each function is a step inside the action that causes it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.groups.models import Group
from equalterms.groups.rules import seats_on
from equalterms.meetings.models import AgendaChange, AgendaItem, Meeting
from equalterms.meetings.queries.moments import when_in_words
from equalterms.meetings.rules.agenda import agreeing_seats
from equalterms.meetings.vocabulary import (
    AGENDA_WAITS,
    ITEM_PUT_OFF,
    MEETING_CALLED,
    MEETING_CANCELLED,
    MEETING_CHANGED,
)
from equalterms.notices.actions.queueing import queue_notice, queue_notices
from equalterms.notices.kinds import NoticeKind
from equalterms.notices.places import Place
from equalterms.notices.wording import Part, facts
from equalterms.people.models import Person


def members_of(group: Group) -> list[Person]:
    """Return everybody who sits in a group today."""
    seats = group.memberships.filter(seats_on()).order_by().values("person")
    return list(Person.objects.filter(pk__in=seats).order_by("pk"))


def how_to_take_part(meeting: Meeting) -> Part:
    """Return when and where a meeting is, with the ways in: the link and the phone number stand in the message."""
    rows = [(_("When"), when_in_words(meeting)), (_("How"), meeting.get_manner_display())]
    if meeting.venue is not None:
        where = [meeting.venue.name, meeting.room, *meeting.venue.address.splitlines()]
        rows.append((_("Where"), ", ".join(part for part in where if part)))
    if meeting.link:
        rows.append((_("Online"), meeting.link))
    if meeting.phone:
        code = _(", code %(code)s") % {"code": meeting.phone_code} if meeting.phone_code else ""
        rows.append((_("By phone"), f"{meeting.phone}{code}"))
    return facts(*rows)


def tell_members(meeting: Meeting, kind: NoticeKind, subject: str, parts: list[Part], *, by: Person) -> None:
    """Tell the members of a group something about a meeting, inside the caller's action; once for each change."""
    queue_notices(
        to=[person for person in members_of(meeting.group) if person.pk != by.pk],
        kind=kind,
        subject=subject,
        parts=parts,
        place=Place.of(meeting.group),
        link=reverse("meetings:meeting", args=[meeting.key]),
        about=meeting,
        once=str(meeting.sequence),
        by=by,
    )


def tell_called(meeting: Meeting, *, by: Person) -> None:
    """Ask the members to come, inside the action that calls a meeting."""
    words = {"meeting": meeting.title, "group": meeting.group.name}
    parts: list[Part] = [_("%(group)s meets. Please come, or say that you cannot.") % words, how_to_take_part(meeting)]
    tell_members(meeting, MEETING_CALLED, _("%(meeting)s: please come") % words, parts, by=by)


def tell_changed(meeting: Meeting, *, by: Person) -> None:
    """Tell the members that a meeting has moved, and why, inside the action that moves it."""
    subject = _("%(meeting)s has changed") % {"meeting": meeting.title}
    tell_members(meeting, MEETING_CHANGED, subject, [meeting.moved_because, how_to_take_part(meeting)], by=by)


def tell_cancelled(meeting: Meeting, *, by: Person) -> None:
    """Tell the members that a meeting does not take place, and why, inside the action that cancels it."""
    words = {"meeting": meeting.title, "when": when_in_words(meeting)}
    parts: list[Part] = [_("It does not take place: %(when)s.") % words, meeting.cancelled_because]
    tell_members(meeting, MEETING_CANCELLED, _("%(meeting)s is cancelled") % words, parts, by=by)


def tell_put_off(item: AgendaItem, *, by: Person) -> None:
    """Tell the proposer that their item was put off, why and until when, inside the action that does it."""
    if item.proposed_by_id == by.pk or item.deferred_until is None:
        return
    comes_back = _("It comes back on %(day)s.") % {"day": in_words(item.deferred_until, weekday=True)}
    queue_notice(
        to=item.proposed_by,
        kind=ITEM_PUT_OFF,
        subject=_("Your item was put off: %(title)s") % {"title": item.title},
        parts=[item.deferred_because, comes_back],
        place=Place.of(item.group),
        link=reverse("meetings:item", args=[item.key]),
        about=item,
        once=str(item.times_deferred),
        by=by,
    )


def tell_change_waits(change: AgendaChange, *, by: Person) -> None:
    """Tell the other chairs that a change waits for them, inside the action that makes it.

    Where members answer in the place of a second chair they find it on their first page; nobody writes to all of them.
    """
    seats = [seat for seat in agreeing_seats(change) if seat.role in ("chair", "co_chair")]
    queue_notices(
        to=[seat.person for seat in seats],
        kind=AGENDA_WAITS,
        subject=_("A change of the agenda waits for you: %(meeting)s") % {"meeting": change.meeting.title},
        parts=[_("%(name)s would like to change it.") % {"name": by.name}, *([change.words] if change.words else [])],
        place=Place.of(change.meeting.group),
        link=reverse("meetings:change", args=[change.key]),
        about=change,
        by=by,
    )
