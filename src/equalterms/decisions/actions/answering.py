"""A member answers a text, and changes the answer while it is open."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from equalterms.decisions.actions.putting import locked
from equalterms.decisions.ballots import ballot_of, token_of
from equalterms.decisions.models import (
    Answer,
    AskedMember,
    Ballot,
    Decision,
    EarlierAnswer,
    Objection,
    ObjectionTurn,
)
from equalterms.decisions.rules.deciding import check_may_answer
from equalterms.decisions.vocabulary import NEED_WORDS, ObjectionState, ObjectionTurnKind, Stance
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

WORDS_NEEDED = {
    Stance.CONCERNS: gettext_lazy("Say what your concern is."),
    Stance.OBJECT: gettext_lazy("Say what you object to, and why. Without reasons nobody can deal with it."),
}


@action
def answer_decision(
    *, decision: Decision, by: Person, stance: str, number: int, words: str = "", words_shown: bool = False
) -> Decision:
    """Keep a member's answer to the text `number`; a second one replaces the first.

    `words_shown` lets the concern of a secret answer be shown, without the name, when the answers are counted. Raises
    NotAllowed; ValidationError where the text has changed meanwhile or reasons are missing.
    """
    decision = locked(decision)
    check_may_answer(by, decision)
    if number != decision.number:
        raise ValidationError(_("The text has changed since you opened this page. Read it again, then answer."))
    if stance not in Stance.values:
        raise ValidationError({"stance": _("Choose one of the answers.")})
    if stance in NEED_WORDS and not words.strip():
        raise ValidationError({"words": WORDS_NEEDED[Stance(stance)]})
    if decision.secret_answers:
        return answer_in_secret(decision, by, stance, words, words_shown and stance == Stance.CONCERNS)
    return answer_openly(decision, by, stance, words)


def answer_in_secret(decision: Decision, by: Person, stance: str, words: str, words_shown: bool) -> Decision:
    """Keep a ballot, inside the caller's action. The ledger says that somebody answered, and neither who nor what."""
    asked = AskedMember.objects.get(decision=decision, person=by)
    given = {"stance": stance, "words": words, "words_shown": words_shown, "number": decision.number}
    ballot = ballot_of(by, decision)
    if ballot is None and asked.answered_number is not None:
        raise NotAllowed(_("Your answer is kept, but this site cannot find it any more, so it cannot be changed."))
    if ballot is not None and all(getattr(ballot, name) == value for name, value in given.items()):
        return unchanged(decision)
    if ballot is None:
        Ballot.objects.create(decision=decision, token=token_of(by, decision), **given)
    else:
        Ballot.objects.filter(pk=ballot.pk).update(**given)
    AskedMember.objects.filter(pk=asked.pk).update(answered_number=decision.number)
    record("decision.answered", decision, by=None)
    return decision


def answer_openly(decision: Decision, by: Person, stance: str, words: str) -> Decision:
    """Keep an answer beside the member's name, inside the caller's action, with what they answered before."""
    answer = Answer.objects.filter(decision=decision, person=by).first()
    if answer is not None and (answer.stance, answer.words, answer.number) == (stance, words, decision.number):
        return unchanged(decision)
    keep_answer(decision, answer, by, stance, words)
    match_objection(decision, by, stance, words)
    record("decision.answered" if answer is None else "decision.answer_changed", decision, by=by)
    return decision


def keep_answer(decision: Decision, answer: Answer | None, by: Person, stance: str, words: str) -> None:
    """Write an answer, inside the caller's action; the one before it is kept for the member alone."""
    given = {"stance": stance, "words": words, "number": decision.number, "given_at": timezone.now()}
    if answer is None:
        Answer.objects.create(decision=decision, person=by, **given)
    else:
        before = {name: getattr(answer, name) for name in given}
        EarlierAnswer.objects.create(answer=answer, **before)
        Answer.objects.filter(pk=answer.pk).update(**given)
    AskedMember.objects.filter(decision=decision, person=by).update(answered_number=decision.number)


def match_objection(decision: Decision, by: Person, stance: str, words: str) -> None:
    """Raise, rewrite or settle this member's objection as their answer says, inside the caller's action."""
    standing = Objection.objects.filter(decision=decision, person=by).exclude(state=ObjectionState.SETTLED).first()
    if stance == Stance.OBJECT:
        if standing is None:
            Objection.objects.create(decision=decision, person=by, number=decision.number, words=words)
        elif (standing.words, standing.number) != (words, decision.number):
            standing.words, standing.number, standing.state = words, decision.number, ObjectionState.RAISED
            standing.save(update_fields=["words", "number", "state"])
    elif standing is not None:
        standing.state = ObjectionState.SETTLED
        standing.save(update_fields=["state"])
        ObjectionTurn.objects.create(objection=standing, kind=ObjectionTurnKind.SETTLED, at=timezone.now())
