"""An account in one line of words: the claim, what the members say, and what still stands. Every exit says it alike."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from equalterms.design.dates import in_words
from equalterms.design.pictures.ladder import apart, inline
from equalterms.plans.queries.faces import AccountFace
from equalterms.plans.vocabulary import Tense


def claim_words(face: AccountFace) -> str:
    """What the managers say, for example "Claimed: co-design"."""
    if face.claim_hidden:
        return _("The claim is shown to you after you have given your own reading")
    if face.tense == Tense.NONE_YET:
        if face.days_late:
            return _("No co-production yet. It was to be arranged by %(day)s") % {"day": in_words(face.on)}
        return _("No co-production yet. To be arranged by %(day)s") % {"day": in_words(face.on)}
    if face.tense == Tense.WILL:
        return _("Promised for %(day)s: %(rung)s") % {"day": in_words(face.on), "rung": inline(face.rung_words)}
    return _("Claimed: %(rung)s") % {"rung": inline(face.rung_words)}


def reading_words(face: AccountFace) -> str:
    """What the members say, for example "Members: consultation, from 9 readings"; never from too few."""
    if face.claim_hidden:
        return _("You are asked for your own reading first")
    if face.tense != Tense.HAS:
        return _("Members are asked when it has taken place")
    if not face.asked_anyone:
        return _("There was no member with lived experience to ask")
    if not face.spread:
        return _("Members: too few readings to show")
    return ngettext(
        "Members: %(rung)s, from %(count)s reading", "Members: %(rung)s, from %(count)s readings", face.shown_readings
    ) % {"rung": inline(face.middle_words), "count": face.shown_readings}


def gap_words(face: AccountFace) -> str:
    """The distance between the two accounts, or "" while there is nothing to compare."""
    gap = face.gap
    if gap is None:
        return ""
    if gap == 0:
        return _("Both say the same rung")
    words = apart(abs(gap))
    words = words[:1].upper() + words[1:]
    if gap < 0:
        return _("%(rungs)s: members put it higher") % {"rungs": words}
    return _("%(rungs)s: members put it lower") % {"rungs": words}


def dispute_words(face: AccountFace) -> str:
    """How many disagreements stand and how many are settled, or ""."""
    standing = face.standing_disputes
    settled = len(face.disputes) - standing
    parts = []
    if standing:
        parts.append(
            ngettext("%(count)s disagreement stands", "%(count)s disagreements stand", standing) % {"count": standing}
        )
    if settled:
        parts.append(
            ngettext("%(count)s disagreement settled", "%(count)s disagreements settled", settled) % {"count": settled}
        )
    return ". ".join(parts)


def when_words(face: AccountFace) -> str:
    """Say when it took place, or is to."""
    if face.tense == Tense.HAS:
        return _("Took place on %(day)s") % {"day": in_words(face.on)}
    if face.tense == Tense.WILL:
        return _("Promised for %(day)s") % {"day": in_words(face.on)}
    return _("To be arranged by %(day)s") % {"day": in_words(face.on)}


def late_words(face: AccountFace) -> str:
    """Say "Late by 12 days" for a promise or a "none yet" whose date has passed, else ""."""
    days = face.days_late
    if not days:
        return ""
    return ngettext("Late by %(count)s day", "Late by %(count)s days", days) % {"count": days}


def in_one_line(face: AccountFace) -> str:
    """The whole account in one line; the claim never without what the members say and what stands."""
    parts = [claim_words(face), late_words(face), reading_words(face), gap_words(face), dispute_words(face)]
    return ". ".join(part for part in parts if part) + "."
