"""The list of plans: a page at a time, drafts left out, with the numbers that stand beside each plan."""

import pytest
from tests.factories import AccountFactory, ChangeFactory, DisputeFactory, PlanFactory

from equalterms.plans.queries.overview import PLANS_A_PAGE

pytestmark = pytest.mark.django_db


def test_a_plan_beyond_the_first_page_is_reached_by_a_link(client):
    for number in range(PLANS_A_PAGE + 1):
        PlanFactory(title=f"Plan {number:03}")
    first = client.get("/plans/").content.decode()
    assert "Plan 000" in first
    assert "Plan 020" not in first
    assert 'rel="next" href="?page=2"' in first
    second = client.get("/plans/?page=2").content.decode()
    assert "Plan 020" in second
    assert "Plan 000" not in second
    assert 'rel="prev" href="?page=1"' in second
    assert 'rel="next"' not in second


@pytest.mark.parametrize("page", ["", "0", "-1", "two", "²", "9" * 30, "3", "2\x00"])
def test_a_page_that_makes_no_sense_is_the_first_page(client, page):
    PlanFactory(title="The only plan")
    answer = client.get("/plans/", {"page": page})
    assert answer.status_code == 200
    assert "The only plan" in answer.content.decode()


def test_a_draft_is_neither_listed_nor_counted(client):
    PlanFactory(title="Still being written", draft=True)
    assert "Still being written" not in client.get("/plans/").content.decode()


def test_a_plan_says_how_many_accounts_and_standing_disagreements_it_has(client):
    plan = PlanFactory()
    change = ChangeFactory(plan=plan)
    accounts = [AccountFactory(change=change) for _number in range(2)]
    DisputeFactory(account=accounts[0])
    AccountFactory()  # of another plan
    page = client.get("/plans/").content.decode()
    assert "2 accounts" in page
    assert "1 disagreement stands" in page
