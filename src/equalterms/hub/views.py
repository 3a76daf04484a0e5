"""Serving the pictures of pages, made ready for reading; never the file that somebody put in."""

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from equalterms.hub.queries.pictures import picture_for

KEPT_FOR = 365 * 24 * 3600  # seconds: a picture's address changes with its content


@require_safe
@cache_control(max_age=KEPT_FOR, public=True, immutable=True)
def picture(request: HttpRequest, key: str) -> HttpResponseBase:
    ready = picture_for(key)
    return FileResponse(ready.file.open("rb"), content_type=ready.content_type)
