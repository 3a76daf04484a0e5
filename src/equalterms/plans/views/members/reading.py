"""A member's own reading: where it begins, checking and sending it, seeing it beside the claim, or not giving one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from equalterms.design.components.marks import shape
from equalterms.design.tables import Table
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.assessing import decline_reading, give_reading
from equalterms.plans.forms.planning import ConfirmForm
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.forms.reading import RungReadingForm
from equalterms.plans.models import Assessment
from equalterms.plans.queries.cards import card_of
from equalterms.plans.queries.reading import ReadingDesk, reading_desk
from equalterms.plans.views.members.kept import forget_answers, kept_answers
from equalterms.plans.views.members.steps import rung_page, trail_of
from equalterms.plans.vocabulary import EffectSeen, ShownAs, rung_named


@signed_in
@require_safe
def show_your_reading(request: HttpRequest, key: str) -> HttpResponse:
    """Begin with the first question; who has given a reading sees it beside the claim."""
    desk = reading_desk(request.person, key, kept_answers(request, key))
    if desk.given is None:
        action = reverse("plans:reading_rung", args=[key])
        form = kept_form(request, RungReadingForm, at=action, rungs=desk.rungs, initial=dict(desk.answers))
        return render(request, "plans/members/rung.html", rung_page(desk, form, action))
    context = {
        "heading": _("Your reading"),
        "lead": desk.face.change,
        "desk": desk,
        "face": desk.face,
        "card": card_of(desk.face),
        "table": side_by_side(desk),
        "rows": rows_of(desk.given, key),
        "earlier_rung": rung_named(desk.face.scale, desk.earlier.rung) if desk.earlier else None,
        "trail": trail_of(desk),
    }
    return render(request, "plans/members/your_reading.html", context)


@signed_in
def check(request: HttpRequest, key: str) -> HttpResponse:
    """All three answers on one page; then send."""
    desk = reading_desk(request.person, key, kept_answers(request, key))
    if desk.rung is None:
        return redirect("plans:your_reading", key)
    form = ConfirmForm(request.POST) if request.method == "POST" else ConfirmForm()

    def act() -> Assessment:
        given = {name: desk.answers[name] for name in ("effect_seen", "words", "shown_as") if name in desk.answers}
        return give_reading(account=desk.account, rung=desk.answers["rung"], by=request.person, **given)

    if desk.is_complete and carried_out(request, form, act):
        forget_answers(request, key)
        messages.success(request, _("Your reading is sent. Thank you for saying what it was like."))
        return redirect("plans:your_reading", key)
    context = {
        "heading": _("Check and send"),
        "form": form,
        "desk": desk,
        "rows": _answers_so_far(desk, key),
        "trail": trail_of(desk),
    }
    return render(request, "plans/members/check.html", context)


@signed_in
@require_POST
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Say that a reading is still right although the claim was corrected."""
    desk = reading_desk(request.person, key, {})
    if desk.given is not None:
        give_reading(account=desk.account, by=request.person, **desk.answers)
        messages.success(request, _("Your reading stands, beside the corrected claim."))
    return redirect("plans:your_reading", key)


@signed_in
def decline(request: HttpRequest, key: str) -> HttpResponse:
    desk = reading_desk(request.person, key, {})
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: decline_reading(account=desk.account, by=request.person)):
        forget_answers(request, key)
        messages.success(request, _("That is all right. You can still give a reading later."))
        return redirect("plans:account", key)
    context = {
        "heading": _("Would you rather not say?"),
        "form": form,
        "desk": desk,
        "button_text": _("I would rather not say"),
        "cancel_url": reverse("plans:your_reading", args=[key]),
        "cancel_text": _("Go back to the question"),
        "trail": trail_of(desk),
    }
    return render(request, "plans/members/decline.html", context)


def rows_of(given: Assessment, key: str) -> list[tuple[Any, ...]]:
    """A reading that was sent, each answer with a way to change it."""
    return _rows(rung_named(given.account.scale, given.rung), given.effect_seen, given.words, given.shown_as, key)


def _answers_so_far(desk: ReadingDesk, key: str) -> list[tuple[Any, ...]]:
    said = desk.answers
    return _rows(
        desk.rung, said.get("effect_seen", ""), said.get("words", ""), said.get("shown_as", ShownAs.COUNTED), key
    )


def _rows(rung: Any, effect_seen: str, words: str, shown_as: str, key: str) -> list[tuple[Any, ...]]:
    def url(step: str) -> str:
        return reverse(f"plans:reading_{step}", args=[key])

    return [
        (_("The rung it really was"), f"{rung.number}. {rung.name}. {rung.meaning}", url("rung")),
        (
            _("Did you see the effect?"),
            EffectSeen(effect_seen).label if effect_seen else _("Not answered yet"),
            url("effect"),
        ),
        (_("In your words"), words or _("Nothing"), url("words")),
        (_("Who may see your words"), ShownAs(shown_as).label, url("words")),
    ]


def side_by_side(desk: ReadingDesk) -> Table:
    """The ladder as a table: where the managers stand, and where this member stands."""
    claimed, own = desk.face.rung, desk.given.rung if desk.given else None
    marks = {
        claimed: format_html("{} {}", shape("square"), _("The managers’ claim")),
        own: format_html("{} {}", shape("circle"), _("Your reading")),
    }
    if claimed == own:
        marks = {own: format_html("{} {} {}", shape("square"), shape("circle"), _("Both"))}
    rows = [(f"{rung.number}. {rung.name}", marks.get(rung.number, "–")) for rung in reversed(desk.rungs)]
    return Table(
        caption=_("The claim and your reading, side by side"),
        columns=[_("Rung"), _("Who chose it")],
        rows=rows,
        cards=False,
    )
