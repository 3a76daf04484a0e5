"""Counting the answers when time is up, and letting other rooms act on what came of it."""

from django.utils import timezone
from django_tasks import task

from equalterms.decisions.ballots import OBJECTION, token_of, tokens_of
from equalterms.decisions.models import Ballot, Decision, Objection
from equalterms.decisions.outcomes import act_on
from equalterms.decisions.queries.about import verdict_of
from equalterms.decisions.queries.answers import count_of, how_many_answered
from equalterms.decisions.rules.counting import outcome_of, safe_figures
from equalterms.decisions.rules.deciding import check_may_close
from equalterms.decisions.seals import content_of_outcome
from equalterms.decisions.vocabulary import DecisionOutcome, DecisionState, Stance
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.models import Person


@action
def close_decision(*, decision: Decision, by: Person | None) -> Decision:
    """Count the answers, once: when time is up, or when everybody who was asked has answered.

    Without a person it is the clock, or another room, that closes; before that moment nothing happens.
    A room that registered for what the decision is about is called in the same transaction. Of a secret decision the
    ballots are destroyed; what stays are the outcome, the figures that are safe, and words that may be shown.
    """
    decision = Decision.objects.select_for_update(of=("self",)).select_related("group").get(pk=decision.pk)
    if not decision.is_open:
        return unchanged(decision)
    answered, asked = how_many_answered(decision)
    if by is not None:
        check_may_close(by, decision, all_answered=answered == asked)
    elif not (decision.time_is_up or (decision.takes_answers and answered == asked)):
        return unchanged(decision)
    count = count_of(decision)
    decision.outcome = outcome_of(count, decision.terms)
    decision.state, decision.closed_at, decision.closed_by = DecisionState.CLOSED, timezone.now(), by
    decision.asked, decision.answered = count.all_asked, count.all_answered
    decision.lived_asked, decision.lived_answered = count.lived_asked, count.lived_answered
    if not (decision.secret_answers and decision.outcome == DecisionOutcome.NO_QUORUM):
        decision.figures = safe_figures(count.answers, secret=decision.secret_answers)
        if decision.secret_answers:
            keep_words(decision)
    if decision.secret_answers:
        Ballot.objects.filter(decision=decision).delete()
        decision.asked_members.update(answered_number=None)
    decision.save()
    record("decision.closed", decision, by=by, facts={"group": decision.group.key}, seals=content_of_outcome(decision))
    act_on(verdict_of(decision))
    return decision


def keep_words(decision: Decision) -> None:
    """Keep of a secret decision, inside its closing, the reasons of objections and the concerns that may be shown.

    Concerns are sorted by their letters, objections by their tokens: their order tells nothing.
    """
    ballots = {each.token: each for each in Ballot.objects.filter(decision=decision)}
    shown = [each.words for each in ballots.values() if each.stance == Stance.CONCERNS and each.words_shown]
    decision.concerns = sorted(shown)
    reasons: dict[str, Ballot] = {}
    for member in decision.asked_members.select_related("person"):
        for token in tokens_of(member.person, decision):
            if token in ballots and ballots[token].stance == Stance.OBJECT:
                reasons[token_of(member.person, decision, OBJECTION)] = ballots[token]
    for holder, ballot in sorted(reasons.items()):  # not in the order in which people were asked
        Objection.objects.create(decision=decision, number=ballot.number, holder=holder, words=ballot.words)


@task()
def close_when_due(key: str) -> str:
    """Close one decision when its time is up. It may run twice, or too early after a delay was granted."""
    decision = Decision.objects.filter(key=key, state=DecisionState.OPEN).first()
    if decision is None or not decision.time_is_up:
        return "nothing to do"
    return str(close_decision(decision=decision, by=None).outcome)
