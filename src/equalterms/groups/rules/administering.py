"""Who administers a group, and who leads it. Rights on the site count for nothing here; seats and duties do.

Its words, its rules and its invitations: a group that its members control is administered only by members in a
leading role who do not work for a public body; every other group also by the administrators and facilitators of its
own organisation, as long as they may see it. Its people (who sits there, who asks to join) are for those who sit
there; only those who lead it answer applications and change seats.
"""

from django.utils.translation import gettext as _

from equalterms.groups.models import Group, Referral
from equalterms.groups.rules.seats import holds_duty, is_member, leads, seat_of, serves_a_public_body
from equalterms.groups.vocabulary import BESIDE_THE_TABLE, GUESTS, Visibility
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import Duty, OrganisationKind

ORGANISERS = (Duty.ADMINISTRATOR, Duty.FACILITATOR)


def may_administer(person: Person | None, group: Group) -> bool:
    """Whether a person may change a group: its words, its rules and its seats. Nobody changes an ended one."""
    if person is None or group.ended_on is not None:
        return False
    if group.user_controlled:
        return leads(person, group) and not serves_a_public_body(person)
    if leads(person, group):
        return True
    return group.visibility != Visibility.MEMBERS and holds_duty(person, group.organisation, ORGANISERS)


def check_may_administer(person: Person | None, group: Group) -> None:
    if may_administer(person, group):
        return
    if group.ended_on is not None:
        raise NotAllowed(_("This group has ended. Its history stays as it is."))
    if group.user_controlled:
        raise NotAllowed(
            _("The members control this group. Only members who lead it, and who do not work for a public body, "
              "can do this.")
        )  # fmt: skip
    raise NotAllowed(_("Only people who lead this group can do this."))


def may_lead(person: Person | None, group: Group) -> bool:
    """Whether a person may answer applications and change seats: somebody who leads the group from within."""
    return leads(person, group) and may_administer(person, group)


def check_may_lead(person: Person | None, group: Group) -> None:
    check_may_administer(person, group)
    if not leads(person, group):
        raise NotAllowed(_("Only members who lead this group can do this."))


def may_start_group(
    person: Person | None, organisation: Organisation, *, user_controlled: bool, parent: Group | None = None
) -> bool:
    """Whether a person may start a group in an organisation, perhaps as a child of a group that they lead."""
    if person is None or (parent is not None and parent.organisation_id != organisation.pk):
        return False
    if not user_controlled:
        return holds_duty(person, organisation, ORGANISERS)
    if serves_a_public_body(person):
        return False
    if parent is not None and parent.user_controlled and may_administer(person, parent):
        return True
    return organisation.kind == OrganisationKind.USER_LED and holds_duty(person, organisation)


def check_may_start_group(
    person: Person | None, organisation: Organisation, *, user_controlled: bool, parent: Group | None = None
) -> None:
    if may_start_group(person, organisation, user_controlled=user_controlled, parent=parent):
        return
    if user_controlled:
        raise NotAllowed(
            _("Only people of a user-led organisation, or members of a group that its members control, can start "
              "a group that its members control.")
        )  # fmt: skip
    raise NotAllowed(_("Only administrators and facilitators of the organisation can start a group there."))


def may_see_members(person: Person | None, group: Group) -> bool:
    """Whether a person may see who sits in a group: its members and nobody else."""
    return is_member(person, group)


def may_ask_question(person: Person | None, group: Group) -> bool:
    """Whether a person may put a question up for discussion: each member may, observers and guests may not."""
    if may_administer(person, group):
        return True
    seat = seat_of(person, group)
    if seat is None or group.ended_on is not None:
        return False
    return seat.capacity not in (GUESTS if group.user_controlled else BESIDE_THE_TABLE)


def check_may_ask_question(person: Person | None, group: Group) -> None:
    if not may_ask_question(person, group):
        raise NotAllowed(_("Only members who sit at the table can ask a question here."))


def may_answer_referral(person: Person | None, referral: Referral) -> bool:
    """Whether a person may answer for the group that was asked: somebody who leads it."""
    return may_lead(person, referral.to_group)


def check_may_answer_referral(person: Person | None, referral: Referral) -> None:
    if not may_answer_referral(person, referral):
        raise NotAllowed(_("Only people who lead the group that was asked can answer."))
