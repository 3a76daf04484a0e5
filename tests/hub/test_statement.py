"""The accessibility statement always holds what SI 2018/952 asks of it."""

from typing import Any

import pytest
from django.test import Client

from equalterms.hub.models import AccessibilityStatementPage, HomePage
from equalterms.hub.queries.statement import statement_from_settings
from equalterms.hub.vocabulary import Conformance

SAYS = {
    "conformance": "full",
    "problems": [],
    "prepared_on": "2026-03-02",
    "reviewed_on": "2026-10-05",
    "tested_on": "2026-09-01",
    "tested_by": "the Northern Access Group",
    "answer_days": 7,
    "enforcer": "ehrc",
}
OWNER = {"name": "Northtown Council", "email": "web@northtown.example", "phone": "01632 960000", "post": "Town Hall"}
NOT_MET = {"kind": "not_met", "what": "Old papers are pictures of text.", "instead": "Ask us for the text."}
BURDEN = {"kind": "burden", "what": "Films from 2015 have no captions.", "instead": ""}
OUT_OF_SCOPE = {"kind": "out_of_scope", "what": "The map is not covered.", "instead": ""}


def statement_page(settings: Any, **says: Any) -> str:
    settings.ACCESSIBILITY = SAYS | says
    settings.SITE_OWNER = OWNER
    return Client().get("/accessibility/").content.decode()


def test_it_holds_the_legal_contents_from_the_settings(home: HomePage, settings: Any) -> None:
    body = statement_page(settings, problems=[NOT_MET, BURDEN, OUT_OF_SCOPE])
    for words in (
        "Northtown Council",
        "partly meets",
        "Web Content Accessibility Guidelines, version 2.2",
        "It does not meet the regulations",
        "Old papers are pictures of text. Ask us for the text.",
        "disproportionate burden",
        "The regulations do not cover it",
        "prepared on 2 March 2026",
        "last reviewed on 5 October 2026",
        "last tested on 1 September 2026",
        "the Northern Access Group",
        "mailto:web@northtown.example",
        "01632 960000",
        "Town Hall",
        "within 7 working days",
        "Equality and Human Rights Commission",
        "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
        "is committed to making this website accessible",
    ):
        assert words in body, words


def test_in_northern_ireland_another_commission_enforces(home: HomePage, settings: Any) -> None:
    body = statement_page(settings, enforcer="ecni")
    assert "Equality Commission for Northern Ireland" in body
    assert "Equality and Human Rights Commission" not in body


@pytest.mark.parametrize("problem", [NOT_MET, BURDEN])
def test_a_site_with_a_known_problem_never_claims_to_meet_everything(settings: Any, problem: dict[str, str]) -> None:
    settings.ACCESSIBILITY = SAYS
    assert statement_from_settings().conformance == Conformance.FULL
    assert statement_from_settings([OUT_OF_SCOPE]).conformance == Conformance.FULL
    assert statement_from_settings([problem]).conformance == Conformance.PARTIAL


def test_what_an_editor_adds_stands_beside_the_settings(home: HomePage, settings: Any) -> None:
    page = AccessibilityStatementPage.objects.get()
    page.problems = [("problem", {"kind": "burden", "what": "The old maps.", "instead": "Ring us.", "mended_by": None})]
    page.save_revision().publish()
    body = statement_page(settings, problems=[NOT_MET])
    assert "The old maps. Ring us." in body
    assert "Old papers are pictures of text." in body


def test_a_day_that_is_none_is_refused_in_words(settings: Any) -> None:
    settings.ACCESSIBILITY = SAYS | {"prepared_on": "last spring"}
    with pytest.raises(ValueError, match="is not a day"):
        statement_from_settings()
