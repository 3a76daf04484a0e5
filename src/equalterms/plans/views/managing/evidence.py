"""Links and files on which a claim in the making rests."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.recording import add_evidence_file, add_evidence_link, remove_evidence
from equalterms.plans.forms.claiming import EvidenceForm
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.models import AccountVersion
from equalterms.plans.queries.claims import claim_draft_to_manage, draft_evidence_to_manage
from equalterms.plans.rules.managing import check_may_edit_change
from equalterms.plans.views.managing.trails import to_plan


@signed_in
def gather(request: HttpRequest, key: str) -> HttpResponse:
    draft = claim_draft_to_manage(request.person, key)
    check_may_edit_change(request.person, draft.change)
    if draft.version is None:  # nothing to put evidence to yet; the check page says which answer is missing
        return redirect("plans:check_account", draft.key)
    form = kept_form(request, EvidenceForm)
    version = draft.version
    if carried_out(request, form, lambda: _add(request, version, form)):
        forget(request)
        messages.success(request, _("The evidence is added."))
        return redirect("plans:account_evidence", draft.key)
    context = {
        "heading": _("What shows it?"),
        "form": form,
        "draft": draft,
        "evidence": version.evidence.all(),
        "button_text": _("Add this evidence"),
        "check_url": reverse("plans:check_account", args=[draft.key]),
        "trail": to_plan(draft.change.plan, _("Evidence")),
    }
    return render(request, "plans/managing/evidence.html", context)


def _add(request: HttpRequest, version: AccountVersion, form: EvidenceForm) -> None:
    given = form.cleaned_data
    if given["file"] is not None:
        add_evidence_file(version=version, title=given["title"], received=given["file"], by=request.person)
    else:
        add_evidence_link(version=version, title=given["title"], url=given["url"], by=request.person)


@signed_in
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    evidence = draft_evidence_to_manage(request.person, key)
    draft = evidence.version.claim_draft
    remove_evidence(evidence=evidence, by=request.person)
    messages.success(request, _("The evidence is taken away."))
    return redirect("plans:account_evidence", draft.key)
