"""What comes of a decision, by method and quorum; and which figures are safe. Derived by hand beside each case."""

import pytest

from equalterms.decisions.rules.counting import Count, outcome_of, safe_figures
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.vocabulary import DecisionMethod

CONSENT = DecidingTerms(quorum=50, lived_quorum=50)
CONSENSUS = DecidingTerms(decides_by=DecisionMethod.CONSENSUS, most_aside=20)
MAJORITY = DecidingTerms(decides_by=DecisionMethod.MAJORITY, majority=67)


def counted(standing: int = 0, asked: int = 10, **stances: int) -> Count:
    """Ten service users are asked unless told otherwise."""
    return Count(asked={"service_user": asked}, answers={"service_user": stances}, standing=standing)


@pytest.mark.parametrize(
    ("terms", "count", "outcome"),
    [
        (CONSENT, counted(agree=10), "agreed"),
        (CONSENT, counted(agree=5), "agreed"),  # 5 of 10 is half
        (CONSENT, counted(agree=4), "no_quorum"),  # 4 of 10 is less
        (CONSENT, counted(), "no_quorum"),
        (CONSENT, counted(agree=8, concerns=1), "concerns"),
        (CONSENT, counted(agree=9, object=1, standing=1), "not_agreed"),
        (CONSENT, counted(agree=9, standing=1), "not_agreed"),  # raised against an earlier text, never settled
        (CONSENT, counted(aside=10), "agreed"),  # nobody objects
        (CONSENSUS, counted(agree=8, aside=2), "agreed"),  # 2 of 10 is 20 percent
        (CONSENSUS, counted(agree=7, aside=3), "not_agreed"),
        (CONSENSUS, counted(agree=9, object=1, standing=1), "not_agreed"),
        (MAJORITY, counted(agree=6, object=3, standing=3), "not_agreed"),  # 6 of 9 is 66.7 percent: less than 67
        (MAJORITY, counted(agree=7, object=3, standing=3), "concerns"),  # 70 percent; the objections stand beside it
        (MAJORITY, counted(agree=2, object=1, aside=7, standing=1), "not_agreed"),  # those aside are not counted
        (MAJORITY, counted(aside=10), "not_agreed"),  # nobody says yes
    ],
)
def test_the_outcome_follows_the_method(terms: DecidingTerms, count: Count, outcome: str) -> None:
    assert outcome_of(count, terms) == outcome


def test_a_quorum_needs_its_part_of_lived_experience() -> None:
    asked = {"service_user": 3, "carer": 1, "staff": 6}
    few = Count(asked=asked, answers={"staff": {"agree": 6}, "carer": {"agree": 1}})  # 7 of 10, but 1 of 4
    enough = Count(asked=asked, answers={"staff": {"agree": 6}, "carer": {"agree": 1}, "service_user": {"agree": 1}})
    assert outcome_of(few, CONSENT) == "no_quorum"
    assert outcome_of(enough, CONSENT) == "agreed"


def test_a_group_without_lived_experience_needs_none_of_it() -> None:
    assert outcome_of(Count(asked={"staff": 2}, answers={"staff": {"agree": 2}}), CONSENT) == "agreed"


def test_a_secret_decision_needs_five_answers_whatever_the_quorum() -> None:
    terms = DecidingTerms(quorum=0, lived_quorum=0, secret_answers=True)
    assert outcome_of(counted(agree=4), terms) == "no_quorum"
    assert outcome_of(counted(agree=5), terms) == "agreed"


def row(agree: int = 0, concerns: int = 0, aside: int = 0, against: int = 0) -> dict[str, int]:
    return {"agree": agree, "concerns": concerns, "aside": aside, "object": against}


def test_the_finest_table_that_is_safe_is_shown() -> None:
    fine = {"service_user": row(agree=5), "carer": row(agree=6, concerns=5)}
    assert safe_figures(fine, secret=False) == fine
    coarse = {"service_user": row(agree=3), "carer": row(agree=2), "staff": row(agree=5)}
    assert safe_figures(coarse, secret=False) == {"lived": row(agree=5), "charge": row(agree=5)}
    whole = {"service_user": row(agree=4), "staff": row(agree=1)}
    assert safe_figures(whole, secret=False) == {"everybody": row(agree=5)}


def test_one_cell_below_five_hides_the_whole_table_so_that_nothing_can_be_subtracted() -> None:
    assert safe_figures({"service_user": row(agree=20), "staff": row(agree=9, against=1)}, secret=False) == {}
    assert safe_figures({}, secret=False) == {}


def test_of_a_secret_decision_no_row_is_shown_in_which_all_answered_the_same() -> None:
    same = {"service_user": row(agree=9)}
    assert safe_figures(same, secret=False) == same
    assert safe_figures(same, secret=True) == {}
    mixed = {"service_user": row(agree=9, concerns=5), "carer": row(agree=9)}
    assert safe_figures(mixed, secret=True) == {"lived": row(agree=18, concerns=5)}
