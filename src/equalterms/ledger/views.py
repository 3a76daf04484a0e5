"""The public page of the ledger: what it is, and the heads that anybody may keep."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.paging import pager_for
from equalterms.ledger.queries import heads_published

A_PAGE = 31  # days


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """Show the published heads, newest first."""
    page = Paginator(heads_published(), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": _("The ledger: a record that nobody can quietly rewrite"),
        "lead": _("Each thing that is done here is written down. You can check that nothing was changed afterwards."),
        "page": page,
        "pager": pager_for(page, request),
    }
    return render(request, "ledger/heads.html", context)
