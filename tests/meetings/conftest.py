"""A table of a public panel: two chairs, a facilitator, members, and those who must not come in."""

from dataclasses import dataclass

import pytest
from tests.factories import AffiliationFactory, GroupFactory, PersonFactory, join

from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty


@dataclass
class Table:
    """Everybody by the part they play."""

    panel: Group
    chair: Person  # with lived experience
    co_chair: Person  # in charge
    facilitator: Person
    member: Person  # service user
    carer: Person
    staff: Person
    observer: Person
    administrator: Person  # of the council, and superuser; sits nowhere
    outsider: Person


def build_table(*, co_chair: bool = True, **group: object) -> Table:
    panel = GroupFactory(**group)
    administrator = PersonFactory(is_superuser=True)
    AffiliationFactory(person=administrator, organisation=panel.organisation, duty=Duty.ADMINISTRATOR)
    role = Role.CO_CHAIR if co_chair else Role.MEMBER
    return Table(
        panel=panel,
        chair=join(panel, role=Role.CHAIR),
        co_chair=join(panel, capacity=Capacity.STAFF, role=role),
        facilitator=join(panel, capacity=Capacity.ADVISER, role=Role.FACILITATOR),
        member=join(panel),
        carer=join(panel, capacity=Capacity.CARER),
        staff=join(panel, capacity=Capacity.STAFF),
        observer=join(panel, capacity=Capacity.OBSERVER),
        administrator=administrator,
        outsider=PersonFactory(),
    )


@pytest.fixture
def table(db: None) -> Table:
    return build_table()
