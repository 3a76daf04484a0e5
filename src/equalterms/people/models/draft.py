"""What a person had typed into a form before it could be sent."""

from django.db import models
from django.db.models import Q

from equalterms.ledger.keys import Keyed
from equalterms.people.models.person import Person


class Draft(Keyed):
    """The text of one unfinished form, for one person only.

    A draft of somebody who was no longer signed in has no `person` yet: it belongs to a browser, and
    only that browser may claim it, and only for `meant_for` where we know who was signed in there last.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="drafts")
    # The supporter who typed it for the person; what the person types alone is not shown to a supporter.
    typed_by = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    browser = models.CharField(max_length=64, blank=True)  # digest of the browser's token
    meant_for = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    path = models.CharField(max_length=300)  # to which the form is sent
    page = models.CharField(max_length=500)  # on which the form stands
    fields = models.JSONField(default=dict)  # name -> list of texts
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "path"],
                condition=Q(person__isnull=False, typed_by__isnull=True),
                name="own_draft_once",
            ),
            models.UniqueConstraint(
                fields=["person", "typed_by", "path"],
                condition=Q(typed_by__isnull=False),
                name="typed_draft_once",
            ),
            models.UniqueConstraint(
                fields=["browser", "path"], condition=Q(person__isnull=True), name="browser_draft_once"
            ),
        ]
        indexes = [models.Index(fields=["saved_at"], name="draft_by_age")]

    def __str__(self) -> str:
        return f"Draft {self.key}"
