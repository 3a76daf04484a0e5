"""No picture without words for those who cannot see it; and only what was made ready is served."""

import io
from typing import Any

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from equalterms.hub.models import Picture


def image_file(name: str = "seats.png") -> ImageFile:
    content = io.BytesIO()
    Image.new("RGB", (900, 600), "#a63f0c").save(content, "PNG")
    return ImageFile(io.BytesIO(content.getvalue()), name=name)


def picture(**words: Any) -> Picture:
    return Picture(title="Seats", file=image_file(), **words)


@pytest.fixture(autouse=True)
def _forget_pictures_of_other_tests() -> None:
    cache.clear()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({}, "alternative_text"),
        ({"alternative_text": "   "}, "alternative_text"),
        ({"alternative_text": "IMG_2041"}, "alternative_text"),
        ({"alternative_text": "board-meeting.jpg"}, "alternative_text"),
        ({"only_decorates": True}, "decorative_because"),
        ({"only_decorates": True, "decorative_because": " "}, "decorative_because"),
        ({"only_decorates": True, "decorative_because": "A line.", "alternative_text": "A line"}, "alternative_text"),
    ],
)
def test_a_picture_without_words_is_refused(db: None, words: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        picture(**words).full_clean()
    assert field in refused.value.message_dict


@pytest.mark.parametrize(
    "words",
    [
        {"alternative_text": "Ten people around a table, two of them in wheelchairs."},
        {"only_decorates": True, "decorative_because": "A coloured line between two parts of the page."},
    ],
)
def test_a_picture_with_words_or_a_reason_is_kept(db: None, words: dict[str, Any]) -> None:
    kept = picture(**words)
    kept.full_clean()
    kept.save()
    assert kept.pk


def test_the_database_refuses_it_too(db: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        picture().save()


def test_the_form_of_editors_asks_for_the_words(db: None) -> None:
    form_class = get_image_form(get_image_model())
    assert {"alternative_text", "only_decorates", "decorative_because"} <= set(form_class.base_fields)
    assert "description" not in form_class.base_fields
    form = form_class({"title": "Seats"}, {"file": image_file()})
    assert not form.is_valid()
    assert "alternative_text" in form.errors


def test_a_decorative_picture_is_silent_and_another_speaks(db: None) -> None:
    quiet = picture(only_decorates=True, decorative_because="A line.")
    quiet.save()
    spoken = picture(alternative_text="A round table.")
    spoken.save()
    assert quiet.get_rendition("width-100").alt == ""
    assert spoken.get_rendition("width-100").alt == "A round table."


def test_only_what_was_made_ready_is_served(db: None) -> None:
    kept = picture(alternative_text="A round table.")
    kept.save()
    ready = kept.get_rendition("width-100")
    response = Client().get(ready.url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(b"".join(response.streaming_content))).width == 100
    for address in (f"/files/{kept.file.name}", "/pictures/000000000000/", f"/pictures/{kept.pk}/"):
        assert Client().get(address).status_code == 404
