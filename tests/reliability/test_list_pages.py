"""A list costs as many queries with a thousand rows as with one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import (
    AccountFactory,
    AffiliationFactory,
    DisputeTurnFactory,
    MembershipFactory,
    PersonFactory,
    ask,
)

from equalterms.groups.models import Group, Membership
from equalterms.groups.vocabulary import Capacity
from equalterms.people.models import Organisation, Person
from equalterms.plans.models import Account, AccountVersion, Asked, Change, Dispute, DisputeTurn, Plan, Responsibility

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MANY = 1_000


class Place:
    """One account with everything around it, and as many more of each as a test asks for."""

    def __init__(self) -> None:
        self.manager = PersonFactory(name="Manager")
        self.member = PersonFactory(name="Member")
        self.account = AccountFactory(change__plan__managers=[self.manager])
        self.group = self.account.current.group
        self.plan = self.account.change.plan
        self.organisation = self.plan.organisation
        AffiliationFactory(person=self.manager, organisation=self.organisation)
        MembershipFactory(group=self.group, person=self.member)
        self.plan.answers_to.add(self.group)
        ask(self.account, self.member)
        DisputeTurnFactory(dispute__account=self.account, by=self.manager)

    def more_accounts(self, number: int) -> None:
        plans = copies(Plan, self.plan, number, title="Plan {}")
        Responsibility.objects.bulk_create(
            Responsibility(plan=plan, person=self.manager, since=plan.starts_on) for plan in plans
        )
        changes = copies(Change, self.account.change, number, plan=plans, title="Change {}")
        accounts = copies(Account, self.account, number, change=changes, current=[None] * number)
        versions = copies(AccountVersion, self.account.current, number, account=accounts)
        for account, version in zip(accounts, versions, strict=True):
            account.current = version
        Account.objects.bulk_update(accounts, ["current"])
        Asked.objects.bulk_create(
            Asked(account=account, person=self.member, asked_at=account.published_at) for account in accounts
        )
        disputes = copies(Dispute, self.account.disputes.get(), number, account=accounts, version=versions)
        copies(DisputeTurn, DisputeTurn.objects.get(dispute__account=self.account), number, dispute=disputes)

    def more_groups(self, number: int) -> None:
        groups = copies(Group, self.group, number, name="Group {}")
        Membership.objects.bulk_create(
            Membership(group=group, person=self.member, capacity=Capacity.CARER, since=group.started_on)
            for group in groups
        )

    def more_members(self, number: int) -> None:
        people = Person.objects.bulk_create(
            Person(name=f"Person {each}", email=f"many{each}@example.org") for each in range(number)
        )
        Membership.objects.bulk_create(
            Membership(group=self.group, person=person, capacity=Capacity.CARER, since=self.group.started_on)
            for person in people
        )

    def more_organisations(self, number: int) -> None:
        copies(Organisation, self.organisation, number, name="Organisation {}", slug="organisation-{}")


def copies(model: type[Any], pattern: Any, number: int, **changed: Any) -> list[Any]:
    """Save copies of a row; a list gives each its own value, and {} in a text becomes the copy's number."""
    made = []
    for each in range(number):
        values = {field.attname: getattr(pattern, field.attname) for field in model._meta.concrete_fields}
        for left_out in ("id", "key"):
            values.pop(left_out, None)
        copy = model(**values)
        for name, value in changed.items():
            own = value[each] if isinstance(value, list) else value.format(each)
            setattr(copy, name, own)
        if getattr(copy, "published_at", None):
            copy.published_at -= timedelta(seconds=each)
        made.append(copy)
    return model.objects.bulk_create(made)


ACCOUNTS, GROUPS, MEMBERS, PLACES = Place.more_accounts, Place.more_groups, Place.more_members, Place.more_organisations
LISTS: list[tuple[str, str, Callable[[Place, int], None]]] = [
    ("/record/", "", ACCOUNTS),
    ("/record/", "member", ACCOUNTS),
    ("/record/?state=disputed", "", ACCOUNTS),
    ("/record/?q=letters", "", ACCOUNTS),
    ("/record.atom", "", ACCOUNTS),
    ("/api/v1/accounts", "", ACCOUNTS),
    ("/api/v1/plans", "", ACCOUNTS),
    ("/plans/", "", ACCOUNTS),
    ("/plans/mine/", "manager", ACCOUNTS),
    ("/me/readings/", "member", ACCOUNTS),
    ("/your-turn/", "member", ACCOUNTS),
    ("/your-turn/", "manager", ACCOUNTS),
    ("/search/?q=letters", "member", ACCOUNTS),
    ("/groups/", "", GROUPS),
    ("/groups/", "member", GROUPS),
    ("/your-turn/", "member", GROUPS),
    ("/groups/{group}/", "member", MEMBERS),
    ("/groups/{group}/members/", "member", MEMBERS),
    ("/organisations/", "", PLACES),
    ("/record/", "", PLACES),
]


@pytest.mark.parametrize(
    ("path", "who", "more"), LISTS, ids=lambda value: getattr(value, "__name__", value or "anonymous")
)
def test_a_list_costs_the_same_queries_with_a_thousand_rows(
    path: str, who: str, more: Callable[[Place, int], None], as_person: Callable[[Any], Client]
) -> None:
    place = Place()
    client = as_person(getattr(place, who) if who else None)
    url = path.format(group=place.group.key)
    client.get(url)  # what is read once in a lifetime is read now
    few = queries(client, url)
    more(place, MANY)
    many = queries(client, url)
    assert len(many) == len(few), "\n".join([f"{len(few)} queries, then {len(many)}:", *shapes(many, few)])


def queries(client: Client, url: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200, f"{url}: {response.status_code}"
    return [query["sql"] for query in captured.captured_queries]


def shapes(many: list[str], few: list[str]) -> list[str]:
    """Return the beginnings of the queries that came more often, with how often."""
    heads = [sql[:160] for sql in many]
    more = {head: heads.count(head) for head in heads if heads.count(head) > [sql[:160] for sql in few].count(head)}
    return [f"{times} x {head}" for head, times in more.items()]
