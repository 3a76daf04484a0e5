"""Pictures that everybody may see, by their key."""

from dataclasses import dataclass
from typing import Any

from equalterms.hub.models import PictureRendition
from equalterms.people.exceptions import NotVisible

# What a browser may be told. Anything else is not a picture that this site made.
CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
}


@dataclass(frozen=True)
class ReadyPicture:
    """A picture's file, and what kind of file it is."""

    file: Any
    content_type: str


def picture_for(key: str) -> ReadyPicture:
    """Return the picture of this key. Raises NotVisible when there is none."""
    rendition = PictureRendition.objects.filter(key=key).first()
    content_type = CONTENT_TYPES.get(rendition.file.name.rpartition(".")[2].lower()) if rendition else None
    if rendition is None or content_type is None or not rendition.file.storage.exists(rendition.file.name):
        raise NotVisible
    return ReadyPicture(rendition.file, content_type)
