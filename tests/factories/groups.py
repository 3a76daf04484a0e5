"""Groups and seats in them."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory
from tests.factories.people import OrganisationFactory, PersonFactory

from equalterms.groups.models import Group, Membership
from equalterms.groups.vocabulary import Capacity, GroupKind, Role, Visibility
from equalterms.people.models import Person


class GroupFactory(DjangoModelFactory):
    """A public panel of a council; `private=True` for one that only its members can see."""

    class Meta:
        model = Group

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence("Panel {}".format)
    kind = GroupKind.PANEL
    purpose = "To look at changes together."
    started_on = date(2020, 1, 1)

    class Params:
        private = factory.Trait(visibility=Visibility.MEMBERS)
        user_controlled_network = factory.Trait(
            kind=GroupKind.NETWORK,
            user_controlled=True,
            organisation=factory.SubFactory(OrganisationFactory, user_led=True),
        )


class MembershipFactory(DjangoModelFactory):
    """A service user's seat since 2020; `ended=True` for one that was left."""

    class Meta:
        model = Membership

    group = factory.SubFactory(GroupFactory)
    person = factory.SubFactory(PersonFactory)
    capacity = Capacity.SERVICE_USER
    since = date(2020, 1, 1)

    class Params:
        carer = factory.Trait(capacity=Capacity.CARER)
        staff = factory.Trait(capacity=Capacity.STAFF)
        chair = factory.Trait(role=Role.CHAIR)
        ended = factory.Trait(until=date(2021, 1, 1))


def join(group: Group, **seat: Any) -> Person:
    """Give a new person a seat in a group and return the person."""
    return MembershipFactory(group=group, **seat).person
