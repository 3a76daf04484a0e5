"""Writing an account: one question a page, then a page to check and publish. Nothing is lost on leaving."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.claiming import (
    answer_claim,
    begin_claim,
    begin_next_version,
    discard_claim,
    missing_steps,
    publish_claim,
)
from equalterms.plans.actions.ways import add_way
from equalterms.plans.forms.claiming import NewWayForm, TenseForm
from equalterms.plans.forms.planning import ConfirmForm
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.models import ClaimDraft
from equalterms.plans.queries.claims import begun_claim, claim_draft_to_manage
from equalterms.plans.queries.plans import account_to_manage, change_to_manage
from equalterms.plans.rules.managing import check_may_edit_change
from equalterms.plans.views.managing.questions import PAGES, facts_for, step_url
from equalterms.plans.views.managing.summary import rows_of
from equalterms.plans.views.managing.trails import to_account, to_plan
from equalterms.plans.vocabulary import ClaimStep, Tense, steps_of


@signed_in
def begin(request: HttpRequest, key: str) -> HttpResponse:
    """The first question; with it the account is begun. One begun before goes on."""
    change = change_to_manage(request.person, key)
    check_may_edit_change(request.person, change)
    begun = begun_claim(request.person, key)
    form = kept_form(request, TenseForm, facts={})

    def act() -> ClaimDraft:
        return begin_claim(change=change, tense=form.cleaned_data["tense"], by=request.person)

    if carried_out(request, form, act):
        forget(request)
        return go_on(form.outcome)
    context = {
        "heading": _("Has co-production taken place?"),
        "form": form,
        "change": change,
        "begun": begun,
        "button_text": _("Go on"),
        "step_words": _("Question 1"),
        "cancel_url": reverse("plans:manage_plan", args=[change.plan.key]),
        "trail": to_plan(change.plan, change.title),
    }
    return render(request, "plans/managing/question.html", context)


@signed_in
def begin_new_version(request: HttpRequest, key: str) -> HttpResponse:
    """Say what will happen to the public version, then begin the next one."""
    account = account_to_manage(request.person, key)
    check_may_edit_change(request.person, account.change)
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: begin_next_version(account=account, by=request.person)):
        return go_on(form.outcome)
    headings = {
        Tense.HAS: _("Correct this account"),
        Tense.WILL: _("What has happened since?"),
        Tense.NONE_YET: _("Has co-production been arranged?"),
    }
    context = {
        "heading": headings[Tense(account.tense)],
        "lead": account.change.title,
        "form": form,
        "account": account,
        "button_text": _("Begin a new version"),
        "cancel_url": reverse("plans:account", args=[account.key]),
        "trail": to_account(account.key, account.change.title, _("New version")),
    }
    return render(request, "plans/managing/new_version.html", context)


@signed_in
def answer(request: HttpRequest, key: str, step: str) -> HttpResponse:
    """One question of an account in the making."""
    draft = claim_draft_to_manage(request.person, key)
    check_may_edit_change(request.person, draft.change)
    if step not in PAGES:
        raise Http404
    page = PAGES[step]
    form = kept_form(request, page.form, facts=facts_for(draft, request.person))

    def act() -> ClaimDraft:
        return answer_claim(draft=draft, step=page.step.value, answers=form.answers(), by=request.person)

    if carried_out(request, form, act):
        forget(request)
        onward = page.onward(form)
        return redirect(step_url(draft, onward)) if onward else go_on(form.outcome, after=page.step)
    context = {
        "heading": page.heading(draft),
        "form": form,
        "draft": draft,
        "change": draft.change,
        "step": step,
        "step_words": _where_we_are(draft, page.step),
        "button_text": _("Save and go on"),
        "cancel_url": reverse("plans:check_account", args=[draft.key]),
        "trail": to_plan(draft.change.plan, draft.change.title),
    }
    return render(request, "plans/managing/question.html", context)


@signed_in
def check(request: HttpRequest, key: str) -> HttpResponse:
    """All answers on one page, each with a way to change it; then publish."""
    draft = claim_draft_to_manage(request.person, key)
    check_may_edit_change(request.person, draft.change)
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: publish_claim(draft=draft, by=request.person)):
        messages.success(request, _("The account is public. The members who were there are asked."))
        return redirect("plans:account", form.outcome.account.key)
    missing = missing_steps(draft)
    context = {
        "heading": _("Check your answers") if not missing else _("Your account so far"),
        "lead": draft.change.title,
        "form": form,
        "draft": draft,
        "change": draft.change,
        "missing": [step.label for step in missing],
        "next_url": step_url(draft, missing[0]) if missing else "",
        "rows": rows_of(draft, missing),
        "trail": to_plan(draft.change.plan, draft.change.title),
    }
    return render(request, "plans/managing/check.html", context)


@signed_in
def throw_away(request: HttpRequest, key: str) -> HttpResponse:
    draft = claim_draft_to_manage(request.person, key)
    check_may_edit_change(request.person, draft.change)
    form = kept_form(request, ConfirmForm)
    if carried_out(request, form, lambda: discard_claim(draft=draft, by=request.person)):
        messages.success(request, _("The draft is thrown away."))
        return redirect("plans:manage_plan", draft.change.plan.key)
    context = {
        "heading": _("Throw away this account?"),
        "form": form,
        "draft": draft,
        "button_text": _("Throw this draft away"),
        "cancel_url": reverse("plans:check_account", args=[draft.key]),
        "trail": to_plan(draft.change.plan, _("Throw away")),
    }
    return render(request, "plans/managing/throw_away.html", context)


@signed_in
def name_a_way(request: HttpRequest, key: str) -> HttpResponse:
    """Add a way of working together to the list, and come back to the question."""
    draft = claim_draft_to_manage(request.person, key)
    check_may_edit_change(request.person, draft.change)
    form = kept_form(request, NewWayForm)
    organisation = draft.change.plan.organisation
    if carried_out(
        request, form, lambda: add_way(name=form.cleaned_data["name"], organisation=organisation, by=request.person)
    ):
        forget(request)
        messages.success(request, _("It is on the list now, for everybody here."))
        return redirect(step_url(draft, ClaimStep.WAY))
    context = {
        "heading": _("Add another way of working together"),
        "form": form,
        "button_text": _("Add it to the list"),
        "cancel_url": step_url(draft, ClaimStep.WAY),
        "trail": to_plan(draft.change.plan, draft.change.title),
    }
    return render(request, "design/form_page.html", context)


def go_on(draft: ClaimDraft, after: ClaimStep | None = None) -> HttpResponse:
    """Lead to the next question without an answer; when all are answered, to evidence once, then to the check page."""
    missing = missing_steps(draft)
    if missing:
        return redirect(step_url(draft, missing[0]))
    first_time = draft.version is not None and not draft.version.evidence.exists() and after == ClaimStep.WORDS
    return redirect("plans:account_evidence" if first_time else "plans:check_account", draft.key)


def _where_we_are(draft: ClaimDraft, step: ClaimStep) -> str:
    steps = steps_of(draft.answers.get("tense", ""), corrects=draft.account_id is not None)
    if step not in steps:
        return ""
    return _("Question %(number)s of %(total)s") % {"number": steps.index(step) + 1, "total": len(steps)}
