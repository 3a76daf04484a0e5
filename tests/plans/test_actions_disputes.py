"""A dispute stands until the member who opened it is satisfied; nobody else can settle it."""

import pytest
from django.core.exceptions import ValidationError
from tests.plans.conftest import Place

from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotAllowed
from equalterms.plans.actions.disputing import answer_dispute, dispute_account, keep_dispute, settle_dispute
from equalterms.plans.actions.recording import correct_account, publish_account
from equalterms.plans.models import Account, Dispute
from equalterms.plans.queries.dispute_faces import dispute_face


@pytest.fixture
def dispute(place: Place) -> Dispute:
    return dispute_account(account=place.account(), because="Nobody asked us.", by=place.members[0])


def test_a_dispute_stands_until_the_member_accepts_the_answer(place: Place, dispute: Dispute) -> None:
    member, manager = place.members[0], place.manager
    answer_dispute(dispute=dispute, words="We will.", by=manager)
    assert _state(dispute) == ("answered", 1)
    keep_dispute(dispute=dispute, words="When?", by=member)
    assert _state(dispute) == ("stands", 1)
    answer_dispute(dispute=dispute, words="In May.", by=manager)
    settle_dispute(dispute=dispute, by=member)
    assert _state(dispute) == ("settled", 0)


def test_a_correction_does_not_settle_a_dispute(place: Place, dispute: Dispute) -> None:
    new = correct_account(account=dispute.account, claim=place.claim(rung=3), corrects_because="W", by=place.manager)
    publish_account(version=new, by=place.manager)
    assert _state(dispute) == ("stands", 1)


@pytest.mark.parametrize("part", ["manager", "administrator", "chair", "staff", "outsider", "other_manager"])
def test_nobody_else_can_settle_it(place: Place, dispute: Dispute, part: str) -> None:
    answer_dispute(dispute=dispute, words="We will.", by=place.manager)
    for act in (settle_dispute, keep_dispute):
        with pytest.raises(NotAllowed):
            act(dispute=dispute, words="It is fine.", by=getattr(place, part))
    with pytest.raises(NotAllowed):
        settle_dispute(dispute=dispute, by=place.members[1])
    assert _state(dispute) == ("answered", 1)


def test_a_settled_dispute_takes_no_more_turns_and_the_member_can_disagree_anew(place: Place, dispute: Dispute) -> None:
    settle_dispute(dispute=dispute, by=place.members[0])
    with pytest.raises(NotAllowed):
        answer_dispute(dispute=dispute, words="Late.", by=place.manager)
    with pytest.raises(NotAllowed):
        settle_dispute(dispute=dispute, by=place.members[0])
    again = dispute_account(account=dispute.account, because="Again.", by=place.members[0])
    assert _state(again) == ("stands", 1)


def test_a_member_has_one_dispute_about_an_account_at_a_time(place: Place, dispute: Dispute) -> None:
    with pytest.raises(NotAllowed):
        dispute_account(account=dispute.account, because="Once more.", by=place.members[0])


def test_there_is_nothing_to_keep_up_before_an_answer(place: Place, dispute: Dispute) -> None:
    with pytest.raises(ValidationError):
        keep_dispute(dispute=dispute, words="Still.", by=place.members[0])


def test_words_are_needed_where_others_have_to_understand(place: Place, dispute: Dispute) -> None:
    with pytest.raises(ValidationError):
        answer_dispute(dispute=dispute, words=" ", by=place.manager)
    with pytest.raises(ValidationError):
        dispute_account(account=dispute.account, because=" ", by=place.members[1])


def test_a_name_is_shown_only_where_the_member_chose_so(place: Place) -> None:
    account = place.account()
    named = dispute_account(account=account, because="A", by=place.members[0], shown_as="named")
    unnamed = dispute_account(account=account, because="B", by=place.members[1])
    assert dispute_face(named).who == place.members[0].name
    assert dispute_face(unnamed).who == "A member"


def test_the_ledger_holds_each_turn_without_its_words(place: Place, dispute: Dispute) -> None:
    answer_dispute(dispute=dispute, words="Zanzibar answer", by=place.manager)
    settle_dispute(dispute=dispute, words="Zanzibar thanks", by=place.members[0])
    verbs = list(Event.objects.filter(kind="plans.dispute").values_list("verb", flat=True))
    assert verbs == ["dispute.opened", "dispute.answered", "dispute.settled"]
    assert not any("Zanzibar" in str(event.facts) + event.reason for event in Event.objects.all())


def _state(dispute: Dispute) -> tuple[str, int]:
    dispute.refresh_from_db()
    return dispute.state, Account.objects.get(pk=dispute.account_id).open_disputes
