"""Where people are signed in: noticing it, telling devices apart in words, ending it."""

from collections.abc import Iterable
from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.people import drafts
from equalterms.people.models import SignedInSession, Support

NOTED_EVERY = timedelta(minutes=10)  # so that reading pages does not write to the database each time
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def session_of(request: HttpRequest) -> SignedInSession:
    """Return the row of this request's session, noting that it is in use."""
    now = timezone.now()
    session_key = request.session.session_key or ""
    row = SignedInSession.objects.filter(session_key=session_key, person=request.user.pk).first()
    if row is None:
        return begin(request, session_key)
    if row.acting_for_id is not None:  # asked for apart: most people act for nobody, and every request comes this way
        supports = Support.objects.select_related("person", "supporter")
        row.acting_for = supports.filter(pk=row.acting_for_id).first()
    if now - row.used_at > NOTED_EVERY:
        row.used_at = now
        SignedInSession.objects.filter(pk=row.pk).update(used_at=now)
    return row


def begin(request: HttpRequest, session_key: str) -> SignedInSession:
    """Write the row of a session that has just begun, and remember in which browser."""
    now = timezone.now()
    values = {
        "browser": drafts.browser_digest(request) or drafts.start_browser(request),
        "device": device_words(request.headers.get("User-Agent", "")),
        "acting_for": None,
        "ended_at": None,
        "started_at": now,
        "used_at": now,
    }
    try:
        with transaction.atomic():
            row, _made = SignedInSession.objects.update_or_create(
                session_key=session_key, defaults={"person": request.user, **values}
            )
    except IntegrityError:  # two first requests of one session at once
        row = SignedInSession.objects.get(session_key=session_key)
    return row


def device_words(agent: str) -> str:
    """Return what a person would call their browser and device, for example "Firefox on Windows"."""
    browser = next((words for mark, words in BROWSERS if mark in agent), "")
    system = next((words for mark, words in SYSTEMS if mark in agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A device we do not know")


def end(rows: Iterable[SignedInSession]) -> int:
    """End sessions at once, wherever they are open; return how many."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    ended = list(rows)
    for row in ended:
        store(row.session_key).delete()
    SignedInSession.objects.filter(pk__in=[row.pk for row in ended]).update(ended_at=timezone.now(), acting_for=None)
    return len(ended)


def note_end(request: HttpRequest) -> None:
    """Note that the session in which this request began is over: signed out, or signed in as somebody else."""
    row = request.signed_in_session  # type: ignore[attr-defined]
    if row is not None and request.session.session_key != row.session_key:
        SignedInSession.objects.filter(pk=row.pk).update(ended_at=timezone.now(), acting_for=None)


def clear_ended_sessions() -> int:
    """Delete sessions that have run out, and the rows that speak of them; return how many rows."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    oldest = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    count, _by_model = SignedInSession.objects.filter(used_at__lt=oldest).delete()
    return count
