"""Words for decisions: the four answers, whom a text is put to, its states and outcomes, and how an objection moves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.groups.vocabulary import IN_CHARGE, LIVED_EXPERIENCE, Capacity


class Stance(models.TextChoices):
    """What a member answers to a text."""

    AGREE = "agree", _("Agree")
    CONCERNS = "concerns", _("Agree with concerns")
    ASIDE = "aside", _("Stand aside")
    OBJECT = "object", _("Object")


YES = (Stance.AGREE, Stance.CONCERNS)
NEED_WORDS = (Stance.CONCERNS, Stance.OBJECT)


class Audience(models.TextChoices):
    """To whom a text is put."""

    EVERYONE = "everyone", _("Everybody who sits at the table")
    LIVED = "lived", _("Only the members with lived experience")
    NAMED = "named", _("Only the members named")


class DecisionState(models.TextChoices):
    OPEN = "open", _("Not decided yet")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DecisionOutcome(models.TextChoices):
    AGREED = "agreed", _("Agreed")
    CONCERNS = "concerns", _("Agreed, with concerns")
    NOT_AGREED = "not_agreed", _("Not agreed")
    NO_QUORUM = "no_quorum", _("Too few answered")


GOES_AHEAD = (DecisionOutcome.AGREED, DecisionOutcome.CONCERNS)


class AmendmentState(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Not accepted")
    OVERTAKEN = "overtaken", _("The text has changed since")


class ObjectionState(models.TextChoices):
    RAISED = "raised", _("Waits for the chairs")
    DEALT_WITH = "dealt_with", _("Waits for the word of the member who objects")
    STANDS = "stands", _("Stands")
    SETTLED = "settled", _("Settled")


STANDING = (ObjectionState.RAISED, ObjectionState.DEALT_WITH, ObjectionState.STANDS)


class ObjectionTurnKind(models.TextChoices):
    """One turn about an objection: the chairs deal with it; only the member says whether that settles it."""

    DEALT_WITH = "dealt_with", _("How it was dealt with")
    STANDS = "stands", _("It stands")
    SETTLED = "settled", _("It is settled")


# The rows of a result, the finest first: each capacity; the two sides and others; everybody.
SIDES = {
    "lived": LIVED_EXPERIENCE,
    "charge": IN_CHARGE,
    "other": tuple(each for each in Capacity if each not in (*LIVED_EXPERIENCE, *IN_CHARGE)),
}
SIDE_NAMES = {"lived": _("Lived experience"), "charge": _("In charge"), "other": _("Others")}
EVERYBODY = "everybody"

FEWEST_SHOWN = 5  # a figure about people's answers below this is not shown
FEWEST_ASKED_IN_SECRET = 5  # with fewer one could guess who answered what
LOOK_AGAIN_DAYS = 3  # after a new text people have at least so long to look again
LONGEST_DAYS = 366  # between putting a text and the end of answering
