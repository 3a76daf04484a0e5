"""A group: what it is for, whose it is, and how its seats should be shared."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.groups.vocabulary import GroupKind, Joining, Visibility
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Organisation


class Group(Keyed):
    """A panel, board, commission, network or working group.

    A user-controlled group belongs to a user-led organisation, or to its own members: managers of a public body
    cannot administer it, whatever their rights on the site.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=GroupKind.choices)
    purpose = models.TextField(_("what it is for"))
    user_controlled = models.BooleanField(_("controlled by its members"), default=False)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    siblings = models.ManyToManyField("self", blank=True)
    visibility = models.CharField(max_length=20, choices=Visibility.choices, default=Visibility.PUBLIC)
    joining = models.CharField(max_length=20, choices=Joining.choices, default=Joining.INVITATION)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    lived_share = models.PositiveSmallIntegerField(
        _("lived experience, at least (percent of seats)"),
        default=50,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    started_on = models.DateField(_("started on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ended_because = models.TextField(_("why it ended"), blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="group_name_once")]

    def __str__(self) -> str:
        return self.name
