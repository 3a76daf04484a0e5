"""The door of a page that needs a person: a stranger is asked to sign in, and loses nothing they typed."""

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from equalterms.people import drafts
from equalterms.people.rules import check_themself

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Open the view to a person who is signed in; send anybody else to sign in and then back here.

    What a signed-out person had typed is kept for them first.
    """

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None:
            if request.method == "POST":
                drafts.keep(request)
            return ask_to_sign_in(request)
        response = view(request, *args, **kwargs)
        # Not "no-store": going back after a lost connection must bring the person's text back. See SignOut.
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    guarded.needs_person = True  # type: ignore[attr-defined]
    return guarded


def themself_only(view: View) -> View:
    """Open the view to the person with their own hands only: a supporter is told that it is not theirs to do."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        check_themself(request.person)
        return view(request, *args, **kwargs)

    return signed_in(guarded)


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Redirect to the sign-in page, which leads back to the page on which the person was."""
    return redirect_to_login(drafts.came_from(request), resolve_url(settings.LOGIN_URL))
