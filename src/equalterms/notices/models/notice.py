"""A notice: one thing that a person is told, in plain words, with the page where it stands."""

from django.db import models
from django.db.models import Q

from equalterms.ledger.keys import Keyed
from equalterms.notices.kinds import LONGEST_CODE, NoticeKind, kind_of
from equalterms.notices.models.message import Message
from equalterms.people.models import Organisation, Person


class NoticeQuerySet(models.QuerySet["Notice"]):
    def waiting(self) -> "NoticeQuerySet":
        """Return those that are still to be put into a message."""
        return self.filter(message__isnull=True, withdrawn_at__isnull=True, due_at__isnull=False)


class Notice(Keyed):
    """What was said to whom. With no `due_at` it stands on the person's page and is not sent."""

    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=LONGEST_CODE)
    subject = models.CharField(max_length=200)
    parts = models.JSONField(default=list)  # see notices.wording
    link = models.CharField(max_length=300, blank=True)  # the path of a page of this site
    about_kind = models.CharField(max_length=60, blank=True)
    about_key = models.CharField(max_length=60, blank=True)
    place_kind = models.CharField(max_length=60)
    place_key = models.CharField(max_length=12)
    place_name = models.CharField(max_length=160)
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    dedupe_key = models.CharField(max_length=200, unique=True)
    queued_at = models.DateTimeField()
    queued_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    due_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    message = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, blank=True, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "-pk"]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(message__isnull=True, withdrawn_at__isnull=True, due_at__isnull=False),
                name="notice_waiting",
            ),
            models.Index(fields=["about_kind", "about_key"], name="notice_about"),
            models.Index(fields=["to", "-queued_at"], name="notice_of_person"),
        ]

    def __str__(self) -> str:
        return f"Notice {self.key}"

    @property
    def kind_known(self) -> NoticeKind:
        return kind_of(self.kind)
