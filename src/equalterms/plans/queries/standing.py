"""What one person can do about one account, so that its page can offer it."""

from dataclasses import dataclass

from equalterms.people.models import Person
from equalterms.plans.models import Account
from equalterms.plans.queries.record import published_account
from equalterms.plans.rules.answering import may_assess, may_dispute, may_read_effect
from equalterms.plans.rules.managing import current, is_responsible
from equalterms.plans.vocabulary import OPEN_DISPUTES


@dataclass(frozen=True)
class StandingOf:
    """Answers for the page's buttons, and the member's own reading if there is one."""

    may_read: bool = False
    has_read: bool = False
    declined: bool = False
    reading_is_of_an_earlier_version: bool = False
    may_dispute: bool = False
    own_dispute: str = ""  # key of this member's own standing dispute
    own_dispute_answered: bool = False
    effects_to_read: frozenset[str] = frozenset()
    manages: bool = False


@dataclass(frozen=True)
class OwnPages:
    """Which pages of their own a person has in plans."""

    manages: bool
    was_asked: bool


def own_pages(person: Person) -> OwnPages:
    """Return whether a person is responsible for a plan today, and whether they were ever asked for a reading."""
    return OwnPages(
        manages=person.responsibilities.filter(current()).exists(),
        was_asked=person.asked_about.exists(),
    )


def standing_of(person: Person | None, key: str) -> StandingOf:
    """Return what a person can do about a published account; nothing for somebody who is not signed in."""
    if person is None:
        return StandingOf()
    account = published_account(key)
    reading = account.assessments.filter(person=person).first()
    own = account.disputes.filter(person=person, state__in=OPEN_DISPUTES).first()
    return StandingOf(
        may_read=may_assess(person, account),
        has_read=reading is not None,
        declined=account.asked_people.filter(person=person, declined_at__isnull=False).exists(),
        reading_is_of_an_earlier_version=reading is not None and reading.version_id != account.current_id,
        may_dispute=may_dispute(person, account),
        own_dispute=own.key if own else "",
        own_dispute_answered=own is not None and own.state == "answered",
        effects_to_read=_effects_to_read(person, account),
        manages=is_responsible(person, account.change.plan),
    )


def _effects_to_read(person: Person, account: Account) -> frozenset[str]:
    unread = account.effects.exclude(readings__person=person)
    return frozenset(effect.key for effect in unread if may_read_effect(person, effect))
