"""What the pages of this room have in common: the way back, states in words, the page that asks."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from equalterms.decisions.models import Decision
from equalterms.decisions.vocabulary import GOES_AHEAD, DecisionOutcome, DecisionState
from equalterms.design.dates import in_words
from equalterms.groups.models import Group
from equalterms.people.drafts import forget

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def trail_to(group: Group, decision: Decision | None = None) -> list[tuple[str, str]]:
    """Return the way back from a page of a decision, or from the list of a group's decisions."""
    trail = [
        (_("Home"), "/"),
        (_("Groups"), reverse("groups:list")),
        (group.name, reverse("groups:group", args=[group.key])),
        (_("Decisions"), reverse("decisions:list", args=[group.key])),
    ]
    return [*trail, (decision.title, url_of(decision))] if decision is not None else trail


def url_of(decision: Decision) -> str:
    return reverse("decisions:decision", args=[decision.key])


def state_of(decision: Decision) -> tuple[str, str]:
    """Return how a decision stands, in words, and the tone of the mark beside them."""
    if decision.state == DecisionState.WITHDRAWN:
        return _("Withdrawn"), "neutral"
    if decision.is_closed:
        tone = "good" if decision.outcome in GOES_AHEAD else "disputed"
        return decision.get_outcome_display(), "neutral" if decision.outcome == DecisionOutcome.NO_QUORUM else tone
    if decision.time_is_up:
        return _("Time is up. The answers are about to be counted"), "waiting"
    if decision.takes_answers:
        return _("Open for answers"), "waiting"
    return _("Open for questions"), "waiting"


def when_in_words(decision: Decision) -> str:
    """Say until when, or since when, in one short sentence."""
    if decision.state == DecisionState.WITHDRAWN:
        return _("Withdrawn on %(day)s") % {"day": in_words(decision.withdrawn_at)}
    if decision.outcome == DecisionOutcome.NO_QUORUM:
        return _("Nothing was decided. Ended on %(day)s") % {"day": in_words(decision.closed_at)}
    if decision.is_closed:
        return _("Decided on %(day)s") % {"day": in_words(decision.closed_at)}
    if not decision.takes_questions:
        return _("Answers were taken until %(day)s") % {"day": end_in_words(decision.closes_at)}
    if decision.takes_answers:
        return _("Answer until %(day)s") % {"day": end_in_words(decision.closes_at)}
    days = {"first": in_words(decision.opens_at, weekday=True), "last": end_in_words(decision.closes_at)}
    return _("Answers from %(first)s until %(last)s") % days


def end_in_words(moment: datetime) -> str:
    """Say the end of a time: its last day, and the hour unless it is midnight."""
    local = timezone.localtime(moment)
    last = in_words(local - timedelta(seconds=1), weekday=True)
    if (local.hour, local.minute) == (0, 0):
        return last
    hour = f"{local.hour % 12 or 12}{f':{local.minute:02}' if local.minute else ''}"
    half = _("am") if local.hour < 12 else _("pm")
    return _("%(day)s, %(hour)s %(half)s") % {"day": last, "hour": hour, "half": half}


def ask(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    heading: str,
    button_text: str,
    group: Group,
    decision: Decision | None = None,
    template: str = "decisions/ask.html",
    **context: Any,
) -> HttpResponse:
    """Show a form on a page of its own."""
    back = url_of(decision) if decision is not None else reverse("decisions:list", args=[group.key])
    context.setdefault("cancel_url", back)
    context |= {
        "form": form,
        "heading": heading,
        "button_text": button_text,
        "group": group,
        "decision": decision,
        "trail": trail_to(group, decision),
    }
    return render(request, template, context)


def carried_out(request: HttpRequest, form: forms.BaseForm, act: Callable[[], Any]) -> bool:
    """Run an action when a valid form was sent; what it returns stands in `form.outcome`.

    When it refuses, its words are put into the form, and what was typed stays.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        form.outcome = act()  # type: ignore[attr-defined]
    except ValidationError as error:
        by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        names = {"closes_at": "last_day", "opens_at": "opens_on"}
        for name, words in by_field.items():
            field = names.get(name, name)
            form.add_error(field if field in form.fields else None, words)
        return False
    return True


def done(request: HttpRequest, words: str, url: str) -> HttpResponse:
    """Say what has been done, drop the draft, and go on."""
    forget(request)
    messages.success(request, words)
    return redirect(url)
