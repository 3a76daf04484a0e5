"""An account of co-production: the manager's claim, in frozen versions, with what the members' readings add up to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from equalterms.groups.models import Group
from equalterms.ledger.keys import Keyed
from equalterms.people.models import Organisation, Person
from equalterms.plans.models.change import Change
from equalterms.plans.models.way import Way
from equalterms.plans.vocabulary import Scale, Tense


class Account(Keyed):
    """One account with a permanent address. What it says stands in its versions, the newest published one first.

    `spread` and `effect_spread` are the last figures that were safe to show (rung or answer to count); they change
    only by a release (see `actions.releasing`), so that nobody can tell one reading from the difference.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="accounts")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="accounts")
    scale = models.CharField(_("scale"), max_length=20, choices=Scale.choices, default=Scale.TLAP)
    current = models.OneToOneField(
        "plans.AccountVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="current_of"
    )
    published_at = models.DateTimeField(null=True, blank=True)  # of the first version
    # Copies of the current version's facts by which the record is filtered; written when a version is published.
    tense = models.CharField(max_length=20, choices=Tense.choices, blank=True)
    on = models.DateField(null=True, blank=True)
    rung = models.PositiveSmallIntegerField(null=True, blank=True)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_count = models.PositiveIntegerField(default=0)
    open_disputes = models.PositiveIntegerField(default=0)
    spread = models.JSONField(null=True, blank=True)  # {"4": 3, "5": 2}, or null: too few to show
    effect_spread = models.JSONField(null=True, blank=True)  # {"yes": 2, "no": 3}
    released_readings = models.PositiveIntegerField(default=0)
    released_at = models.DateTimeField(null=True, blank=True)
    search_text = models.TextField(blank=True)

    class Meta:
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="account_newest"),
            models.Index(fields=["organisation", "-published_at", "-id"], name="account_by_organisation"),
            models.Index(fields=["change", "published_at"], name="account_by_change"),
            models.Index(fields=["tense", "on"], name="account_by_date"),
            models.Index(fields=["group", "-published_at", "-id"], name="account_by_group"),
            models.Index(fields=["rung", "-published_at", "-id"], name="account_by_rung"),
            models.Index(fields=["-published_at", "-id"], name="account_disputed", condition=Q(open_disputes__gt=0)),
        ]

    def __str__(self) -> str:
        return f"Account {self.key}"


class AccountVersion(Keyed):
    """What the manager says. A draft until published; frozen from then on. A correction is the next version."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    tense = models.CharField(_("has it taken place?"), max_length=20, choices=Tense.choices)
    on = models.DateField(_("date"))  # when it took or will take place; for "none yet": to be arranged by
    where = models.CharField(_("where"), max_length=240, blank=True)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="accounts")
    with_whom = models.TextField(_("with whom"), blank=True)  # when it was not with one of the groups
    way = models.ForeignKey(Way, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rung = models.PositiveSmallIntegerField(_("rung"), null=True, blank=True)  # null for "none yet"
    asked = models.TextField(_("what was asked"), blank=True)
    changed = models.TextField(_("what changed because of it"), blank=True)
    none_because = models.TextField(_("why there is none yet"), blank=True)
    corrects_because = models.TextField(_("why it was corrected"), blank=True)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["account", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=Q(tense=Tense.NONE_YET) | Q(rung__isnull=False), name="a_claim_names_its_rung"
            ),
        ]
        indexes = [models.Index(fields=["tense", "on"], name="version_by_date")]

    def __str__(self) -> str:
        return f"{self.account} version {self.number}"
