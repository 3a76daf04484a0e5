"""How a person wishes to hear from us, beyond what their access needs say already."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.notices.vocabulary import QUIET_FROM, QUIET_UNTIL, MessageWay
from equalterms.people.models import Person


class Wishes(Keyed):
    """With no `way`, the access needs decide. `daily` and `stopped` hold codes of kinds."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="wishes")
    way = models.CharField(_("way"), max_length=20, choices=MessageWay.choices, blank=True)
    post_to = models.TextField(_("postal address"), blank=True)
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True, default=QUIET_FROM)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True, default=QUIET_UNTIL)
    daily = models.JSONField(default=list)
    stopped = models.JSONField(default=list)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Wishes {self.key}"
