"""Examples of this room's pages, found among the example data."""

from typing import Any

from equalterms.decisions.models import Amendment, ClarifyingQuestion, Decision, Objection
from equalterms.decisions.vocabulary import AmendmentState, DecisionState, ObjectionState
from equalterms.groups.examples import group_led_by
from equalterms.people.models import Person

Examples = list[dict[str, Any]]


def examples() -> dict[str, Examples]:
    """Return arguments for every address of this room that answers GET, as far as the data hold one."""
    open_ones = Decision.objects.filter(state=DecisionState.OPEN).order_by("pk")
    answering = [each for each in open_ones if each.takes_answers]
    put_by_chair = open_ones.filter(put_by__try_as="chair")
    groups = Decision.objects.order_by("pk").values_list("group__key", flat=True)
    lists = [{"key": key} for key in dict.fromkeys(groups)]
    led = group_led_by("chair")
    found = {
        "decisions:list": lists,
        "decisions:put": [{"key": led.key}] if led is not None and lists else [],
        "decisions:decision": keys_of(of_every_kind()),
        "decisions:answer": keys_of(answering),
        "decisions:ask": keys_of(open_ones[:1]),
        "decisions:amend": keys_of(open_ones[:1]),
        "decisions:more_time": keys_of(put_by_chair[:1]),
        "decisions:withdraw": keys_of(put_by_chair[:1]),
        "decisions:close": keys_of(each for each in answering if all_have_answered(each)),
    }
    return found | examples_of_words()


def examples_of_words() -> dict[str, Examples]:
    asked = ClarifyingQuestion.objects.filter(answered_at=None, decision__state=DecisionState.OPEN).order_by("pk")
    proposed = Amendment.objects.filter(state=AmendmentState.PROPOSED).order_by("pk")
    raised = Objection.objects.filter(state=ObjectionState.RAISED).order_by("pk")
    dealt_with = Objection.objects.filter(state=ObjectionState.DEALT_WITH).order_by("pk")
    member = Person.objects.filter(try_as="member").first()
    return {
        "decisions:answer_question": keys_of(asked[:1]),
        "decisions:amendment": keys_of(proposed[:1]),
        "decisions:deal_with": keys_of(raised[:1]),
        "decisions:speak": keys_of(dealt_with.filter(person=member)[:1]),
    }


def of_every_kind() -> list[Decision]:
    """Return a decision of each state and outcome, open and secret, public and not."""
    chosen: dict[tuple[object, ...], Decision] = {}
    for each in Decision.objects.order_by("pk"):
        kind = (each.state, each.outcome, each.secret_answers, each.audience, each.outcomes_public, each.takes_answers)
        chosen.setdefault(kind, each)
    return list(chosen.values())


def all_have_answered(decision: Decision) -> bool:
    return not decision.asked_members.filter(answered_number=None).exists()


def keys_of(things: Any) -> Examples:
    return [{"key": each.key} for each in things]
