"""What I was asked and what I said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.people.guards import signed_in
from equalterms.plans.queries.reading import asked_about


@signed_in
@require_safe
def show_asked(request: HttpRequest) -> HttpResponse:
    context = {
        "heading": _("What I was asked and what I said"),
        "lead": _("Only you see this page."),
        "lines": asked_about(request.person),
        "trail": [(_("Home"), "/"), (_("Me"), reverse("people:me")), (_("What I was asked"), "")],
    }
    return render(request, "plans/members/mine.html", context)
