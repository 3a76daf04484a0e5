"""A form's question for a file, which gives the file back made safe."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from equalterms.documents.receiving import Received, receive
from equalterms.documents.vocabulary import KINDS

ACCEPT = ",".join(f".{kind.ending}" for kind in KINDS) + ",.jpeg"


class SafeFileField(forms.FileField):
    """One file. Its clean value is a `Received`, or None where nothing was chosen."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ACCEPT}))
        kwargs.setdefault(
            "help_text",
            _(
                "A PDF, a picture, a Word, Excel or OpenDocument file, a CSV table or plain text, up to 10 MB. "
                "Where and when a picture was taken is removed from it."
            ),
        )
        super().__init__(**kwargs)

    def to_python(self, data: UploadedFile | None) -> UploadedFile | None:
        return None if data in self.empty_values else data

    def clean(self, data: Any, initial: Any = None) -> Received | None:
        upload = super().clean(data, initial)
        return receive(upload) if isinstance(upload, UploadedFile) else None
