"""The mark of a page that looks the same for everybody who is not signed in, so that it may be kept for a moment."""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

View = Callable[..., HttpResponse]
MARK = "same_for_all_visitors"


def same_for_all_visitors(view: View) -> View:
    """Mark what a view answers to visitors who are not signed in as the same for all of them.

    Such an answer may depend on the address, the display preferences and what is stored; never on who asks, on a
    cookie or on the hour. Everything that changes it leaves a ledger event or an entry in the editors' log.
    """

    @functools.wraps(view)
    def marked(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponse) and request.person is None:
            setattr(response, MARK, True)
        return response

    return marked
