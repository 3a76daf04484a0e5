"""Files as evidence: safe before they are kept, private until published, given out only as downloads."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.documents import making
from tests.plans.conftest import Place

from equalterms.documents.receiving import receive
from equalterms.documents.storage import private_storage
from equalterms.ledger.queries import verify
from equalterms.plans.actions.changing import publish_change
from equalterms.plans.actions.recording import (
    add_evidence_file,
    correct_account,
    discard_draft,
    record_account,
    remove_evidence,
)
from equalterms.plans.models import AccountVersion, ClaimDraft, Evidence


def draft_with_file(place: Place) -> tuple[AccountVersion, Evidence]:
    version = record_account(change=place.draft_change(), claim=place.claim(), by=place.manager)
    received = receive(SimpleUploadedFile("notes.pdf", making.PDF))
    return version, add_evidence_file(version=version, title="Notes", received=received, by=place.manager)


def test_a_draft_file_exists_for_the_responsible_managers_only(place: Place, as_person: Any) -> None:
    _version, evidence = draft_with_file(place)
    url = f"/record/evidence/{evidence.key}/"
    assert as_person(place.manager).get(url).status_code == 200
    for person in (place.other_manager, place.administrator, place.members[0], place.outsider, None):
        assert as_person(person).get(url).status_code == 404


def test_a_public_file_is_a_download_and_nothing_else(place: Place, as_person: Any) -> None:
    version, evidence = draft_with_file(place)
    publish_change(change=version.account.change, by=place.manager)
    response = as_person(None).get(f"/record/evidence/{evidence.key}/")
    assert b"".join(response.streaming_content) == making.PDF
    assert response.headers["Content-Disposition"] == 'attachment; filename="notes.pdf"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert verify().whole


def test_a_file_sent_through_the_page_is_made_safe(place: Place, as_person: Any) -> None:
    version = record_account(change=place.draft_change(), claim=place.claim(), by=place.manager)
    client = as_person(place.manager)
    url = f"/accounts/drafts/{ClaimDraft.objects.get().key}/evidence/"
    photo = SimpleUploadedFile("a\u202egpj.exe", making.picture_with_place())
    assert client.post(url, {"title": "The room", "url": "", "file": photo}).status_code == 302
    evidence = version.evidence.get()
    assert (evidence.file_name, evidence.content_type) == ("agpj.jpg", "image/jpeg")
    assert b"Secret" not in evidence.file.read()
    assert "exe" not in evidence.file.name
    response = client.post(url, {"title": "A page", "url": "", "file": SimpleUploadedFile("a.svg", b"<svg></svg>")})
    assert "We cannot take this kind of file." in response.content.decode()
    assert version.evidence.count() == 1


def test_a_file_stays_as_long_as_a_version_rests_on_it(place: Place, django_capture_on_commit_callbacks: Any) -> None:
    version, evidence = draft_with_file(place)
    publish_change(change=version.account.change, by=place.manager)
    account = version.account
    account.refresh_from_db()
    new = correct_account(account=account, claim=place.claim(rung=4), corrects_because="High", by=place.manager)
    with django_capture_on_commit_callbacks(execute=True):
        remove_evidence(evidence=new.evidence.get(), by=place.manager)
        discard_draft(version=new, by=place.manager)
    assert private_storage().exists(evidence.file.name)


@pytest.mark.parametrize("whole_draft", [True, False])
def test_a_file_of_a_draft_goes_with_it(
    place: Place, whole_draft: bool, django_capture_on_commit_callbacks: Any
) -> None:
    version, evidence = draft_with_file(place)
    assert private_storage().exists(evidence.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        if whole_draft:
            discard_draft(version=version, by=place.manager)
        else:
            remove_evidence(evidence=evidence, by=place.manager)
    assert not private_storage().exists(evidence.file.name)
