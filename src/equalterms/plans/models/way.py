"""A way of working together: the list that an installation can extend."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.Model):
    """For example "Design workshop" or "Members on the interview panel"."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    order = models.PositiveSmallIntegerField(default=100)
    in_use = models.BooleanField(default=True)

    class Meta:
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name
