"""The public record: every claim of co-production with what the members say."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.paging import Pager
from equalterms.design.visitors import same_for_all_visitors
from equalterms.plans.forms.filtering import RecordForm
from equalterms.plans.queries.cards import card_of
from equalterms.plans.queries.record import page_of_record


@require_safe
@same_for_all_visitors
def show_record(request: HttpRequest) -> HttpResponse:
    form = RecordForm(request.GET)
    page = page_of_record(request.person, form.wanted(), before=request.GET.get("before", ""))
    context = {
        "heading": _("Where did co-production take place?"),
        "lead": _("What the people in charge say, and what the members say. Always side by side."),
        "form": form,
        "narrow": form.is_narrow,
        "cards": [card_of(face) for face in page.faces],
        "pager": _pager(request, page.older),
        "exports": _exports(request),
        "trail": [(_("Home"), "/"), (_("The public record"), "")],
    }
    return render(request, "plans/record/record.html", context)


def _pager(request: HttpRequest, older: str) -> Pager:
    query = request.GET.copy()
    newest = ""
    if "before" in query:
        del query["before"]
        newest = f"?{query.urlencode()}"
    query["before"] = older
    return Pager(
        previous_url=newest,
        next_url=f"?{query.urlencode()}" if older else "",
        previous_text=_("Newest accounts"),
        next_text=_("Older accounts"),
    )


def _exports(request: HttpRequest) -> list[tuple[str, str]]:
    query = request.GET.copy()
    query.pop("before", None)
    tail = f"?{query.urlencode()}" if query else ""
    return [
        (_("As a table (CSV)"), reverse("plans:record_csv") + tail),
        (_("As data (JSON)"), reverse("plans:record_json") + tail),
        (_("As a feed (Atom)"), reverse("plans:record_atom") + tail),
        (_("How programs can ask (API)"), "/api/"),
    ]
