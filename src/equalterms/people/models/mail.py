"""An e-mail on its way out. It is written with what caused it, and sent afterwards in the background."""

from django.db import models

from equalterms.ledger.keys import Keyed


class Mail(Keyed):
    """One message to one address. Its words are erased once it is sent, because they may hold a code or a link."""

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    written_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["written_at"], condition=models.Q(sent_at__isnull=True), name="mail_waiting")]

    def __str__(self) -> str:
        return f"Mail {self.key}"
