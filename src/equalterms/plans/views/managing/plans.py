"""A manager's plans: the list, the desk of one plan, starting and editing it, and who is responsible."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.planning import edit_plan, hand_over_responsibility, share_responsibility, start_plan
from equalterms.plans.forms.planning import ConfirmForm, PlanForm, SharePlanForm
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.models import Plan, Responsibility
from equalterms.plans.queries.claims import groups_to_answer_to
from equalterms.plans.queries.desk import managed_plans, managers_to_share_with, plan_desk
from equalterms.plans.queries.plans import organisations_to_plan_for, plan_to_manage
from equalterms.plans.rules.managing import check_may_manage
from equalterms.plans.views.managing.trails import to_plan, to_plans


@signed_in
@require_safe
def show_mine(request: HttpRequest) -> HttpResponse:
    rows = managed_plans(request.person)
    context = {
        "heading": _("Plans I am responsible for"),
        "rows": rows,
        "may_start": bool(organisations_to_plan_for(request.person)),
        "trail": [(_("Home"), "/"), (_("Plans I am responsible for"), "")],
    }
    return render(request, "plans/managing/mine.html", context)


@signed_in
@require_safe
def manage(request: HttpRequest, key: str) -> HttpResponse:
    desk = plan_desk(request.person, key)
    context = {"heading": desk.plan.title, "desk": desk, "plan": desk.plan, "trail": to_plans(desk.plan.title)}
    return render(request, "plans/managing/manage.html", context)


@signed_in
def start(request: HttpRequest) -> HttpResponse:
    organisations = organisations_to_plan_for(request.person)
    groups = groups_to_answer_to(request.person)
    form = kept_form(request, PlanForm, groups=groups, organisations=organisations)

    def act() -> Plan:
        return start_plan(organisation=form.chosen_organisation(), by=request.person, **form.facts())

    if organisations and carried_out(request, form, act):
        forget(request)
        messages.success(request, _("Your plan is saved as a draft. Only its managers see it."))
        return redirect("plans:manage_plan", form.outcome.key)
    context = {
        "heading": _("Start a plan"),
        "lead": _("It stays a draft until you publish it."),
        "form": form,
        "may_start": bool(organisations),
        "button_text": _("Save this plan as a draft"),
        "cancel_url": reverse("plans:mine"),
        "trail": to_plans(_("Start a plan")),
    }
    return render(request, "plans/managing/start.html", context)


@signed_in
def edit(request: HttpRequest, key: str) -> HttpResponse:
    plan = plan_to_manage(request.person, key)
    check_may_manage(request.person, plan)
    form = kept_form(request, PlanForm, groups=groups_to_answer_to(request.person, plan), plan=plan)
    if carried_out(request, form, lambda: edit_plan(plan=plan, by=request.person, **form.facts())):
        forget(request)
        messages.success(request, _("The plan is saved."))
        return redirect("plans:manage_plan", plan.key)
    context = {
        "heading": _("Edit the plan"),
        "form": form,
        "button_text": _("Save the plan"),
        "cancel_url": reverse("plans:manage_plan", args=[plan.key]),
        "trail": to_plan(plan, _("Edit")),
    }
    return render(request, "design/form_page.html", context)


@signed_in
def share(request: HttpRequest, key: str) -> HttpResponse:
    desk = plan_desk(request.person, key)
    check_may_manage(request.person, desk.plan)
    managers = managers_to_share_with(request.person, desk.plan)
    form = kept_form(request, SharePlanForm, managers=managers)

    def act() -> Responsibility:
        return share_responsibility(plan=desk.plan, person=form.chosen(), by=request.person)

    if carried_out(request, form, act):
        forget(request)
        words = _("%(name)s is responsible for this plan now, too.") % {"name": form.outcome.person.name}
        messages.success(request, words)
        return redirect("plans:share_plan", desk.plan.key)
    context = {
        "heading": _("Who is responsible for this plan"),
        "form": form,
        "desk": desk,
        "managers": managers,
        "button_text": _("Make them responsible, too"),
        "trail": to_plan(desk.plan, _("Who is responsible")),
    }
    return render(request, "plans/managing/share.html", context)


@signed_in
def hand_over(request: HttpRequest, key: str) -> HttpResponse:
    desk = plan_desk(request.person, key)
    check_may_manage(request.person, desk.plan)
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: hand_over_responsibility(plan=desk.plan, by=request.person)):
        messages.success(request, _("You are not responsible for this plan any more."))
        return redirect("plans:mine")
    context = {
        "heading": _("Hand over this plan"),
        "form": form,
        "desk": desk,
        "button_text": _("Hand over my part"),
        "cancel_url": reverse("plans:share_plan", args=[desk.plan.key]),
        "trail": to_plan(desk.plan, _("Hand over")),
    }
    return render(request, "plans/managing/hand_over.html", context)
