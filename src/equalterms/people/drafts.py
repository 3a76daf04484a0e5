"""Unfinished forms survive: what somebody typed is kept for them, comes back in its place, and only to them.

A draft is not yet something that a person did, so it leaves no event in the ledger.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from equalterms.people import tokens
from equalterms.people.models import Draft, Person, SignedInSession

AnyForm = TypeVar("AnyForm", bound=forms.BaseForm)

KEPT_FOR = timedelta(days=30)
BROWSER_COOKIE = "browser"
BROWSER_COOKIE_AGE = 400 * 24 * 3600  # seconds; the longest that browsers allow
LARGEST_DRAFT = 200_000  # characters
MOST_FIELDS = 300
MOST_UNCLAIMED_AN_HOUR = 5_000  # over the whole site, so that nobody can fill the disk while signed out
LONGEST_PATH = 300
LONGEST_PAGE = 500
SECRET_FORM = "secret-"  # noqa: S105  (how the fields of a form begin of which nothing may be kept)
NEVER_KEPT = ("csrfmiddlewaretoken", "kept_path", "next", "password", "code")


def kept_form(request: HttpRequest, form_class: type[AnyForm], *, at: str | None = None, **form_kwargs: Any) -> AnyForm:
    """Return the form of this request: bound on POST; else empty, or filled with this person's draft.

    `at` is the path to which the form is sent, where that is another than the page's own.
    """
    if request.method == "POST":
        return keeping(form_class(data=request.POST, files=request.FILES, **form_kwargs), at)
    form = keeping(form_class(**form_kwargs), at)
    draft = draft_for(request, at or request.path)
    if draft is not None and hasattr(form, "fields"):
        fill(form, draft.fields)
        form.kept_draft = draft  # type: ignore[attr-defined]
        messages.info(request, _("We kept what you wrote. Nothing has been sent yet."), extra_tags="kept")
    return form


def keeping(form: AnyForm, at: str | None) -> AnyForm:
    """Tell the form's page where script may keep what is being typed. It keeps by the page's own path."""
    if at is None:
        form.keep_url = reverse("people:keep_draft")  # type: ignore[attr-defined]
    return form


def forget(request: HttpRequest, *, at: str | None = None) -> None:
    """Drop this person's draft for this path, after its form has been sent."""
    if request.person is not None:
        own_drafts(request).filter(path=at or request.path).delete()


def keep(request: HttpRequest, data: Mapping[str, Any] | None = None, *, path: str | None = None) -> Draft | None:
    """Keep the text of a form against this person, or against this browser when nobody is signed in.

    Returns None where it is too large, or not a form of this site. Files and secrets are never kept, and nothing of a
    form with the prefix "secret": a draft would tie a person to a secret answer.
    """
    where = local_path(path or request.path)
    fields = text_of(data if data is not None else request.POST)
    if where is None or not fields or any(name.startswith(SECRET_FORM) for name in fields):
        return None
    if request.person is not None:
        owner = {"person": request.person, "typed_by": request.person.entered_by}
        return save_draft(owner, where, fields, page=came_from(request))
    hour_ago = timezone.now() - timedelta(hours=1)
    if Draft.objects.filter(person=None, saved_at__gte=hour_ago).count() >= MOST_UNCLAIMED_AN_HOUR:
        return None
    browser = browser_digest(request) or start_browser(request)
    owner = {"person": None, "browser": browser}
    return save_draft(owner, where, fields, page=came_from(request), meant_for=last_here(browser))


def save_draft(owner: dict[str, Any], path: str, fields: dict[str, list[str]], **more: Any) -> Draft:
    values = {"fields": fields, "saved_at": timezone.now(), **more}
    try:
        with transaction.atomic():
            draft, _made = Draft.objects.update_or_create(**owner, path=path, defaults=values)
    except IntegrityError:  # the same form was kept twice at once; the second writes over the first
        draft = Draft.objects.get(**owner, path=path)
    return draft


def draft_for(request: HttpRequest, path: str) -> Draft | None:
    """Return this person's draft for a path, claiming one that their browser left before they signed in."""
    if request.person is None:
        return None
    claim(request, path)
    return own_drafts(request).filter(path=path, saved_at__gte=timezone.now() - KEPT_FOR).first()


def own_drafts(request: HttpRequest) -> Any:
    return Draft.objects.filter(person=request.person, typed_by=request.person.entered_by)


def claim(request: HttpRequest, path: str) -> None:
    """Make the draft that this browser left at a path this person's own, unless it was somebody else's."""
    browser = browser_digest(request)
    if not browser:
        return
    left = Draft.objects.filter(person=None, browser=browser, path=path, saved_at__gte=timezone.now() - KEPT_FOR)
    draft = left.first()
    signed_in = request.person.entered_by or request.person
    if draft is None or (draft.meant_for_id is not None and draft.meant_for_id != signed_in.pk):
        return
    with transaction.atomic():
        own_drafts(request).filter(path=path, saved_at__lte=draft.saved_at).delete()
        if own_drafts(request).filter(path=path).exists():
            draft.delete()
            return
        draft.person, draft.typed_by, draft.browser = request.person, request.person.entered_by, ""
        draft.save()


def fill(form: forms.BaseForm, fields: Mapping[str, list[str]]) -> None:
    """Put kept text into an unbound form, each field in the way its widget reads it."""
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    for name, field in form.fields.items():
        prefixed = form.add_prefix(name)
        if isinstance(field, forms.FileField) or field.widget.value_omitted_from_data(data, {}, prefixed):
            continue
        form.initial[name] = field.widget.value_from_datadict(data, {}, prefixed)


def text_of(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the texts of posted data without secrets; nothing at all where there is too much of it."""
    lists = dict(data.lists()) if isinstance(data, QueryDict) else {name: [value] for name, value in data.items()}
    kept = {
        name.replace("\0", ""): [value.replace("\0", "") for value in values if isinstance(value, str)]
        for name, values in lists.items()
        if name not in NEVER_KEPT
    }
    size = sum(len(name) + sum(len(value) for value in values) for name, values in kept.items())
    if size > LARGEST_DRAFT or len(kept) > MOST_FIELDS or not any(any(values) for values in kept.values()):
        return {}
    return kept


def local_path(path: str) -> str | None:
    """Return the path when it is an address of this site that a draft can belong to, else None."""
    if not path.startswith("/") or len(path) > LONGEST_PATH or "\0" in path:
        return None
    if not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return None
    return urlsplit(path).path


def came_from(request: HttpRequest) -> str:
    """Return the local address on which the person was: for a post the page that held the form, else this one."""
    if request.method not in ("GET", "HEAD"):
        referrer = urlsplit(request.headers.get("Referer", ""))
        if referrer.netloc == request.get_host() and local_path(referrer.path):
            address = referrer.path + (f"?{referrer.query}" if referrer.query else "")
            return address if len(address) <= LONGEST_PAGE else referrer.path
        return request.path
    return request.get_full_path()


def browser_digest(request: HttpRequest) -> str:
    """Return the digest of this browser's token, or an empty text."""
    token = request.COOKIES.get(BROWSER_COOKIE, "")
    return tokens.digest(token) if token else ""


def start_browser(request: HttpRequest) -> str:
    """Give this browser a token (the middleware sets the cookie with the answer) and return its digest."""
    token, kept = tokens.issue()
    request.COOKIES[BROWSER_COOKIE] = token
    request.new_browser_token = token  # type: ignore[attr-defined]
    return kept


def remember_browser(request: HttpRequest, response: HttpResponse) -> None:
    """Set the cookie of a browser that was given a token in this request."""
    token = getattr(request, "new_browser_token", None)
    if token is not None:
        response.set_cookie(
            BROWSER_COOKIE,
            token,
            max_age=BROWSER_COOKIE_AGE,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )


def last_here(browser: str) -> Person | None:
    """Return who was signed in last in this browser, when that is known."""
    latest = SignedInSession.objects.select_related("person").filter(browser=browser).order_by("-used_at").first()
    return latest.person if latest is not None else None


def throw_away(draft: Draft) -> None:
    """Delete a draft because its person wants no more of it."""
    draft.delete()


def clear_old_drafts() -> int:
    """Delete drafts that nobody came back to in 30 days; return how many."""
    count, _by_model = Draft.objects.filter(saved_at__lt=timezone.now() - KEPT_FOR).delete()
    return count
