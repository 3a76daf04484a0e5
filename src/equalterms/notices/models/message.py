"""A message: what is sent to one person at one moment, by one way. It carries one notice or several."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.ledger.keys import Keyed
from equalterms.notices.vocabulary import ON_THE_WAY, MessageState, MessageWay, Trouble
from equalterms.people.models import Organisation, Person


class Message(Keyed):
    """One e-mail, text, letter or call. `lease_until` and `claim` say which worker has it in hands, and how long."""

    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="messages")
    place_kind = models.CharField(max_length=60)
    place_key = models.CharField(max_length=12)
    place_name = models.CharField(max_length=160)
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    way = models.CharField(_("way"), max_length=20, choices=MessageWay.choices, blank=True)
    state = models.CharField(max_length=20, choices=MessageState.choices, default=MessageState.QUEUED)
    made_at = models.DateTimeField()
    try_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=20, choices=Trouble.choices, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reference = models.CharField(max_length=80, blank=True)  # under which GOV.UK Notify knows it

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["try_at"], condition=Q(state__in=ON_THE_WAY), name="message_on_the_way"),
            models.Index(fields=["place_key", "state", "made_at"], name="message_at_desk"),
        ]

    def __str__(self) -> str:
        return f"Message {self.key}"
