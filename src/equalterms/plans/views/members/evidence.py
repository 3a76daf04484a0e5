"""Giving out a file on which a claim rests."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from equalterms.documents.serving import as_download
from equalterms.people.exceptions import NotVisible
from equalterms.plans.queries.claims import evidence_file_for


@require_safe
def give_out(request: HttpRequest, key: str) -> FileResponse:
    evidence = evidence_file_for(request.person, key)
    try:
        return as_download(evidence.file, name=evidence.file_name, content_type=evidence.content_type)
    except FileNotFoundError as error:  # lost from the disk: an administrator finds it in the backup check
        raise NotVisible from error
