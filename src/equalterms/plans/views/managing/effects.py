"""Saying what has come of an account since."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.forms.effects import EffectForm
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.models import Effect
from equalterms.plans.queries.plans import account_to_manage
from equalterms.plans.rules.managing import check_may_claim_effect
from equalterms.plans.views.managing.trails import to_account


@signed_in
def claim(request: HttpRequest, key: str) -> HttpResponse:
    account = account_to_manage(request.person, key)
    check_may_claim_effect(request.person, account)
    form = kept_form(request, EffectForm)

    def act() -> Effect:
        given = form.cleaned_data
        return claim_effect(
            account=account, words=given["words"], seen_on=given["seen_on"], by=request.person, **form.evidence()
        )

    if carried_out(request, form, act):
        forget(request)
        messages.success(request, _("It is public. The members are asked whether they have seen it."))
        return redirect("plans:account", account.key)
    context = {
        "heading": _("What has come of it?"),
        "lead": account.change.title,
        "form": form,
        "account": account,
        "button_text": _("Publish this effect"),
        "cancel_url": reverse("plans:account", args=[account.key]),
        "trail": to_account(account.key, account.change.title, _("What has come of it")),
    }
    return render(request, "plans/managing/claim_effect.html", context)
