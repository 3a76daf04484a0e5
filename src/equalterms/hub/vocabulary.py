"""Words for the accessibility statement."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Conformance(models.TextChoices):
    """How far the site meets the standard, in the three degrees of the model statement."""

    FULL = "full", _("fully meets")
    PARTIAL = "partial", _("partly meets")
    NONE = "none", _("does not meet")


class ProblemKind(models.TextChoices):
    """Why something is not accessible, in the three kinds that the regulations name."""

    NOT_MET = "not_met", _("It does not meet the regulations")
    BURDEN = "burden", _("Mending it now would be a disproportionate burden")
    OUT_OF_SCOPE = "out_of_scope", _("The regulations do not cover it")


class Enforcer(models.TextChoices):
    """Who makes sure that the regulations are kept, and where people go who are not happy with the answer."""

    EHRC = "ehrc", _("Equality and Human Rights Commission")
    ECNI = "ecni", _("Equality Commission for Northern Ireland")
