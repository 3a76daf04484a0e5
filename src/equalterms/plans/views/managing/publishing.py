"""Making plans and changes public, and ending a plan: each page says first what will happen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.changing import publish_change
from equalterms.plans.actions.planning import end_plan, publish_plan
from equalterms.plans.forms.planning import ConfirmForm, EndPlanForm
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.models import Plan
from equalterms.plans.queries.desk import change_desk, plan_desk
from equalterms.plans.rules.managing import check_may_manage
from equalterms.plans.views.managing.trails import to_plan


@signed_in
def publish_a_plan(request: HttpRequest, key: str) -> HttpResponse:
    desk = plan_desk(request.person, key)
    check_may_manage(request.person, desk.plan)
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: publish_plan(plan=desk.plan, by=request.person)):
        messages.success(request, _("The plan is public. Next, publish its changes, each with its account."))
        return redirect("plans:manage_plan", desk.plan.key)
    context = {
        "heading": _("Publish this plan?"),
        "form": form,
        "desk": desk,
        "button_text": _("Publish the plan"),
        "cancel_url": reverse("plans:manage_plan", args=[desk.plan.key]),
        "trail": to_plan(desk.plan, _("Publish")),
    }
    return render(request, "plans/managing/publish_plan.html", context)


@signed_in
def end_a_plan(request: HttpRequest, key: str) -> HttpResponse:
    desk = plan_desk(request.person, key)
    check_may_manage(request.person, desk.plan)
    form = kept_form(request, EndPlanForm)

    def act() -> Plan:
        return end_plan(plan=desk.plan, because=form.cleaned_data["because"], by=request.person)

    if carried_out(request, form, act):
        forget(request)
        messages.success(request, _("The plan has ended. It stays public, with all its accounts."))
        return redirect("plans:manage_plan", desk.plan.key)
    context = {
        "heading": _("End this plan?"),
        "form": form,
        "desk": desk,
        "button_text": _("End the plan"),
        "cancel_url": reverse("plans:manage_plan", args=[desk.plan.key]),
        "trail": to_plan(desk.plan, _("End")),
    }
    return render(request, "plans/managing/end_plan.html", context)


@signed_in
def publish_a_change(request: HttpRequest, key: str) -> HttpResponse:
    desk = change_desk(request.person, key)
    check_may_manage(request.person, desk.change.plan)
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: publish_change(change=desk.change, by=request.person)):
        messages.success(request, _("The change and its account are public. The members who were there are asked."))
        return redirect("plans:change", desk.change.key)
    context = {
        "heading": _("Publish this change?"),
        "form": form,
        "desk": desk,
        "change": desk.change,
        "button_text": _("Publish the change and its account"),
        "cancel_url": reverse("plans:manage_plan", args=[desk.change.plan.key]),
        "trail": to_plan(desk.change.plan, _("Publish a change")),
    }
    return render(request, "plans/managing/publish_change.html", context)
