"""The ways back from a manager's pages."""

from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.plans.models import Plan

Trail = list[tuple[str, str]]


def to_plans(here: str) -> Trail:
    return [(_("Home"), "/"), (_("Plans I am responsible for"), reverse("plans:mine")), (here, "")]


def to_plan(plan: Plan, here: str) -> Trail:
    return [*to_plans("")[:-1], (plan.title, reverse("plans:manage_plan", args=[plan.key])), (here, "")]


def to_account(key: str, title: str, here: str) -> Trail:
    record = (_("The public record"), reverse("plans:record"))
    return [(_("Home"), "/"), record, (title, reverse("plans:account", args=[key])), (here, "")]
