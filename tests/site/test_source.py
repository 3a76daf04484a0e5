"""Whoever uses the site can get the code that runs it, as its licence promises."""

import io
import tarfile

import pytest

pytestmark = pytest.mark.django_db


def test_the_footer_leads_to_the_source(client):
    assert b'href="/source/"' in client.get("/record/").content
    assert b"/source/equalterms.tar.gz" in client.get("/source/").content


def test_the_file_holds_the_code_and_nothing_else(client):
    answer = client.get("/source/equalterms.tar.gz")
    with tarfile.open(fileobj=io.BytesIO(answer.content)) as archive:
        names = archive.getnames()
    assert any(name.endswith("src/equalterms/site/source.py") for name in names)
    assert any(name.endswith("/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name or name.endswith(".sqlite3") or "/var/" in name]
