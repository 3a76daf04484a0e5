"""What the pages of this room have in common: the way back, the page that asks, and the page that warns."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from equalterms.groups.forms.seats import DespiteForm
from equalterms.groups.models import Group
from equalterms.groups.rules import WouldBreakComposition
from equalterms.people.drafts import forget

Done = TypeVar("Done")
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def trail_to(group: Group | None = None) -> list[tuple[str, str]]:
    """Return the way back from a page of a group, or from one of the room."""
    trail = [(_("Home"), "/"), (_("Groups"), reverse("groups:list"))]
    return [*trail, (group.name, url_of(group))] if group is not None else trail


def url_of(group: Group) -> str:
    return reverse("groups:group", args=[group.key])


def ask(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    heading: str,
    button_text: str,
    group: Group | None = None,
    template: str = "groups/ask.html",
    **context: Any,
) -> HttpResponse:
    """Show a form on a page of its own."""
    context.setdefault("cancel_url", url_of(group) if group is not None else reverse("groups:list"))
    context.setdefault("trail", trail_to(group))
    context |= {"form": form, "heading": heading, "button_text": button_text, "group": group}
    return render(request, template, context)


def done(request: HttpRequest, words: str, url: str) -> HttpResponse:
    """Say what has been done, drop the draft, and go on."""
    forget(request)
    messages.success(request, words)
    return redirect(url)


def or_warn(
    request: HttpRequest, group: Group, act: Callable[[str], Done], *, cancel_url: str = ""
) -> tuple[Done | None, HttpResponse | None]:
    """Carry an action out; where it would break the rule of seats, return the page that asks why it should happen.

    `act` takes the reason, which is empty at first.
    """
    form = DespiteForm(request.POST if "despite" in request.POST else None)
    reason = form.cleaned_data["despite"] if form.is_bound and form.is_valid() else ""
    try:
        return act(reason), None
    except WouldBreakComposition as warning:
        context = {
            "heading": _("After this the rule of seats is not kept"),
            "form": form,
            "after": warning.after,
            "kept_fields": kept_fields(request),
            "button_text": _("Go ahead anyway"),
            "cancel_url": cancel_url or url_of(group),
            "cancel_text": _("Go back. Change nothing"),
            "trail": trail_to(group),
        }
        return None, render(request, "groups/composition_warning.html", context)


def kept_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was posted, so that it can be posted again together with the reason."""
    left_out = ("csrfmiddlewaretoken", "despite")
    return [(name, value) for name, values in request.POST.lists() if name not in left_out for value in values]
