"""A small group that decides: chairs of both sides, members in three capacities, and people who are not asked."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.factories import AffiliationFactory, GroupFactory, PersonFactory, join

from equalterms.decisions.actions.answering import answer_decision
from equalterms.decisions.actions.closing import close_decision
from equalterms.decisions.actions.putting import put_decision
from equalterms.decisions.models import Decision
from equalterms.decisions.vocabulary import Stance
from equalterms.groups.models import Group
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.vocabulary import Capacity
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty

SECRET = DecidingTerms(secret_answers=True)
PUBLIC = DecidingTerms(outcomes_public=True)


@dataclass
class Place:
    """Everybody by the part they play. Ten are asked: eight with lived experience, two in charge."""

    group: Group
    chair: Person  # with lived experience
    users: list[Person]  # six service users
    carer: Person
    staff: list[Person]  # two
    observer: Person
    administrator: Person
    outsider: Person

    @property
    def asked(self) -> list[Person]:
        return [self.chair, *self.users, self.carer, *self.staff]

    @property
    def putter(self) -> Person:
        return self.users[0]

    def put(self, **facts: Any) -> Decision:
        """Put a text to the group for a week, by a member."""
        given = {
            "group": self.group,
            "by": self.putter,
            "title": "Phone reviews",
            "words": "Reviews can be by phone.",
            "closes_at": timezone.now() + timedelta(days=7),
        }
        return put_decision(**{**given, **facts})


def answer(decision: Decision, person: Person, stance: str = Stance.AGREE, words: str = "", **more: Any) -> Decision:
    decision.refresh_from_db()
    if stance in (Stance.CONCERNS, Stance.OBJECT):
        words = words or "It leaves some people out."
    return answer_decision(decision=decision, by=person, stance=stance, words=words, number=decision.number, **more)


def time_passes(decision: Decision) -> Decision:
    """Let the end of a decision lie in the past."""
    now = timezone.now()
    Decision.objects.filter(pk=decision.pk).update(
        opens_at=now - timedelta(days=2), closes_at=now - timedelta(seconds=1)
    )
    decision.refresh_from_db()
    return decision


def count(decision: Decision) -> Decision:
    return close_decision(decision=time_passes(decision), by=None)


def build_place() -> Place:
    group = GroupFactory(name="The Table")
    administrator = PersonFactory(name="Ada Ministrator", is_superuser=True, is_staff=True)
    AffiliationFactory(organisation=group.organisation, person=administrator, duty=Duty.ADMINISTRATOR)
    return Place(
        group=group,
        chair=join(group, chair=True),
        users=[join(group) for _each in range(6)],
        carer=join(group, carer=True),
        staff=[join(group, staff=True) for _each in range(2)],
        observer=join(group, capacity=Capacity.OBSERVER),
        administrator=administrator,
        outsider=PersonFactory(name="Otto Sider"),
    )


@pytest.fixture
def place(db: None) -> Place:
    return build_place()
