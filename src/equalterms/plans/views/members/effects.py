"""A member says whether they have seen an effect that the managers claim."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.assessing import read_effect
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.forms.reading import ReadEffectForm
from equalterms.plans.models import EffectReading
from equalterms.plans.queries.reading import effect_desk


@signed_in
def read(request: HttpRequest, key: str) -> HttpResponse:
    desk = effect_desk(request.person, key)
    if desk.hidden:
        messages.info(
            request, _("You are asked for your own reading first. After that you are asked about this effect.")
        )
        return redirect("plans:your_reading", desk.face.key)
    given = desk.given
    initial = {"seen": given.seen, "words": given.words, "shown_as": given.shown_as} if given is not None else {}
    form = kept_form(request, ReadEffectForm, initial=initial)

    def act() -> EffectReading:
        return read_effect(effect=desk.effect, by=request.person, **form.cleaned_data)

    if carried_out(request, form, act):
        forget(request)
        messages.success(request, _("Thank you. What you said is counted."))
        return redirect("plans:account", desk.face.key)
    context = {
        "heading": _("Have you seen this effect?"),
        "lead": desk.face.change,
        "form": form,
        "effect": desk.effect,
        "given": given,
        "button_text": _("Send what I have seen"),
        "cancel_url": reverse("plans:account", args=[desk.face.key]),
        "trail": [
            (_("Home"), "/"),
            (_("What I was asked"), reverse("plans:your_readings")),
            (desk.face.change, reverse("plans:account", args=[desk.face.key])),
            (_("An effect"), ""),
        ],
    }
    return render(request, "plans/members/read_effect.html", context)
