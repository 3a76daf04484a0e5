"""A manager's changes: adding, editing, and throwing away what was never public."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.changing import add_change, edit_change, remove_draft_change
from equalterms.plans.forms.changing import ChangeForm
from equalterms.plans.forms.planning import ConfirmForm
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.queries.plans import change_to_manage, plan_to_manage
from equalterms.plans.rules.managing import check_may_manage
from equalterms.plans.views.managing.trails import to_plan


@signed_in
def add(request: HttpRequest, key: str) -> HttpResponse:
    plan = plan_to_manage(request.person, key)
    check_may_manage(request.person, plan)
    form = kept_form(request, ChangeForm)
    if carried_out(request, form, lambda: add_change(plan=plan, by=request.person, **form.cleaned_data)):
        forget(request)
        messages.success(request, _("The change is saved as a draft. Now say where co-production took place."))
        return redirect("plans:record_account", form.outcome.key)
    context = {
        "heading": _("Add a change"),
        "lead": _("One thing that this plan will make different, for somebody."),
        "form": form,
        "button_text": _("Save this change as a draft"),
        "cancel_url": reverse("plans:manage_plan", args=[plan.key]),
        "trail": to_plan(plan, _("Add a change")),
    }
    return render(request, "design/form_page.html", context)


@signed_in
def edit(request: HttpRequest, key: str) -> HttpResponse:
    change = change_to_manage(request.person, key)
    check_may_manage(request.person, change.plan)
    form = kept_form(request, ChangeForm, change=change)
    if carried_out(request, form, lambda: edit_change(change=change, by=request.person, **form.cleaned_data)):
        forget(request)
        messages.success(request, _("The change is saved."))
        return redirect("plans:manage_plan", change.plan.key)
    context = {
        "heading": _("Edit the change"),
        "change": change,
        "form": form,
        "button_text": _("Save the change"),
        "cancel_url": reverse("plans:manage_plan", args=[change.plan.key]),
        "trail": to_plan(change.plan, _("Edit a change")),
    }
    return render(request, "plans/managing/edit_change.html", context)


@signed_in
def remove(request: HttpRequest, key: str) -> HttpResponse:
    change = change_to_manage(request.person, key)
    check_may_manage(request.person, change.plan)
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: remove_draft_change(change=change, by=request.person)):
        messages.success(request, _("The draft is thrown away."))
        return redirect("plans:manage_plan", change.plan.key)
    context = {
        "heading": _("Throw away this draft?"),
        "change": change,
        "form": form,
        "button_text": _("Throw this draft away"),
        "cancel_url": reverse("plans:manage_plan", args=[change.plan.key]),
        "trail": to_plan(change.plan, _("Throw away")),
    }
    return render(request, "plans/managing/remove_change.html", context)
