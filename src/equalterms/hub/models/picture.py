"""Pictures on pages. None can be kept without words for people who cannot see it, or the reason why it needs none."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from equalterms.ledger.keys import Keyed

FILE_NAME = re.compile(
    r"^\S+\.(jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp)$|^(img|dsc|image|photo|screenshot)[-_ ]?\d+$", re.I
)


class Picture(AbstractImage):
    """A picture with its alternative text; or, where it only decorates, with the reason for having none."""

    description = None  # one text for one purpose: `alternative_text`
    alternative_text = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What somebody needs to know who cannot see the picture. Leave out “picture of”."),
    )
    only_decorates = models.BooleanField(
        _("this picture only decorates"), default=False, help_text=_("Readers who cannot see it miss nothing.")
    )
    decorative_because = models.CharField(
        _("why nobody misses it"), max_length=250, blank=True, help_text=_("Needed when the picture only decorates.")
    )

    admin_form_fields = (
        "title",
        "file",
        "alternative_text",
        "only_decorates",
        "decorative_because",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields: ClassVar[list[Any]] = [
        *(field for field in AbstractImage.search_fields if field.field_name != "description"),
        index.SearchField("alternative_text", boost=0.5),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(only_decorates=False) & ~Q(alternative_text=""))
                | (Q(only_decorates=True, alternative_text="") & ~Q(decorative_because="")),
                name="picture_has_words_or_reason",
                violation_error_message=_("Write the alternative text, or say why the picture needs none."),
            )
        ]

    def clean(self) -> None:
        super().clean()
        self.alternative_text = self.alternative_text.strip()
        self.decorative_because = self.decorative_because.strip()
        if self.only_decorates and not self.decorative_because:
            raise ValidationError({"decorative_because": _("Say why nobody misses this picture.")})
        if self.only_decorates and self.alternative_text:
            raise ValidationError(
                {
                    "alternative_text": _(
                        "A picture that only decorates has no alternative text. Choose one or the other."
                    )
                }
            )
        if not self.only_decorates and not self.alternative_text:
            raise ValidationError(
                {"alternative_text": _("Write what somebody needs to know who cannot see the picture.")}
            )
        if FILE_NAME.match(self.alternative_text):
            raise ValidationError({"alternative_text": _("This is the name of a file. Say what the picture tells.")})

    @property
    def default_alt_text(self) -> str:
        return self.alternative_text


class PictureRendition(Keyed, AbstractRendition):
    """A picture made ready for a page: its size, without what a camera hid in the file. Only these are served."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="picture_rendition_once")
        ]

    def __str__(self) -> str:
        return f"{self.image} ({self.filter_spec})"

    @property
    def url(self) -> str:
        return reverse("hub:picture", kwargs={"key": self.key})
