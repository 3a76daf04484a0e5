"""The two doors into a group that somebody opens for you: an invitation and an application."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models.group import Group
from equalterms.groups.vocabulary import ApplicationState, Capacity, Role
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Person


class Application(Keyed):
    """A person asks for a seat and says why; somebody who leads the group answers with words."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="applications")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="group_applications")
    capacity = models.CharField(_("how you would take part"), max_length=20, choices=Capacity.choices)
    why = models.TextField(_("why you would like to join"))
    state = models.CharField(max_length=20, choices=ApplicationState.choices, default=ApplicationState.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(state="open"), name="one_open_application_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} applies to {self.group}"


class GroupInvitation(Keyed):
    """A seat offered by a link. The link works once and for two weeks; only its digest is stored."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField(_("e-mail address"), blank=True)
    name = models.CharField(_("whom you invite"), max_length=120)
    capacity = models.CharField(_("they sit as"), max_length=20, choices=Capacity.choices)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.MEMBER)
    term_ends = models.DateField(_("term ends"), null=True, blank=True)
    words = models.TextField(_("a few words to them"), blank=True)
    despite = models.TextField(_("why, although the rule of seats is not kept after it"), blank=True)
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    invited_at = models.DateTimeField(auto_now_add=True)
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-invited_at", "-pk"]

    def __str__(self) -> str:
        return f"Invitation of {self.name} to {self.group}"
