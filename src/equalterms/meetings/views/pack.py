"""The pack of a meeting in every format, made when it is asked for."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from equalterms.engines.press import STYLE, Document, Print, epub, html, pdf, text
from equalterms.meetings.queries.pack import pack_of
from equalterms.meetings.queries.pack_document import document_of
from equalterms.meetings.views.frame import when_in_words
from equalterms.people.exceptions import NotVisible

_STYLE_DIGEST = b64encode(sha256(STYLE.encode()).digest()).decode()
PAGE_POLICY = (
    f"default-src 'none'; img-src data:; style-src 'sha256-{_STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""The printable page brings its own style sheet and pictures; the policy knows that style sheet and nothing else."""
FOLDERS_OF_FONTS = ("/usr/share/fonts",)
"""More fonts of this computer, for letters of other scripts."""


@dataclass(frozen=True)
class PackFormat:
    """One way in which a pack is given out."""

    media: str
    ending: str
    make: Callable[[Document], bytes | str]
    saved: bool = False  # given to be saved, not to be shown


def _print(size: int) -> PackFormat:
    return PackFormat("application/pdf", "pdf", partial(pdf, how=Print(size, FOLDERS_OF_FONTS)))


FORMATS = {
    "pdf": _print(12),
    "large-print-18": _print(18),
    "large-print-24": _print(24),
    "large-print-28": _print(28),
    "epub": PackFormat("application/epub+zip", "epub", epub, saved=True),
    "text": PackFormat("text/plain; charset=utf-8", "txt", text),
    "page": PackFormat("text/html; charset=utf-8", "html", html),
}


@require_safe
def show_pack(request: HttpRequest, key: str, format: str) -> HttpResponse:
    if format not in FORMATS:
        raise NotVisible
    way = FORMATS[format]
    pack = pack_of(request.person, key)
    document = document_of(pack, when=when_in_words(pack.meeting), whole=lambda path: settings.SITE_URL + path)
    response = HttpResponse(way.make(document), content_type=way.media)
    name = f"{slugify(pack.meeting.title)[:60] or 'meeting'}-{format}.{way.ending}"
    response.headers["Content-Disposition"] = f'{"attachment" if way.saved else "inline"}; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    if format == "page":
        response.headers["Content-Security-Policy"] = PAGE_POLICY
    return response
