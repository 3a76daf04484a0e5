"""Who administers a group that is not controlled by its members, and who starts one."""

import pytest
from tests.factories import AffiliationFactory, GroupFactory, OrganisationFactory, PersonFactory, join

from equalterms.groups.rules import may_administer, may_lead, may_see_members, may_start_group, why_not_sit
from equalterms.groups.vocabulary import Capacity, Role, Visibility
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import Duty

pytestmark = pytest.mark.django_db


def with_duty(organisation: Organisation, duty: str) -> Person:
    return AffiliationFactory(organisation=organisation, duty=duty).person


@pytest.mark.parametrize("role", [Role.CHAIR, Role.CO_CHAIR, Role.FACILITATOR])
def test_those_who_lead_administer(role: str) -> None:
    group = GroupFactory()
    assert may_administer(join(group, role=role), group)


@pytest.mark.parametrize("duty", [Duty.ADMINISTRATOR, Duty.FACILITATOR])
def test_organisers_administer_groups_of_their_own_organisation_only(duty: str) -> None:
    group = GroupFactory()
    assert may_administer(with_duty(group.organisation, duty), group)
    assert not may_administer(with_duty(OrganisationFactory(), duty), group)


@pytest.mark.parametrize("duty", [Duty.MANAGER, Duty.STAFF, Duty.FINANCE, Duty.APPROVER, Duty.EDITOR])
def test_other_duties_administer_nothing(duty: str) -> None:
    group = GroupFactory()
    person = with_duty(group.organisation, duty)
    assert not may_administer(person, group)
    assert not may_see_members(person, group)


@pytest.mark.parametrize("duty", [Duty.ADMINISTRATOR, Duty.FACILITATOR])
def test_organisers_see_no_members_and_change_no_seats_unless_they_lead(duty: str) -> None:
    group = GroupFactory()
    person = with_duty(group.organisation, duty)
    assert not may_see_members(person, group)
    assert not may_lead(person, group)
    join(group, person=person, role=Role.FACILITATOR)
    assert may_see_members(person, group)
    assert may_lead(person, group)


def test_rights_on_the_site_count_for_nothing() -> None:
    group = GroupFactory()
    assert not may_administer(PersonFactory(is_superuser=True, is_staff=True), group)


def test_organisers_do_not_administer_a_group_that_only_members_see() -> None:
    group = GroupFactory(visibility=Visibility.MEMBERS)
    assert not may_administer(with_duty(group.organisation, Duty.ADMINISTRATOR), group)


def test_members_see_who_sits_there_and_change_nothing() -> None:
    group = GroupFactory()
    member = join(group)
    assert may_see_members(member, group)
    assert not may_administer(member, group)


def test_somebody_who_left_the_chair_administers_no_more() -> None:
    group = GroupFactory()
    assert not may_administer(join(group, chair=True, ended=True), group)


def test_nobody_administers_a_group_that_has_ended() -> None:
    group = GroupFactory(ended_on="2026-01-01", ended_because="Done.")
    assert not may_administer(join(group, chair=True), group)
    assert not may_administer(None, group)


def test_organisers_start_groups_where_they_work_and_managers_do_not() -> None:
    council = OrganisationFactory()
    for duty in (Duty.ADMINISTRATOR, Duty.FACILITATOR):
        assert may_start_group(with_duty(council, duty), council, user_controlled=False)
        assert not may_start_group(with_duty(council, duty), OrganisationFactory(), user_controlled=False)
        assert not may_start_group(with_duty(council, duty), council, user_controlled=True)
    assert not may_start_group(with_duty(council, Duty.MANAGER), council, user_controlled=False)
    assert not may_start_group(PersonFactory(is_superuser=True), council, user_controlled=False)


def test_people_of_a_user_led_organisation_start_groups_that_members_control() -> None:
    living = OrganisationFactory(user_led=True)
    person = with_duty(living, Duty.STAFF)
    assert may_start_group(person, living, user_controlled=True)
    AffiliationFactory(person=person, duty=Duty.STAFF)  # now they also work for a council
    assert not may_start_group(person, living, user_controlled=True)


def test_members_start_a_child_of_the_group_that_they_lead() -> None:
    network = GroupFactory(user_controlled_network=True)
    chair, member = join(network, chair=True), join(network)
    assert may_start_group(chair, network.organisation, user_controlled=True, parent=network)
    assert not may_start_group(member, network.organisation, user_controlled=True, parent=network)
    assert not may_start_group(chair, OrganisationFactory(), user_controlled=True, parent=network)


def test_an_observer_does_not_lead() -> None:
    assert why_not_sit(GroupFactory(), Capacity.OBSERVER, Role.CHAIR)
