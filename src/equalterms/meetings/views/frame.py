"""What the pages of this room have in common: the way back, the page that asks, and when a meeting is, in words."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from equalterms.groups.models import Group
from equalterms.meetings.models import AgendaItem, Meeting
from equalterms.meetings.queries.moments import when_in_words
from equalterms.people.drafts import forget

__all__ = [
    "ask",
    "carried_out",
    "done",
    "get_or_post",
    "trail_to",
    "trail_to_group",
    "trail_to_item",
    "trail_to_meetings",
    "url_of",
    "when_in_words",
]
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def trail_to_group(group: Group) -> list[tuple[str, str]]:
    """Return the way back to a group's meetings."""
    return [
        (_("Home"), "/"),
        (_("Groups"), reverse("groups:list")),
        (group.name, reverse("groups:group", args=[group.key])),
    ]


def trail_to_meetings(group: Group) -> list[tuple[str, str]]:
    return [*trail_to_group(group), (_("Meetings"), reverse("meetings:of_group", args=[group.key]))]


def trail_to(meeting: Meeting) -> list[tuple[str, str]]:
    """Return the way back to a meeting."""
    return [*trail_to_meetings(meeting.group), (meeting.title, url_of(meeting))]


def trail_to_item(item: AgendaItem) -> list[tuple[str, str]]:
    back = trail_to(item.meeting) if item.meeting is not None else trail_to_meetings(item.group)
    return [*back, (item.title, reverse("meetings:item", args=[item.key]))]


def url_of(meeting: Meeting) -> str:
    return reverse("meetings:meeting", args=[meeting.key])


def ask(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    heading: str,
    button_text: str,
    cancel_url: str,
    trail: list[tuple[str, str]],
    template: str = "meetings/ask.html",
    **context: Any,
) -> HttpResponse:
    """Show a form on a page of its own."""
    context |= {
        "form": form,
        "heading": heading,
        "button_text": button_text,
        "cancel_url": cancel_url,
        "trail": trail,
    }
    return render(request, template, context)


def done(request: HttpRequest, words: str, url: str) -> HttpResponse:
    """Say what has been done, drop the draft, and go on."""
    forget(request)
    messages.success(request, words)
    return redirect(url)


def carried_out(request: HttpRequest, form: forms.BaseForm, act: Callable[[], Any]) -> bool:
    """Run an action when a valid form was sent; what it returns stands in `form.outcome`.

    When it refuses what was asked for, its words are put into the form and the page is shown again.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        form.outcome = act()  # type: ignore[attr-defined]
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
