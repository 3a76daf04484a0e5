"""Who is credited in this request: the person signed in, or the person whom they support."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.people.drafts import remember_browser
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.people.rules import may_act_for, may_write_for
from equalterms.people.sessions import note_end, session_of

SAFE = ("GET", "HEAD", "OPTIONS")


class PersonMiddleware:
    """Set `request.person`: a Person, or None for somebody who is not signed in.

    While a supporter acts for somebody, it is that person, with the supporter as `entered_by`. Whether they
    still may is looked up in every request, so that ending it takes effect at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.person = person_of(request)
        response = self.get_response(request)
        note_end(request)
        if request.signed_in_session is None and request.user.is_authenticated:
            session_of(request)  # they have just signed in: from now on this browser is known as theirs
        remember_browser(request, response)
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Refuse what a supporter who may only read would write."""
        person = request.person
        if person is None or person.entered_by is None or request.method in SAFE:
            return
        if not may_write_for(request.signed_in_session.acting_for) and request.path not in always_open():
            words = _("%(name)s asked you to read things to them, not to write for them.")
            raise NotAllowed(words % {"name": person.name})


def person_of(request: HttpRequest) -> Person | None:
    """Return who is credited in this request. Sets `request.signed_in_session` for somebody signed in."""
    request.signed_in_session = None
    if not request.user.is_authenticated:
        return None
    signed_in: Person = request.user
    request.signed_in_session = session = session_of(request)
    support = session.acting_for
    if support is None or not may_act_for(signed_in, support) or not support.person.is_active:
        return signed_in
    person = support.person
    person.entered_by = signed_in
    return person


def always_open() -> tuple[str, ...]:
    """Return the addresses to which a supporter who may only read can still send something of their own."""
    return (reverse("people:stop_acting"), reverse("account_logout"), reverse("design:display"))
