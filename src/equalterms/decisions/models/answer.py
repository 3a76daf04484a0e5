"""Who is asked, and what they answer: beside their name in an open decision, on a ballot without it in a secret one."""

import uuid

from django.db import models

from equalterms.decisions.models.decision import Decision
from equalterms.decisions.vocabulary import Stance
from equalterms.groups.vocabulary import Capacity
from equalterms.people.models import Person


class AskedMember(models.Model):
    """A member to whom a text was put, and as what they sat when it was put.

    `answered_number` is the text that they answered last. Of a secret decision it is cleared at the end.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="asked_members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asked_to_decide")
    capacity = models.CharField(max_length=20, choices=Capacity.choices)
    answered_number = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "person"], name="asked_to_decide_once")]

    def __str__(self) -> str:
        return f"{self.person} about {self.decision}"


class Answer(models.Model):
    """One member's answer in an open decision, to one version of the text."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="answers_given")
    number = models.PositiveSmallIntegerField()
    stance = models.CharField(max_length=20, choices=Stance.choices)
    words = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["decision", "person"], name="one_answer_each")]

    def __str__(self) -> str:
        return f"An answer to {self.decision}"


class EarlierAnswer(models.Model):
    """What somebody had answered before they changed it. Only they see it."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="earlier")
    number = models.PositiveSmallIntegerField()
    stance = models.CharField(max_length=20, choices=Stance.choices)
    words = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["given_at", "pk"]

    def __str__(self) -> str:
        return f"An earlier answer to {self.answer.decision}"


class Ballot(models.Model):
    """One answer in a secret decision: no person, no moment, no order. It is destroyed when the answers are counted.

    `token` can be found from a person only with the site's secret key (see `ballots`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="ballots")
    token = models.CharField(max_length=64)
    number = models.PositiveSmallIntegerField()
    stance = models.CharField(max_length=20, choices=Stance.choices)
    words = models.TextField(blank=True)
    words_shown = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "token"], name="one_ballot_each")]

    def __str__(self) -> str:
        return f"A ballot of {self.decision}"
