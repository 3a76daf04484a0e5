"""Plans and their changes, each change with its accounts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.dates import in_words
from equalterms.design.paging import page_asked_for, pager_without_total
from equalterms.design.visitors import same_for_all_visitors
from equalterms.plans.models import Change
from equalterms.plans.queries.cards import card_of
from equalterms.plans.queries.overview import change_page, page_of_plans, plan_page


@require_safe
@same_for_all_visitors
def show_plans(request: HttpRequest) -> HttpResponse:
    organisation = request.GET.get("organisation", "")
    page = page_of_plans(request.person, organisation=organisation, page=page_asked_for(request))
    context = {
        "heading": _("What is going to change?"),
        "lead": _("Plans of the organisations here, and the groups that they answer to."),
        "plans": page.plans,
        "pager": pager_without_total(request, page.number, more=page.more),
        "trail": [(_("Home"), "/"), (_("Plans"), "")],
    }
    return render(request, "plans/record/plans.html", context)


@require_safe
@same_for_all_visitors
def show_plan(request: HttpRequest, key: str) -> HttpResponse:
    page = plan_page(request.person, key)
    context = {
        "heading": page.plan.title,
        "lead": page.plan.organisation.name,
        "page": page,
        "plan": page.plan,
        "changes": [(change, [card_of(face) for face in faces]) for change, faces in page.changes],
        "trail": [(_("Home"), "/"), (_("Plans"), reverse("plans:plans")), (page.plan.title, "")],
    }
    return render(request, "plans/record/plan.html", context)


@require_safe
@same_for_all_visitors
def show_change(request: HttpRequest, key: str) -> HttpResponse:
    page = change_page(request.person, key)
    plan = page.change.plan
    context = {
        "heading": page.change.title,
        "lead": page.change.what,
        "page": page,
        "change": page.change,
        "rows": _change_rows(page.change),
        "cards": [card_of(face) for face in page.faces],
        "trail": [
            (_("Home"), "/"),
            (_("Plans"), reverse("plans:plans")),
            (plan.title, reverse("plans:plan", args=[plan.key])),
            (page.change.title, ""),
        ],
    }
    return render(request, "plans/record/change.html", context)


def _change_rows(change: Change) -> list[tuple[str, str]]:
    rows = [
        (_("For whom"), change.for_whom),
        (_("Stage"), change.get_stage_display()),
        (_("Status"), change.get_status_display()),
        (_("Starts"), in_words(change.starts_on)),
    ]
    if change.ends_on:
        rows.append((_("Ends"), in_words(change.ends_on)))
    return rows
