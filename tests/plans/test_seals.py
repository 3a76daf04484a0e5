"""The ledger vouches for what is public: an edit behind the site's back is found."""

import pytest
from django.db import connection
from tests.plans.conftest import Place, days_ago

from equalterms.ledger.queries import verify
from equalterms.plans import triggers
from equalterms.plans.actions.changing import publish_change
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.actions.recording import add_evidence_link, record_account

EDITS = [
    "UPDATE plans_accountversion SET rung = 7",
    "UPDATE plans_accountversion SET changed = 'Everything'",
    "UPDATE plans_accountversion SET corrects_because = 'x'",
    "UPDATE plans_account SET scale = 'iap2'",
    "UPDATE plans_evidence SET url = 'https://elsewhere.example'",
    "DELETE FROM plans_evidence",
    "UPDATE plans_effect SET words = 'All is well'",
]


@pytest.fixture
def sealed(place: Place) -> Place:
    change = place.draft_change()
    version = record_account(change=change, claim=place.claim(), by=place.manager)
    add_evidence_link(version=version, title="Notes", url="https://example.org", by=place.manager)
    publish_change(change=change, by=place.manager)
    account = change.accounts.get()
    claim_effect(
        account=account,
        words="Fewer calls.",
        seen_on=days_ago(1),
        by=place.manager,
        links=[("Calls", "https://example.org/calls")],
    )
    return place


def test_what_the_site_itself_wrote_is_whole(sealed: Place) -> None:
    assert verify().whole


@pytest.mark.parametrize("sql", EDITS)
def test_an_edit_behind_the_sites_back_is_found(sealed: Place, sql: str) -> None:
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql)
    assert not verify().whole
    triggers.install(connection)
