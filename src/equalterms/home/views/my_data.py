"""A download of everything that this site knows about the person who asks."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.home.queries.my_data import my_data as everything_about
from equalterms.people.guards import themself_only


@require_safe
@themself_only
def my_data(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate().isoformat()
    content = {
        "what_this_is": _("What %(site)s knows about you") % {"site": settings.SITE_NAME},
        "made_on": today,
        **everything_about(request.person),
    }
    response = JsonResponse(content, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = f'attachment; filename="my-data-{today}.json"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
