"""Who may do what with persons, organisations, supporters and what is known about people."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Affiliation, Consent, Invitation, Organisation, Person, Support
from equalterms.people.vocabulary import (
    DUTIES_OF_CARE,
    DUTIES_OF_MANAGERS,
    ConsentKind,
    Duty,
    Relation,
    Sharing,
    SupportScope,
)


def has_duty(person: Person | None, organisation: Organisation, duties: Any = tuple(Duty)) -> bool:
    """Say whether a person does one of these duties for the organisation today."""
    if person is None:
        return False
    today = timezone.localdate()
    current = Q(until__isnull=True) | Q(until__gt=today)
    return Affiliation.objects.filter(
        current, person=person, organisation=organisation, duty__in=list(duties), since__lte=today
    ).exists()


def is_themself(person: Person | None) -> bool:
    """Say whether the person acts with their own hands: no supporter is typing for them."""
    return person is not None and person.entered_by is None


def check_themself(person: Person | None) -> None:
    """Refuse a supporter what only the person may do: sign-in, sessions, supporters, consent, private money."""
    if person is not None and person.entered_by is not None:
        raise NotAllowed(_("Only %(name)s can do this. You are signed in as their supporter.") % {"name": person.name})


# Supporters


def may_name_supporter(by: Person, person: Person) -> bool:
    """A person names their own supporter; for somebody entered here, those who keep in touch with them record it."""
    return (by == person and is_themself(by)) or may_speak_for(by, person)


def check_may_name_supporter(by: Person, person: Person) -> None:
    if not may_name_supporter(by, person):
        raise NotAllowed(_("Only the person can name their supporter."))


def may_speak_for(by: Person, person: Person) -> bool:
    """Say whether `by` may record what a person without e-mail told them, for the organisation that entered them."""
    if person.email or not is_themself(by):
        return False
    entered = Consent.objects.filter(
        person=person, kind=ConsentKind.ENTERED, taken_back_at=None, organisation__isnull=False
    ).select_related("organisation")
    return any(has_duty(by, consent.organisation, DUTIES_OF_CARE) for consent in entered)


def may_end_support(by: Person, support: Support) -> bool:
    """Either of the two ends it at any time; so may those to whom a person without e-mail says it by phone."""
    if by == support.person:
        return is_themself(by)
    return (by == support.supporter and is_themself(by)) or may_speak_for(by, support.person)


def check_may_end_support(by: Person, support: Support) -> None:
    if not may_end_support(by, support):
        raise NotAllowed(_("Only the person or their supporter can end this."))


def may_act_for(by: Person, support: Support) -> bool:
    return support.stands and support.supporter_id == by.pk and is_themself(by)


def check_may_act_for(by: Person, support: Support) -> None:
    if not may_act_for(by, support):
        raise NotAllowed(_("You do not support this person, or no longer do."))


def may_write_for(support: Support) -> bool:
    """Say whether the supporter may also write and answer, not only read."""
    return support.scope == SupportScope.ACT


# Organisations


def may_see_people_of(person: Person | None, organisation: Organisation) -> bool:
    return has_duty(person, organisation, DUTIES_OF_MANAGERS)


def may_invite(by: Person | None, organisation: Organisation, duty: str) -> bool:
    """Administrators invite to any duty; managers to those without power over money or people. None: the system."""
    if by is None or has_duty(by, organisation, [Duty.ADMINISTRATOR]):
        return True
    return duty in (Duty.STAFF, Duty.FACILITATOR, Duty.EDITOR) and has_duty(by, organisation, [Duty.MANAGER])


def check_may_invite(by: Person | None, organisation: Organisation, duty: str) -> None:
    if not may_invite(by, organisation, duty):
        raise NotAllowed(
            _("Ask an administrator of %(organisation)s to invite people for this.") % {"organisation": organisation}
        )


def may_revoke(by: Person | None, invitation: Invitation) -> bool:
    if by is None or by == invitation.invited_by:
        return True
    organisation = invitation.organisation
    return organisation is not None and has_duty(by, organisation, [Duty.ADMINISTRATOR])


def check_may_revoke(by: Person | None, invitation: Invitation) -> None:
    if not may_revoke(by, invitation):
        raise NotAllowed(_("Only who invited, or an administrator, can take this invitation back."))


def may_end_duty(by: Person | None, affiliation: Affiliation) -> bool:
    """Administrators end any duty of their organisation; everybody may lay down their own."""
    if by is None or (by == affiliation.person and is_themself(by)):
        return True
    return has_duty(by, affiliation.organisation, [Duty.ADMINISTRATOR])


def check_may_end_duty(by: Person | None, affiliation: Affiliation) -> None:
    if not may_end_duty(by, affiliation):
        raise NotAllowed(_("Ask an administrator of %(organisation)s.") % {"organisation": affiliation.organisation})


def may_enter_person(by: Person | None, organisation: Organisation) -> bool:
    return is_themself(by) and has_duty(by, organisation, DUTIES_OF_CARE)


def check_may_enter_person(by: Person | None, organisation: Organisation) -> None:
    if not may_enter_person(by, organisation):
        raise NotAllowed(
            _("Facilitators and administrators of %(organisation)s do this.") % {"organisation": organisation}
        )


# Access needs


def may_see_needs(relation: str, sharing: str) -> bool:
    """Say whether a reader who stands in this relation to the person may see needs shared in this way."""
    if relation in (Relation.THEMSELF, Relation.SUPPORTER):
        return True
    if relation == Relation.LEADER:
        return sharing in (Sharing.FACILITATORS, Sharing.ORGANISERS)
    return relation == Relation.ORGANISER and sharing == Sharing.ORGANISERS
