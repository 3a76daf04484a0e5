"""What members need to take part, as far as they share it with those who lead their group."""

from dataclasses import dataclass

from equalterms.groups.models import Group
from equalterms.groups.queries.groups import group_for
from equalterms.groups.queries.membership import members_on
from equalterms.groups.rules import may_lead
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import AccessNeeds, Person
from equalterms.people.rules import may_see_needs
from equalterms.people.vocabulary import NeedGroup, Relation


@dataclass(frozen=True)
class MemberNeeds:
    """One member and what they need: (group of needs, choices, own words) each."""

    name: str
    answers: list[tuple[str, list[str], str]]


def group_led(person: Person | None, key: str) -> Group:
    """Return a group for somebody who leads it; for anybody else the page does not exist."""
    group = group_for(person, key)
    if not may_lead(person, group):
        raise NotVisible
    return group


def needs_in(group: Group) -> list[MemberNeeds]:
    """Return what the members share with those who lead, for somebody who does (`group_led`).

    Members who share nothing, need nothing or were never asked are all left out in the same way.
    """
    members = [seat.person for seat in members_on(group)]
    records = AccessNeeds.objects.filter(person__in=members).select_related("person").prefetch_related("answers")
    order = list(NeedGroup.values)
    found = []
    for record in records.order_by("person__name", "pk"):
        if not may_see_needs(Relation.LEADER, record.sharing):
            continue
        given = sorted(record.answers.all(), key=lambda answer: order.index(answer.group))
        answers = [(str(NeedGroup(a.group).label), a.chosen_words, a.words) for a in given if a.chosen_words or a.words]
        if answers:
            found.append(MemberNeeds(record.person.name, answers))
    return found
