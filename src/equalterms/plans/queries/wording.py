"""An account in one line of words: the claim, what the members say, and what still stands. Every exit says it alike.

Words that depend on few values are kept by those values and by language: a list says the same things many times.
"""

from datetime import date
from functools import lru_cache

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.design.pictures.ladder import apart, inline
from equalterms.plans.queries.faces import AccountFace
from equalterms.plans.vocabulary import Tense


def claim_words(face: AccountFace) -> str:
    """What the managers say, for example "Claimed: co-design"."""
    if face.claim_hidden:
        return _("The claim is shown to you after you have given your own reading")
    return _claim(face.tense, face.on, face.days_late > 0, face.rung_words, get_language() or "")


@lru_cache(maxsize=4096)
def _claim(tense: str, on: date, late: bool, rung: str, language: str) -> str:
    if tense == Tense.NONE_YET:
        if late:
            return _("No co-production yet. It was to be arranged by %(day)s") % {"day": in_words(on)}
        return _("No co-production yet. To be arranged by %(day)s") % {"day": in_words(on)}
    if tense == Tense.WILL:
        return _("Promised for %(day)s: %(rung)s") % {"day": in_words(on), "rung": inline(rung)}
    return _("Claimed: %(rung)s") % {"rung": inline(rung)}


def reading_words(face: AccountFace) -> str:
    """What the members say, for example "Members: consultation, from 9 readings"; never from too few."""
    if face.claim_hidden:
        return _("You are asked for your own reading first")
    shown = face.shown_readings if face.spread else 0
    return _readings(face.tense, face.asked_anyone, face.middle_words, shown, get_language() or "")


@lru_cache(maxsize=4096)
def _readings(tense: str, asked_anyone: bool, middle: str, shown: int, language: str) -> str:
    if tense != Tense.HAS:
        return _("Members are asked when it has taken place")
    if not asked_anyone:
        return _("There was no member with lived experience to ask")
    if not middle:
        return _("Members: too few readings to show")
    return ngettext(
        "Members: %(rung)s, from %(count)s reading", "Members: %(rung)s, from %(count)s readings", shown
    ) % {"rung": inline(middle), "count": shown}


def gap_words(face: AccountFace) -> str:
    """The distance between the two accounts, or "" while there is nothing to compare."""
    return _gap(face.gap, get_language() or "")


@lru_cache(maxsize=256)
def _gap(gap: float | None, language: str) -> str:
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
    if not face.disputes:
        return ""
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
    return _when(face.tense, face.on, get_language() or "")


@lru_cache(maxsize=4096)
def _when(tense: str, on: date, language: str) -> str:
    if tense == Tense.HAS:
        return _("Took place on %(day)s") % {"day": in_words(on)}
    if tense == Tense.WILL:
        return _("Promised for %(day)s") % {"day": in_words(on)}
    return _("To be arranged by %(day)s") % {"day": in_words(on)}


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
