"""What members may do: give their own reading, disagree, and say when a disagreement is settled."""

from django.utils.translation import gettext as _

from equalterms.groups.models import Membership
from equalterms.groups.vocabulary import LIVED_EXPERIENCE
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.plans.models import Account, Dispute, Effect
from equalterms.plans.rules.managing import current, is_responsible
from equalterms.plans.vocabulary import OPEN_DISPUTES, DisputeState, Tense


def was_asked(person: Person | None, account: Account) -> bool:
    return person is not None and account.asked_people.filter(person=person).exists()


def may_assess(person: Person | None, account: Account) -> bool:
    """Members who were asked read what has taken place; nobody reads a promise."""
    version = account.current
    return version is not None and version.tense == Tense.HAS and was_asked(person, account)


def speaks_for_lived_experience(person: Person | None, account: Account) -> bool:
    """A member with lived experience, now, of the account's group or of a group that the plan answers to."""
    if person is None or account.current is None:
        return False
    groups = set(account.change.plan.answers_to.values_list("pk", flat=True))
    if account.current.group_id is not None:
        groups.add(account.current.group_id)
    return Membership.objects.filter(
        current(), person=person, group_id__in=groups, capacity__in=LIVED_EXPERIENCE
    ).exists()


def may_dispute(person: Person | None, account: Account) -> bool:
    if person is None or account.published_at is None or is_responsible(person, account.change.plan):
        return False
    if account.disputes.filter(person=person, state__in=OPEN_DISPUTES).exists():
        return False
    return was_asked(person, account) or speaks_for_lived_experience(person, account)


def may_answer(person: Person | None, dispute: Dispute) -> bool:
    return dispute.state in OPEN_DISPUTES and is_responsible(person, dispute.account.change.plan)


def may_settle(person: Person | None, dispute: Dispute) -> bool:
    """Only the member who disagrees can say that it is settled. Nobody can say it for them."""
    return person is not None and dispute.state in OPEN_DISPUTES and dispute.person_id == person.pk


def may_read_effect(person: Person | None, effect: Effect) -> bool:
    return was_asked(person, effect.account)


def check_may_assess(person: Person | None, account: Account) -> None:
    if not may_assess(person, account):
        raise NotAllowed(_("Only members who were in the group at that time are asked for a reading."))


def check_may_dispute(person: Person | None, account: Account) -> None:
    if person is not None and account.disputes.filter(person=person, state__in=OPEN_DISPUTES).exists():
        raise NotAllowed(_("You already disagree with this account. Your disagreement stands."))
    if not may_dispute(person, account):
        raise NotAllowed(_("Only members with lived experience of the groups concerned can disagree here."))


def check_may_answer(person: Person | None, dispute: Dispute) -> None:
    if dispute.state == DisputeState.SETTLED:
        raise NotAllowed(_("This disagreement is settled."))
    if not may_answer(person, dispute):
        raise NotAllowed(_("Only the managers responsible for this plan can answer."))


def check_may_settle(person: Person | None, dispute: Dispute) -> None:
    if not may_settle(person, dispute):
        raise NotAllowed(_("Only the member who disagrees can say whether an answer settles it."))


def check_may_read_effect(person: Person | None, effect: Effect) -> None:
    if not may_read_effect(person, effect):
        raise NotAllowed(_("Only members who were asked about this account are asked about its effects."))
