"""A member disagrees with an account, sees the answers, and alone says whether it is settled."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.people.drafts import forget, kept_form
from equalterms.people.guards import signed_in
from equalterms.plans.actions.disputing import dispute_account, keep_dispute, settle_dispute
from equalterms.plans.forms.problems import carried_out
from equalterms.plans.forms.reading import DisputeForm, KeepDisputeForm, SettleForm
from equalterms.plans.models import Dispute, DisputeTurn
from equalterms.plans.queries.reading import DisputeDesk, account_to_dispute, own_dispute
from equalterms.plans.rules.answering import check_may_dispute, check_may_settle
from equalterms.plans.views.disputes import steps_of_dispute


@signed_in
def disagree(request: HttpRequest, key: str) -> HttpResponse:
    desk = account_to_dispute(request.person, key)
    if desk.own:
        return redirect("plans:your_dispute", desk.own)
    check_may_dispute(request.person, desk.account)
    if desk.face.claim_hidden:
        messages.info(request, _("You are asked for your own reading first. After that you can disagree."))
        return redirect("plans:your_reading", key)
    form = kept_form(request, DisputeForm)

    def act() -> Dispute:
        return dispute_account(account=desk.account, by=request.person, **form.cleaned_data)

    if carried_out(request, form, act):
        forget(request)
        messages.success(request, _("Your disagreement stands beside the account, for everybody to read."))
        return redirect("plans:your_dispute", form.outcome.key)
    context = {
        "heading": _("Disagree with this account"),
        "lead": desk.face.change,
        "form": form,
        "face": desk.face,
        "button_text": _("Publish my disagreement"),
        "cancel_url": reverse("plans:account", args=[key]),
        "trail": _trail(desk.face.key, desk.face.change, _("Disagree")),
    }
    return render(request, "plans/members/disagree.html", context)


@signed_in
@require_safe
def show_yours(request: HttpRequest, key: str) -> HttpResponse:
    desk = own_dispute(request.person, key)
    context = {
        "heading": _("Your disagreement"),
        "lead": desk.account.change,
        "desk": desk,
        "face": desk.face,
        "steps": steps_of_dispute(desk.face, own=True),
        "days": (timezone.localdate() - timezone.localdate(desk.face.opened_at)).days,
        "trail": _trail(desk.account.key, desk.account.change, _("Your disagreement")),
    }
    return render(request, "plans/members/your_dispute.html", context)


@signed_in
def settle(request: HttpRequest, key: str) -> HttpResponse:
    desk = own_dispute(request.person, key)
    check_may_settle(request.person, desk.dispute)
    form = kept_form(request, SettleForm)

    def act() -> Dispute:
        return settle_dispute(dispute=desk.dispute, words=form.cleaned_data["words"], by=request.person)

    if carried_out(request, form, act):
        forget(request)
        messages.success(request, _("It is settled, because you say so."))
        return redirect("plans:your_dispute", key)
    context = _turn_page(desk, form) | {
        "heading": _("Is it settled for you?"),
        "button_text": _("Yes, it is settled"),
        "settles": True,
    }
    return render(request, "plans/members/turn.html", context)


@signed_in
def keep(request: HttpRequest, key: str) -> HttpResponse:
    desk = own_dispute(request.person, key)
    check_may_settle(request.person, desk.dispute)
    form = kept_form(request, KeepDisputeForm)

    def act() -> DisputeTurn:
        return keep_dispute(dispute=desk.dispute, words=form.cleaned_data["words"], by=request.person)

    if carried_out(request, form, act):
        forget(request)
        messages.success(request, _("Your disagreement goes on standing. The managers are asked again."))
        return redirect("plans:your_dispute", key)
    context = _turn_page(desk, form) | {
        "heading": _("It does not settle it"),
        "button_text": _("Publish why it does not settle it"),
        "settles": False,
    }
    return render(request, "plans/members/turn.html", context)


def _turn_page(desk: DisputeDesk, form: SettleForm | KeepDisputeForm) -> dict[str, object]:
    return {
        "lead": desk.account.change,
        "form": form,
        "face": desk.face,
        "steps": steps_of_dispute(desk.face, own=True),
        "cancel_url": reverse("plans:your_dispute", args=[desk.face.key]),
        "trail": _trail(desk.account.key, desk.account.change, _("Your disagreement")),
    }


def _trail(key: str, title: str, here: str) -> list[tuple[str, str]]:
    asked = (_("What I was asked"), reverse("plans:your_readings"))
    return [(_("Home"), "/"), asked, (title, reverse("plans:account", args=[key])), (here, "")]
