"""Who sees that a group exists, who sits in it, and what it says to others."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories import (
    AffiliationFactory,
    GroupFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    join,
)

from equalterms.groups.models import Group, Referral
from equalterms.groups.queries.administered import (
    groups_administered_by,
    groups_led_by,
    organisations_to_start_in,
)
from equalterms.groups.queries.groups import group_for, groups_visible_to
from equalterms.groups.queries.membership import (
    fellow,
    is_member,
    leads_a_group_of,
    members_with_lived_experience,
    memberships_of,
)
from equalterms.groups.queries.needs import needs_in
from equalterms.groups.queries.page import group_page
from equalterms.groups.queries.search import found_by
from equalterms.groups.rules import may_administer, may_lead, may_start_group
from equalterms.groups.vocabulary import Capacity, Role, Visibility
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import AccessNeed, AccessNeeds, Person
from equalterms.people.vocabulary import Duty, NeedGroup, Sharing

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def sees(person: Person | None, group: Group) -> bool:
    return groups_visible_to(person).filter(pk=group.pk).exists()


def everybody(group: Group) -> dict[str, Person | None]:
    organisation = group.organisation
    return {
        "anonymous": None,
        "member": join(group),
        "former member": join(group, ended=True),
        "member from tomorrow": join(group, since=TODAY + timedelta(days=1)),
        "manager": AffiliationFactory(organisation=organisation).person,
        "administrator": AffiliationFactory(organisation=organisation, duty=Duty.ADMINISTRATOR).person,
        "former manager": AffiliationFactory(organisation=organisation, until=TODAY).person,
        "manager elsewhere": AffiliationFactory().person,
        "superuser": PersonFactory(is_superuser=True, is_staff=True),
        "outsider": PersonFactory(),
    }


@pytest.mark.parametrize(
    ("visibility", "who"),
    [
        (Visibility.MEMBERS, {"member"}),
        (Visibility.ORGANISATION, {"member", "manager", "administrator"}),
    ],
)
def test_who_sees_a_group_that_is_not_public(visibility: str, who: set[str]) -> None:
    group = GroupFactory(visibility=visibility)
    people = everybody(group)
    assert {name for name, person in people.items() if sees(person, group)} == who
    for name in people.keys() - who:
        with pytest.raises(NotVisible):
            group_for(people[name], group.key)


def test_everybody_sees_a_public_group() -> None:
    group = GroupFactory()
    assert all(sees(person, group) for person in everybody(group).values())


def test_a_seat_counts_from_its_first_day_and_not_on_its_last() -> None:
    seat = MembershipFactory(since=TODAY - timedelta(days=9), until=TODAY)
    days = {n: is_member(seat.person, seat.group, TODAY - timedelta(days=n)) for n in (0, 1, 9, 10)}
    assert days == {0: False, 1: True, 9: True, 10: False}
    assert list(memberships_of(seat.person)) == []
    assert list(memberships_of(seat.person, on=TODAY - timedelta(days=1))) == [seat]


def test_lived_experience_is_who_sat_as_service_user_or_carer_on_that_day() -> None:
    group = GroupFactory()
    user, carer = join(group), join(group, carer=True)
    join(group, staff=True)
    join(group, capacity=Capacity.OBSERVER)
    former = join(group, ended=True)
    assert set(members_with_lived_experience(group, TODAY)) == {user, carer}
    assert former in members_with_lived_experience(group, former.memberships.get().since)


def test_who_leads_whom_goes_one_way_and_fellows_both() -> None:
    group = GroupFactory()
    chair, member = join(group, chair=True), join(group)
    assert leads_a_group_of(chair, member)
    assert not leads_a_group_of(member, chair)
    assert fellow(member, chair)
    assert not fellow(member, join(group))
    assert not fellow(chair, PersonFactory())


def test_names_of_those_who_lead_are_for_members_unless_they_chose_otherwise() -> None:
    group = GroupFactory()
    quiet = join(group, role=Role.FACILITATOR)
    named = join(group, chair=True, named_in_public=True)
    assert [holder.name for holder in group_page(None, group).leading] == [named.name, ""]
    assert [holder.name for holder in group_page(quiet, group).leading] == [named.name, quiet.name]


def test_only_those_who_left_and_chose_to_be_named_are_named() -> None:
    group = GroupFactory()
    join(group, ended=True)
    named = join(group, ended=True, named_in_public=True)
    history = group_page(None, group).history
    assert [seat.person for seat in history.named_who_left] == [named]
    assert [(each.capacity, each.joined, each.left, each.now) for each in history.comings] == [
        ("Service user", 2, 2, 0)
    ]


def test_a_referral_to_a_group_that_one_does_not_see_is_not_shown() -> None:
    group, private = GroupFactory(), GroupFactory(private=True)
    Referral.objects.create(from_group=private, to_group=group, title="Hidden", words="SECRET")
    Referral.objects.create(from_group=GroupFactory(), to_group=group, title="Buses", words="SECRET")
    assert [line.referral.title for line in group_page(None, group).referrals] == ["Buses"]
    assert not any(line.words_open for line in group_page(None, group).referrals)
    member = join(group)
    assert {line.referral.title for line in group_page(member, group).referrals} == {"Buses", "Hidden"}
    assert all(line.words_open for line in group_page(member, group).referrals)


def test_relatives_that_one_does_not_see_are_not_shown() -> None:
    group = GroupFactory()
    child = GroupFactory(parent=group)
    hidden = GroupFactory(parent=group, private=True)
    group.siblings.add(GroupFactory(private=True))
    page = group_page(None, group)
    assert (page.below, page.beside) == ([child], [])
    assert set(group_page(join(hidden), group).below) == {child, hidden}
    assert group_page(None, child).above == group


def test_the_many_answers_are_those_of_the_rule() -> None:
    organisation = OrganisationFactory()
    groups = [
        GroupFactory(organisation=organisation),
        GroupFactory(organisation=organisation, visibility=Visibility.ORGANISATION),
        GroupFactory(organisation=organisation, private=True),
        GroupFactory(user_controlled_network=True),
        GroupFactory(organisation=organisation, ended_on=TODAY),
        GroupFactory(),
    ]
    chair_of_all, chair_at_work = PersonFactory(), AffiliationFactory(duty=Duty.STAFF).person
    for group in groups:
        join(group, chair=True, person=chair_of_all)
        join(group, chair=True, person=chair_at_work)
    facilitator = AffiliationFactory(organisation=organisation, duty=Duty.FACILITATOR).person
    manager = AffiliationFactory(organisation=organisation).person
    for person in (chair_of_all, chair_at_work, facilitator, manager, join(groups[0]), None):
        expected = {group for group in groups if may_administer(person, group)}
        assert set(groups_administered_by(person)) == expected
        assert set(groups_led_by(person)) == {group for group in groups if may_lead(person, group)}


def test_where_somebody_can_start_a_group_is_what_the_rule_says() -> None:
    council, living = OrganisationFactory(), OrganisationFactory(user_led=True)
    people = [
        AffiliationFactory(organisation=council, duty=Duty.FACILITATOR).person,
        AffiliationFactory(organisation=council, duty=Duty.MANAGER).person,
        AffiliationFactory(organisation=living, duty=Duty.STAFF).person,
        PersonFactory(is_superuser=True),
    ]
    for person in people:
        expected = {
            organisation
            for organisation in (council, living)
            if any(may_start_group(person, organisation, user_controlled=controlled) for controlled in (True, False))
        }
        assert set(organisations_to_start_in(person)) == expected


def test_search_finds_what_one_may_see_and_nothing_else() -> None:
    public = GroupFactory(name="Lantern panel")
    private = GroupFactory(name="Lantern preparation", private=True)
    assert [found.title for found in found_by(None, "lantern")] == [public.name]
    assert {found.title for found in found_by(join(private), "LANTERN")} == {public.name, private.name}
    assert [found.title for found in found_by(None, "lantern panel")] == [public.name]


def test_search_looks_for_signs_as_they_stand() -> None:
    GroupFactory(name="Half")
    assert found_by(None, "%") == []
    assert found_by(None, "_") == []


@pytest.mark.parametrize(
    ("sharing", "shown"), [(Sharing.FACILITATORS, 1), (Sharing.ORGANISERS, 1), (Sharing.NOBODY, 0)]
)
def test_those_who_lead_see_the_needs_that_a_member_shares(sharing: str, shown: int) -> None:
    group = GroupFactory()
    record = AccessNeeds.objects.create(person=join(group), sharing=sharing, review_on=TODAY, changed_at=timezone.now())
    AccessNeed.objects.create(needs=record, group=NeedGroup.FORMAT, chosen=["easy_read"], words="With pictures.")
    assert bool(needs_in(group)) is (sharing != Sharing.NOBODY)
