"""The door to the editors' rooms: only people whose duty it is come in, by the site's own sign-in."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from equalterms.hub.actions.editors import admit_editor

ROOMS = "/editors/"


class EditorsDoor:
    """Stand before Wagtail's pages, so that its own sign-in (by password) is never reached."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOMS):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        admit_editor(person=request.user, by=request.user)
        return self.get_response(request)
