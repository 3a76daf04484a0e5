"""Questions about a text, and amendments to it."""

from datetime import timedelta

from django.utils import timezone

from equalterms.decisions.actions.putting import add_text, check_words, locked, move_end
from equalterms.decisions.models import Amendment, ClarifyingQuestion, Decision
from equalterms.decisions.rules.deciding import (
    check_may_answer_amendment,
    check_may_answer_question,
    check_may_ask,
)
from equalterms.decisions.vocabulary import LOOK_AGAIN_DAYS, AmendmentState
from equalterms.ledger.actions import action, record
from equalterms.people.models import Person


@action
def ask_about(*, decision: Decision, by: Person, words: str) -> ClarifyingQuestion:
    """Ask what the text means."""
    check_may_ask(by, decision)
    check_words(words=words)
    question = ClarifyingQuestion.objects.create(decision=decision, words=words, asked_by=by, asked_at=timezone.now())
    record("decision_question.asked", question, by=by, facts={"decision": decision.key})
    return question


@action
def answer_question(*, question: ClarifyingQuestion, by: Person, answer: str) -> ClarifyingQuestion:
    """Answer a question about the text, for everybody who sees it."""
    question = (
        ClarifyingQuestion.objects.select_for_update(of=("self",)).select_related("decision__group").get(pk=question.pk)
    )
    check_may_answer_question(by, question)
    check_words(answer=answer)
    question.answer, question.answered_at, question.answered_by = answer, timezone.now(), by
    question.save(update_fields=["answer", "answered_at", "answered_by"])
    record("decision_question.answered", question, by=by, facts={"decision": question.decision.key})
    return question


@action
def propose_amendment(*, decision: Decision, by: Person, words: str, because: str) -> Amendment:
    """Propose another wording of the text that stands now."""
    decision = locked(decision)
    check_may_ask(by, decision)
    check_words(words=words, because=because)
    amendment = Amendment.objects.create(
        decision=decision, number=decision.number, words=words, because=because, proposed_by=by,
        proposed_at=timezone.now(),
    )  # fmt: skip
    record("amendment.proposed", amendment, by=by, facts={"decision": decision.key})
    return amendment


@action
def accept_amendment(*, amendment: Amendment, by: Person, answer: str = "") -> Decision:
    """Make an amendment the text. Those who had answered are asked to look again, with three days for it at least.

    Other amendments were to the text before, so they are overtaken.
    """
    decision = locked(amendment.decision)
    amendment = again(amendment, decision)
    check_may_answer_amendment(by, amendment)
    answer_amendment(amendment, AmendmentState.ACCEPTED, by, answer)
    proposed = decision.amendments.filter(state=AmendmentState.PROPOSED)
    proposed.update(state=AmendmentState.OVERTAKEN, answered_at=timezone.now())
    decision.number += 1
    least = timezone.now() + timedelta(days=LOOK_AGAIN_DAYS)
    if decision.closes_at < least:
        move_end(decision, least)
    decision.save(update_fields=["number", "closes_at"])
    add_text(decision, decision.number, amendment.words, by=by, because=amendment.because)
    record("amendment.accepted", amendment, by=by, facts={"decision": decision.key, "number": decision.number})
    return decision


@action
def decline_amendment(*, amendment: Amendment, by: Person, answer: str) -> Amendment:
    """Say why an amendment does not become the text."""
    amendment = again(amendment, locked(amendment.decision))
    check_may_answer_amendment(by, amendment)
    check_words(answer=answer)
    answer_amendment(amendment, AmendmentState.DECLINED, by, answer)
    record("amendment.declined", amendment, by=by, facts={"decision": amendment.decision.key})
    return amendment


def again(amendment: Amendment, decision: Decision) -> Amendment:
    """Return the amendment as it is now, with its locked decision."""
    amendment = Amendment.objects.get(pk=amendment.pk)
    amendment.decision = decision
    return amendment


def answer_amendment(amendment: Amendment, state: str, by: Person, answer: str) -> None:
    """Write down, inside the caller's action, what came of an amendment."""
    amendment.state, amendment.answer = state, answer
    amendment.answered_at, amendment.answered_by = timezone.now(), by
    amendment.save(update_fields=["state", "answer", "answered_at", "answered_by"])
