"""The three questions of a member's own reading, one a page. The claim stays out of sight until it is sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.forms.reading import EffectSeenForm, RungReadingForm, WordsReadingForm
from equalterms.plans.queries.reading import ReadingDesk, reading_desk
from equalterms.plans.views.members.facts import facts_of
from equalterms.plans.views.members.kept import keep_answers, kept_answers


@signed_in
def ask_rung(request: HttpRequest, key: str) -> HttpResponse:
    """Question 1."""
    desk = reading_desk(request.person, key, kept_answers(request, key))
    here = reverse("plans:reading_rung", args=[key])
    form = kept_form(request, RungReadingForm, at=here, rungs=desk.rungs, initial=_initial(desk))
    if request.method == "POST" and form.is_valid():
        keep_answers(request, key, rung=form.cleaned_data["rung"])
        forget(request)
        onward = "plans:reading_check" if desk.is_complete else "plans:reading_effect"
        return redirect(onward, key)
    return render(request, "plans/members/rung.html", rung_page(desk, form, here))


def rung_page(desk: ReadingDesk, form: RungReadingForm, action: str) -> dict[str, Any]:
    """Return what the first question's page needs; it is also where a member begins."""
    return {
        "heading": _("What was it really like?"),
        "step_words": _("Question 1 of 3"),
        "form": form,
        "desk": desk,
        "face": desk.face,
        "facts_rows": facts_of(desk.face),
        "action": action,
        "button_text": _("Keep this and go on"),
        "trail": trail_of(desk),
    }


@signed_in
def ask_effect(request: HttpRequest, key: str) -> HttpResponse:
    """Question 2. What the managers say has changed is shown here, after the rung was chosen."""
    desk = reading_desk(request.person, key, kept_answers(request, key))
    if desk.rung is None:
        return redirect("plans:your_reading", key)
    form = kept_form(request, EffectSeenForm, initial=_initial(desk))
    if request.method == "POST" and form.is_valid():
        keep_answers(request, key, effect_seen=form.cleaned_data["effect_seen"])
        forget(request)
        onward = "plans:reading_check" if "shown_as" in desk.answers else "plans:reading_words"
        return redirect(onward, key)
    context = {
        "heading": _("Did anything change because of it?"),
        "step_words": _("Question 2 of 3"),
        "form": form,
        "desk": desk,
        "button_text": _("Keep this and go on"),
        "trail": trail_of(desk),
    }
    return render(request, "plans/members/effect_seen.html", context)


@signed_in
def ask_words(request: HttpRequest, key: str) -> HttpResponse:
    """Question 3."""
    desk = reading_desk(request.person, key, kept_answers(request, key))
    if desk.rung is None:
        return redirect("plans:your_reading", key)
    form = kept_form(request, WordsReadingForm, initial=_initial(desk))
    if request.method == "POST" and form.is_valid():
        keep_answers(request, key, words=form.cleaned_data["words"], shown_as=form.cleaned_data["shown_as"])
        forget(request)
        return redirect("plans:reading_check", key)
    context = {
        "heading": _("In your words"),
        "step_words": _("Question 3 of 3"),
        "form": form,
        "desk": desk,
        "button_text": _("Keep this and go on"),
        "trail": trail_of(desk),
    }
    return render(request, "plans/members/words.html", context)


def _initial(desk: ReadingDesk) -> dict[str, Any]:
    return dict(desk.answers)


def trail_of(desk: ReadingDesk) -> list[tuple[str, str]]:
    account = (desk.face.change, reverse("plans:account", args=[desk.face.key]))
    return [(_("Home"), "/"), (_("What I was asked"), reverse("plans:your_readings")), account, (_("Your reading"), "")]
