"""Plain files that programs look for: what a search engine may read, and whom to tell about a weakness."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

PLAIN = "text/plain; charset=utf-8"
KEPT_FRESH = timedelta(days=180)  # RFC 9116 asks for a date less than a year away


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let search engines read the public pages of a real site, and nothing of a demo."""
    closed = "/" if settings.IS_DEMO else "/editors/"
    return HttpResponse(f"User-agent: *\nDisallow: {closed}\n", content_type=PLAIN)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Say whom to tell about a weakness (RFC 9116): who the owner says, or else the help page."""
    owner = settings.SITE_OWNER["email"]
    contact = settings.SECURITY_CONTACT or (f"mailto:{owner}" if owner else f"{settings.SITE_URL}/help/")
    expires = (datetime.now(UTC) + KEPT_FRESH).strftime("%Y-%m-%dT00:00:00Z")
    return HttpResponse(f"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en\n", content_type=PLAIN)
