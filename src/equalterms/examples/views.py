"""Being one of the example people. Absent, like any address that does not exist, unless this is a demo."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from equalterms.examples.queries import example_people, person_to_try
from equalterms.people.actions.signing_in import sign_in_as_example

View = Callable[..., HttpResponse]


def demo_only(view: View) -> View:
    """Answer as if the address did not exist, except in a demo and in tests."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (settings.IS_DEMO or settings.EQUALTERMS_MODE == "test"):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@demo_only
@require_GET
def try_as(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "examples/try_as.html",
        {
            "heading": _("Try it as one of the example people"),
            "lead": _(
                "They live or work in the made-up county of Northshire. Choose one, and see the site as they see it."
            ),
            "sides": example_people(),
        },
    )


@demo_only
@require_POST
def try_as_person(request: HttpRequest, slug: str) -> HttpResponse:
    person = person_to_try(slug)
    sign_in_as_example(request, person)
    messages.success(request, _("You are now trying it as %(name)s.") % {"name": person.name})
    return redirect(resolve_url(settings.LOGIN_REDIRECT_URL))
