"""Answering a member who disagrees."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.disputing import answer_dispute
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.forms.reading import AnswerForm
from equalterms.plans.models import DisputeTurn
from equalterms.plans.queries.reading import dispute_to_answer
from equalterms.plans.rules.answering import check_may_answer
from equalterms.plans.views.disputes import steps_of_dispute
from equalterms.plans.views.managing.trails import to_account


@signed_in
def answer(request: HttpRequest, key: str) -> HttpResponse:
    desk = dispute_to_answer(request.person, key)
    check_may_answer(request.person, desk.dispute)
    form = kept_form(request, AnswerForm)

    def act() -> DisputeTurn:
        return answer_dispute(dispute=desk.dispute, words=form.cleaned_data["words"], by=request.person)

    if carried_out(request, form, act):
        forget(request)
        messages.success(request, _("Your answer is public. Only the member can say whether it settles it."))
        return redirect("plans:account", desk.account.key)
    context = {
        "heading": _("Answer a member who disagrees"),
        "form": form,
        "desk": desk,
        "steps": steps_of_dispute(desk.face),
        "button_text": _("Publish my answer"),
        "cancel_url": reverse("plans:account", args=[desk.account.key]),
        "trail": to_account(desk.account.key, desk.account.change, _("Answer")),
    }
    return render(request, "plans/managing/answer_dispute.html", context)
