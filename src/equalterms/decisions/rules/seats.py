"""Who sits at the table when a text is put, and who sees it."""

from django.db.models import QuerySet

from equalterms.decisions.models import AskedMember, Decision
from equalterms.decisions.vocabulary import Audience
from equalterms.groups.models import Group, Membership
from equalterms.groups.rules import is_member, may_lead, seats_on
from equalterms.groups.vocabulary import BESIDE_THE_TABLE, GUESTS
from equalterms.people.models import Person


def seats_at_the_table(group: Group) -> QuerySet[Membership]:
    """Return the seats of those who decide: not observers; where the members are in control, no guests."""
    beside = GUESTS if group.user_controlled else BESIDE_THE_TABLE
    return Membership.objects.filter(seats_on(), group=group).exclude(capacity__in=beside)


def own_seat(person: Person | None, group: Group) -> Membership | None:
    """Return the seat from which a person decides in a group today."""
    return seats_at_the_table(group).filter(person=person).first() if person is not None else None


def was_asked(person: Person | None, decision: Decision) -> bool:
    return person is not None and AskedMember.objects.filter(decision=decision, person=person).exists()


def sees_as_member(person: Person | None, decision: Decision) -> bool:
    """Whether a person sees a decision from inside: members; of one put to some of them, these and whoever put it."""
    if person is None or not is_member(person, decision.group):
        return False
    if decision.audience == Audience.EVERYONE or decision.put_by_id == person.pk:
        return True
    return was_asked(person, decision)


def tends(person: Person | None, decision: Decision) -> bool:
    """Whether a person looks after a decision: whoever put it, and those who lead the group and see it."""
    if person is None or not sees_as_member(person, decision):
        return False
    return decision.put_by_id == person.pk or may_lead(person, decision.group)
