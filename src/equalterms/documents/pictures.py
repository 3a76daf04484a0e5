"""Pictures are drawn anew: what is not picture (place, camera, names, hidden files) does not come along."""

import io
import warnings
from typing import BinaryIO

from django.core.exceptions import ValidationError
from PIL import Image, ImageOps, UnidentifiedImageError

from equalterms.documents.vocabulary import (
    DAMAGED,
    JPEG,
    LONGEST_SIDE,
    MOST_JPEG_PIXELS,
    MOST_PIXELS,
    PICTURES,
    TOO_MANY_PIXELS,
    Kind,
)

SAVED_AS = {
    "PNG": {"optimize": False, "compress_level": 6},
    "JPEG": {"quality": 88},
    "WEBP": {"quality": 88, "method": 2},
}


def drawn_anew(file: BinaryIO, kind: Kind) -> bytes:
    """Return the picture encoded anew, upright, without metadata. Refuses too many pixels before decoding any."""
    file.seek(0)
    name = next(known for known, of_kind in PICTURES.items() if of_kind is kind)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=[name]) as picture:
                check_pixels(picture, kind)
                if kind is JPEG:
                    picture.draft(picture.mode, (LONGEST_SIDE, LONGEST_SIDE))  # decodes at a smaller scale
                picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(picture)
                return _encoded(upright, name)
    except ValidationError:
        raise
    except Image.DecompressionBombError as error:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError) as error:
        raise ValidationError(DAMAGED, code="damaged") from error


def check_pixels(picture: Image.Image, kind: Kind) -> None:
    width, height = picture.size
    plain_jpeg = kind is JPEG and not picture.info.get("progressive")
    if width * height > (MOST_JPEG_PIXELS if plain_jpeg else MOST_PIXELS):
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")


def _encoded(picture: Image.Image, name: str) -> bytes:
    mode = "RGB"
    if name != "JPEG" and (picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info):
        mode = "RGBA"
    elif picture.mode in ("L", "1"):
        mode = "L" if name != "WEBP" else "RGB"
    plain = picture if picture.mode == mode else picture.convert(mode)
    plain.info = {}  # also what Pillow would write again by itself: profile, comment, transparency
    out = io.BytesIO()
    plain.save(out, format=name, exif=b"", **SAVED_AS[name])
    return out.getvalue()
