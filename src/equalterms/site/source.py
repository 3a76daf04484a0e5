"""The source code of this very site, for everybody who uses it: what the licence (AGPL, section 13) asks."""

import io
import tarfile
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms import __version__

PACKAGE = Path(__file__).resolve().parent.parent
BESIDE = ("LICENSE", "README.md", "CHANGELOG.md", "Makefile", "pyproject.toml", "uv.lock", "requirements.txt")
NEVER = {"__pycache__"}


@require_safe
def show_source(request: HttpRequest) -> HttpResponse:
    """Say under which licence this site runs, and where its source is."""
    context = {
        "heading": _("Source code"),
        "lead": _("This site is free software. You can read it, use it, change it and share it."),
        "version": __version__,
        "elsewhere": settings.SOURCE_URL,
        "trail": [(_("Home"), "/"), (_("Source code"), "")],
    }
    return render(request, "site/source.html", context)


@require_safe
def download_source(request: HttpRequest) -> HttpResponse:
    """Give the code that runs here, changes of this installation included. Never its data or settings."""
    response = HttpResponse(packed_source(), content_type="application/gzip")
    response["Content-Disposition"] = f'attachment; filename="equalterms-{__version__}.tar.gz"'
    return response


@lru_cache(maxsize=1)
def packed_source() -> bytes:
    """Pack the package, and where it runs from a checkout the files beside it, once for each process."""
    packed = io.BytesIO()
    root = f"equalterms-{__version__}"
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for path in sorted(PACKAGE.rglob("*")):
            if path.is_file() and not NEVER & set(path.parts):
                _add(archive, path, f"{root}/src/equalterms/{path.relative_to(PACKAGE)}")
        checkout = PACKAGE.parent.parent
        if (checkout / "pyproject.toml").is_file():
            for name in BESIDE:
                if (checkout / name).is_file():
                    _add(archive, checkout / name, f"{root}/{name}")
    return packed.getvalue()


def _add(archive: tarfile.TarFile, path: Path, name: str) -> None:
    content = path.read_bytes()
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    archive.addfile(entry, io.BytesIO(content))
