"""Pages of groups as people see them: what stands there, what does not, and how many questions they cost."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import GroupFactory, MembershipFactory, PersonFactory, join

from equalterms.groups.models import Group, OpenQuestion, Principle, Referral, TermsVersion

pytestmark = pytest.mark.django_db
As = Callable[[Any], Client]


def text_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return " ".join(response.content.decode().split())


def queries_of(client: Client, url: str) -> int:
    client.get(url)  # what is read once per process has been read
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


def busy_group(**facts: Any) -> Group:
    """A group with one of everything."""
    group = GroupFactory(**facts)
    MembershipFactory(group=group)
    MembershipFactory(group=group, ended=True, handover="My notes are with Ben.")
    Principle.objects.create(group=group, text="Nothing without us", since="2020-01-01")
    OpenQuestion.objects.create(group=group, text="How do we reach everybody?")
    number = group.terms.count() + 1
    TermsVersion.objects.create(group=group, number=number, words="We meet.", agreed_on="2020-01-01")
    Referral.objects.create(from_group=group, to_group=GroupFactory(), title="Buses", words="SECRET")
    GroupFactory(parent=group)
    return group


@pytest.mark.parametrize("signed_in", [True, False])
def test_the_list_costs_the_same_with_1_3_and_100_groups(as_person: As, signed_in: bool) -> None:
    client = as_person(PersonFactory() if signed_in else None)
    costs = []
    for more in (1, 2, 97):
        for _number in range(more):
            MembershipFactory()
        costs.append(queries_of(client, "/groups/"))
    assert len(set(costs)) == 1, costs


def test_the_page_costs_the_same_with_1_3_and_100_members(as_person: As) -> None:
    group = busy_group()
    client = as_person(join(group, chair=True))
    costs = []
    for more in (1, 2, 97):
        for _number in range(more):
            join(group)
            join(group, ended=True, handover="Notes.")
            Principle.objects.create(group=group, text="Nothing without us", since="2020-01-01")
            Referral.objects.create(from_group=GroupFactory(), to_group=group, title="Buses", words="SECRET")
        page = f"/groups/{group.key}/"
        urls = (page, f"{page}members/", f"{page}needs/", "/search/?q=panel")
        costs.append([queries_of(client, url) for url in urls])
    assert costs[0] == costs[1] == costs[2]


def test_the_page_says_who_sits_there_and_whether_the_rule_is_kept(as_person: As) -> None:
    group = GroupFactory(seats=6)
    join(group)
    join(group, staff=True)
    text = text_of(as_person(None), f"/groups/{group.key}/")
    assert "1 of 2 filled seats have lived experience. The rule is at least half. It is kept." in text
    join(group, staff=True)
    assert "It is not kept." in text_of(as_person(None), f"/groups/{group.key}/")


def test_everybody_reads_principles_and_questions_and_nobody_outside_reads_words_of_referrals(as_person: As) -> None:
    group = busy_group()
    text = text_of(as_person(None), f"/groups/{group.key}/")
    for words in ("Nothing without us", "How do we reach everybody?", "Buses", f"/record/?group={group.key}"):
        assert words in text
    assert "SECRET" not in text
    assert "Look after this group" not in text


def test_no_name_of_a_member_stands_on_the_public_page(as_person: As) -> None:
    group = busy_group()
    text = text_of(as_person(None), f"/groups/{group.key}/")
    assert not [seat.person.name for seat in group.memberships.all() if f"{seat.person.name}<" in text]


def test_members_see_one_another_and_others_find_nothing(as_person: As) -> None:
    group = busy_group()
    member = join(group)
    other = join(group, carer=True)
    text = text_of(as_person(member), f"/groups/{group.key}/members/")
    assert other.name in text
    assert "My notes are with Ben." in text
    assert as_person(PersonFactory()).get(f"/groups/{group.key}/members/").status_code == 404
    assert as_person(None).get(f"/groups/{group.key}/members/").status_code == 302


def test_only_the_facilitators_address_is_shown_to_members(as_person: As) -> None:
    group = GroupFactory()
    chair, facilitator = join(group, chair=True), join(group, role="facilitator")
    text = text_of(as_person(join(group)), f"/groups/{group.key}/members/")
    assert facilitator.email in text
    assert chair.email not in text


ADDRESSES = (
    "", "members/", "needs/", "describe/", "rule/", "related/", "end/", "terms/new/", "terms/1/", "principles/new/",
    "questions/new/", "refer/", "invite/", "apply/", "join/", "leave/handover/", "leave/why/", "leave/check/",
)  # fmt: skip


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_private_group_and_an_absent_one_look_the_same(as_person: As, path: str) -> None:
    group = busy_group(private=True)
    for person in (None, PersonFactory(), PersonFactory(is_superuser=True, is_staff=True)):
        client = as_person(person)
        for method in (client.get, client.post):
            private, absent = method(f"/groups/{group.key}/{path}"), method(f"/groups/000000000000/{path}")
            assert private.status_code == absent.status_code
            assert face(private, group.key) == face(absent, "000000000000")


def face(response: Any, key: str) -> str:
    text = response.content.decode() + response.headers.get("Location", "")
    return re.sub(r'csrfmiddlewaretoken" value="\w+', "", text).replace(key, "KEY")


def test_the_list_shows_what_it_looked_for_and_says_when_nothing_fits(as_person: As) -> None:
    GroupFactory(name="Lantern panel", organisation__slug="riverbank")
    client = as_person(None)
    assert "Lantern panel" in text_of(client, "/groups/?words=lantern&organisation=riverbank&kind=panel")
    text = text_of(client, "/groups/?words=nowhere")
    assert "No group fits" in text
    assert 'value="nowhere"' in text


NONSENSE = ("words=%00", "kind=nonsense", "organisation=%27--", "page=9999", "page=x", f"words={'x' * 500}")


@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_in_the_address_never_breaks_the_list(as_person: As, query: str) -> None:
    assert as_person(None).get(f"/groups/?{query}").status_code == 200


def test_a_private_groups_organisation_is_not_offered_as_a_filter(as_person: As) -> None:
    GroupFactory(private=True, organisation__name="Hidden House")
    assert "Hidden House" not in text_of(as_person(None), "/groups/")


def test_what_people_write_is_shown_as_text(as_person: As) -> None:
    group = GroupFactory(name="<script>alert(1)</script>", purpose="<b>bold</b>")
    for url in ("/groups/", f"/groups/{group.key}/", "/search/?q=<b>bold</b>"):
        text = text_of(as_person(None), url)
        assert "<script>alert" not in text
        assert "<b>bold" not in text
