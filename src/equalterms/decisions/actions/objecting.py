"""An objection is dealt with, and the member who has it says whether that settles it.

The ledger names the chairs. It does not name the member who objects: their word is recorded without a person.
"""

from django.utils import timezone

from equalterms.decisions.actions.answering import keep_answer
from equalterms.decisions.actions.putting import check_words, locked
from equalterms.decisions.models import Answer, Objection, ObjectionTurn
from equalterms.decisions.rules.deciding import check_may_deal_with, check_may_speak_for
from equalterms.decisions.vocabulary import ObjectionState, ObjectionTurnKind, Stance
from equalterms.ledger.actions import action, record
from equalterms.people.models import Person


@action
def deal_with_objection(*, objection: Objection, by: Person, words: str) -> Objection:
    """Record how the group dealt with an objection. It goes on standing until its member says otherwise."""
    objection = again(objection)
    check_may_deal_with(by, objection)
    check_words(words=words)
    take_turn(objection, ObjectionState.DEALT_WITH, ObjectionTurnKind.DEALT_WITH, words, by=by)
    record("objection.dealt_with", objection, by=by, facts={"decision": objection.decision.key})
    return objection


@action
def settle_objection(*, objection: Objection, by: Person, words: str = "") -> Objection:
    """Say that it is settled. While answers are taken, one's own answer then counts as agreeing with concerns."""
    objection = again(objection)
    check_may_speak_for(by, objection)
    take_turn(objection, ObjectionState.SETTLED, ObjectionTurnKind.SETTLED, words, by=None)
    decision = objection.decision
    answer = Answer.objects.filter(decision=decision, person=by, stance=Stance.OBJECT).first()
    if decision.takes_answers and answer is not None and answer.number == decision.number:
        keep_answer(decision, answer, by, Stance.CONCERNS, answer.words)
    record("objection.settled", objection, by=None, facts={"decision": decision.key})
    return objection


@action
def keep_objection(*, objection: Objection, by: Person, words: str, named: bool = False) -> Objection:
    """Say that it stands, in the words with which it is to stand in the minutes, with one's name only if one wishes."""
    objection = again(objection)
    check_may_speak_for(by, objection)
    check_words(words=words)
    objection.named = by if named else None
    objection.save(update_fields=["named"])
    take_turn(objection, ObjectionState.STANDS, ObjectionTurnKind.STANDS, words, by=None)
    record("objection.kept", objection, by=None, facts={"decision": objection.decision.key})
    return objection


def again(objection: Objection) -> Objection:
    """Return the objection as it is now, with its decision locked inside the caller's action."""
    decision = locked(objection.decision)
    objection = Objection.objects.get(pk=objection.pk)
    objection.decision = decision
    return objection


def take_turn(objection: Objection, state: str, kind: str, words: str, *, by: Person | None) -> None:
    """Add a turn, inside the caller's action."""
    objection.state = state
    objection.save(update_fields=["state"])
    ObjectionTurn.objects.create(objection=objection, kind=kind, words=words, at=timezone.now(), by=by)
