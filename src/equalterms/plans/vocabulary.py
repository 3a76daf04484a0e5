"""Words for plans: stages, states, the ladders, how members may be shown, and how a dispute moves."""

from dataclasses import dataclass
from functools import lru_cache

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from equalterms.notices.kinds import NoticeKind, register


class PlanState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    ENDED = "ended", _("Ended")


class Stage(models.TextChoices):
    DESIGN = "design", _("Design")
    DELIVERY = "delivery", _("Delivery")
    EVALUATION = "evaluation", _("Evaluation")


class ChangeStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")


class Tense(models.TextChoices):
    """Whether co-production has taken place, will take place, or has not been arranged."""

    HAS = "has", _("It has taken place")
    WILL = "will", _("It will take place")
    NONE_YET = "none_yet", _("None yet")


class Scale(models.TextChoices):
    TLAP = "tlap", _("Ladder of co-production (Think Local Act Personal, 7 rungs)")
    ARNSTEIN = "arnstein", _("Ladder of citizen participation (Arnstein 1969, 8 rungs)")
    IAP2 = "iap2", _("Spectrum of public participation (IAP2, 5 steps)")


@dataclass(frozen=True)
class Rung:
    """One rung: its number counted from the bottom, its name, and what it means in plain words."""

    number: int
    name: str
    meaning: str


# TLAP and the National Co-production Advisory Group; the names are theirs, the explanations our own.
TLAP_RUNGS = (
    Rung(1, _("Coercion"), _("People were made to go along with it.")),
    Rung(2, _("Educating"), _("People were taught to accept what had been decided.")),
    Rung(3, _("Informing"), _("People were told. Nobody asked what they thought.")),
    Rung(4, _("Consultation"), _("People were asked. Others decided what to do with the answers.")),
    Rung(5, _("Engagement"), _("People had more chances to say what they thought, and some influence.")),
    Rung(6, _("Co-design"), _("People helped to design it. They did not take part in all of the rest.")),
    Rung(7, _("Co-production"), _("People and staff decided, did and checked it together, as equals.")),
)
# Sherry Arnstein, "A Ladder of Citizen Participation", 1969.
ARNSTEIN_RUNGS = (
    Rung(1, _("Manipulation"), _("People were used to make it look as if they agreed.")),
    Rung(2, _("Therapy"), _("People were treated as the problem to be put right.")),
    Rung(3, _("Informing"), _("People were told. Nobody asked what they thought.")),
    Rung(4, _("Consultation"), _("People were asked. Nothing made sure that it counted.")),
    Rung(5, _("Placation"), _("A few people could advise. Others kept the last word.")),
    Rung(6, _("Partnership"), _("People and those in charge shared the decisions.")),
    Rung(7, _("Delegated power"), _("People had the larger say in the decisions.")),
    Rung(8, _("Citizen control"), _("People ran it themselves.")),
)
# International Association for Public Participation, spectrum of public participation.
IAP2_RUNGS = (
    Rung(1, _("Inform"), _("People were given facts.")),
    Rung(2, _("Consult"), _("People were asked for their views.")),
    Rung(3, _("Involve"), _("People's concerns were worked with all the way through.")),
    Rung(4, _("Collaborate"), _("People were partners in each part of the decision.")),
    Rung(5, _("Empower"), _("People made the final decision.")),
)
RUNGS: dict[str, tuple[Rung, ...]] = {
    Scale.TLAP: TLAP_RUNGS,
    Scale.ARNSTEIN: ARNSTEIN_RUNGS,
    Scale.IAP2: IAP2_RUNGS,
}


def rung_names(scale: str) -> tuple[str, ...]:
    """Return the names of a scale's rungs from the bottom, in the reader's language."""
    return _rung_names(scale, get_language() or "")


@lru_cache(maxsize=64)
def _rung_names(scale: str, language: str) -> tuple[str, ...]:
    return tuple(str(rung.name) for rung in RUNGS[scale])


def rung_named(scale: str, number: int) -> Rung:
    """Return the rung of a scale by its number, counted from 1 at the bottom."""
    return RUNGS[scale][number - 1]


class EffectSeen(models.TextChoices):
    """What a member says about an effect that was claimed."""

    YES = "yes", _("Yes, I have seen it")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No, I have not seen it")
    CANNOT_SAY = "cannot_say", _("I cannot say")


class ShownAs(models.TextChoices):
    """How a member's reading or dispute appears to others. Their rung is never shown beside their name."""

    COUNTED = "counted", _("Only count my reading. Do not show my words.")
    WORDS = "words", _("Show my words, without my name.")
    NAMED = "named", _("Show my words, with my name.")


class DisputeState(models.TextChoices):
    STANDS = "stands", _("Stands")
    ANSWERED = "answered", _("Answered, and stands")
    SETTLED = "settled", _("Settled")


OPEN_DISPUTES = (DisputeState.STANDS, DisputeState.ANSWERED)


class TurnKind(models.TextChoices):
    """One turn in a dispute: the manager answers; the member, and nobody else, says whether that settles it."""

    ANSWER = "answer", _("Answer")
    NOT_SETTLED = "not_settled", _("The answer does not settle it")
    SETTLED = "settled", _("The answer settles it")


FEWEST_READINGS_SHOWN = 5  # below this a spread is not shown: "too few to show"
FEWEST_NEW_READINGS = 3  # a shown spread changes only when at least so many readings are new or changed


class ClaimStep(models.TextChoices):
    """The questions by which a manager writes an account, one a page."""

    TENSE = "taken-place", _("Has it taken place?")
    NONE = "none-yet", _("Why none yet, and by when")
    WHEN = "when", _("When and where")
    WHO = "who", _("With whom")
    WAY = "way", _("In which way")
    RUNG = "rung", _("Which rung")
    WORDS = "words", _("What was asked, and what changed")
    WHY = "why", _("Why a new version")


ARRANGED_STEPS = (ClaimStep.TENSE, ClaimStep.WHEN, ClaimStep.WHO, ClaimStep.WAY, ClaimStep.RUNG, ClaimStep.WORDS)
NONE_YET_STEPS = (ClaimStep.TENSE, ClaimStep.NONE)
# What a manager goes through again for the next version, by what the public version says.
STEPS_TO_VISIT = {
    Tense.HAS: (ClaimStep.WHY,),
    Tense.WILL: (ClaimStep.TENSE, *ARRANGED_STEPS[1:]),
    Tense.NONE_YET: (ClaimStep.TENSE, ClaimStep.WHEN, ClaimStep.NONE),
}


def steps_of(tense: str, *, corrects: bool) -> tuple[ClaimStep, ...]:
    """Return the questions of an account in their order; a next version also says why it is needed."""
    steps = NONE_YET_STEPS if tense == Tense.NONE_YET else ARRANGED_STEPS
    return (*steps, ClaimStep.WHY) if corrects else steps


DUE_SOON_DAYS = 30  # a date of "none yet" is mentioned to the managers so many days before it comes

READING_ASKED = register(
    NoticeKind("plans.reading_asked", _("We ask you what something was really like"), optional=True)
)
# Who disagrees may be counted only: nothing of it stands in a subject, nor at a desk.
DISPUTE_ANSWERED = register(NoticeKind("plans.dispute_answered", _("An answer to your dispute"), private=True))
DISPUTE_OPENED = register(NoticeKind("plans.dispute_opened", _("A member disagrees with your account")))
