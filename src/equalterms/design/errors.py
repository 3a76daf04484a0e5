"""Calm pages for when something goes wrong. What is private and what is absent look the same."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def unavailable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the site is busy or being mended. Needs neither a session nor a database."""
    response = HttpResponse(render_to_string("503.html"), status=503)
    response.headers["Retry-After"] = "30"
    response.headers["Cache-Control"] = "no-store"
    return response
