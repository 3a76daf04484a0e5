"""Reading about meetings: those of a group, one meeting, one item, and what waits to be talked about."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from equalterms.design.paging import pager_for
from equalterms.meetings.models import Meeting
from equalterms.meetings.queries.agenda import item_page, waiting_items
from equalterms.meetings.queries.meetings import meetings_of
from equalterms.meetings.queries.minutes import sides_in_words
from equalterms.meetings.queries.page import MeetingPage, meeting_page
from equalterms.meetings.queries.preparing import carried_into
from equalterms.meetings.rules.preparing import may_prepare
from equalterms.meetings.views.frame import (
    trail_to,
    trail_to_group,
    trail_to_meetings,
    url_of,
    when_in_words,
)
from equalterms.people.guards import signed_in

ON_ONE_PAGE = 20


@require_safe
def show_meetings(request: HttpRequest, key: str) -> HttpResponse:
    found = meetings_of(request.person, key)
    past = Paginator(found.past, ON_ONE_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": _("Meetings"),
        "lead": found.group.name,
        "trail": trail_to_group(found.group),
        "group": found.group,
        "found": found,
        "to_come": [card_of(meeting) for meeting in found.to_come],
        "past": [card_of(meeting) for meeting in past],
        "overdue": [card_of(meeting) for meeting in found.notes_overdue],
        "pager": pager_for(past, request),
    }
    return render(request, "meetings/meetings.html", context)


def card_of(meeting: Meeting) -> tuple[Meeting, str, str]:
    return meeting, url_of(meeting), when_in_words(meeting)


@require_safe
def show_meeting(request: HttpRequest, key: str) -> HttpResponse:
    page = meeting_page(request.person, key)
    context = {
        "heading": page.meeting.title,
        "lead": when_in_words(page.meeting),
        "trail": trail_to_meetings(page.meeting.group),
        "page": page,
        "meeting": page.meeting,
        "group": page.meeting.group,
        "rows": rows_about(page),
        "room_left": room_left(page),
        "prepares": may_prepare(request.person, page.meeting),
        "carried": carried_into(page.meeting, as_member=page.is_member),
        "note_there": sides_in_words(page.short_note.content["there"]) if page.short_note is not None else "",
    }
    return render(request, "meetings/meeting.html", context)


def rows_about(page: MeetingPage) -> list[tuple[Any, ...]]:
    """Return where and how one takes part. What lets somebody in is for members alone."""
    meeting = page.meeting
    rows: list[tuple[Any, ...]] = [(_("How"), meeting.get_manner_display())]
    if meeting.venue is not None:
        where = format_html("{}{}", meeting.venue.name, f", {meeting.room}" if meeting.room else "")
        rows.append((_("Where"), format_html("{}<br>{}", where, in_lines(meeting.venue.address))))
    if page.is_member and meeting.link:
        link = format_html('<a class="govuk-link" href="{0}" rel="noreferrer">{0}</a>', meeting.link)
        rows.append((_("Online"), link))
    if page.is_member and meeting.phone:
        code = _(", code %(code)s") % {"code": meeting.phone_code} if meeting.phone_code else ""
        rows.append((_("By phone"), f"{meeting.phone}{code}"))
    if meeting.arrive_minutes and meeting.venue is not None:
        words = ngettext("%(n)s minute before", "%(n)s minutes before", meeting.arrive_minutes)
        rows.append((_("Doors open"), words % {"n": meeting.arrive_minutes}))
    if meeting.breaks:
        rows.append((_("Breaks"), meeting.breaks))
    return rows


def in_lines(text: str) -> SafeString:
    """Return a text with its line breaks, made safe."""
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text.splitlines()))


def room_left(page: MeetingPage) -> str:
    """Say how the planned minutes fit into the meeting."""
    if not page.agenda:
        return ""
    facts = {"planned": page.planned_minutes, "length": page.length, "left": abs(page.minutes_left)}
    if page.minutes_left < 0:
        return _("%(planned)s minutes are planned. The meeting is %(length)s minutes: %(left)s too many.") % facts
    return _("%(planned)s of the meeting's %(length)s minutes are planned. %(left)s are free.") % facts


@require_safe
def show_item(request: HttpRequest, key: str) -> HttpResponse:
    page = item_page(request.person, key)
    item = page.item
    back = trail_to(item.meeting) if item.meeting is not None else trail_to_meetings(item.group)
    context = {
        "heading": item.title,
        "lead": item.get_purpose_display(),
        "trail": back,
        "page": page,
        "item": item,
        "line": page.line,
        "when": when_in_words(item.meeting) if item.meeting is not None else "",
    }
    return render(request, "meetings/item.html", context)


@require_safe
@signed_in
def show_waiting(request: HttpRequest, key: str) -> HttpResponse:
    found = waiting_items(request.person, key)
    context = {
        "heading": _("What waits to be talked about"),
        "lead": _("%(group)s. Only members of the group see this page.") % {"group": found.group.name},
        "trail": trail_to_meetings(found.group),
        "group": found.group,
        "found": found,
    }
    return render(request, "meetings/waiting.html", context)
