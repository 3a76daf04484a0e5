"""Everything that one decision's page shows to one person."""

from dataclasses import dataclass, field
from datetime import datetime

from equalterms.decisions.ballots import holds
from equalterms.decisions.models import Amendment, ClarifyingQuestion, Decision, DecisionText, Objection
from equalterms.decisions.queries.answers import OwnAnswer, Said, answers_given, how_many_answered, own_answer
from equalterms.decisions.queries.seen import decision_for
from equalterms.decisions.rules.deciding import (
    may_answer,
    may_ask,
    may_close,
    may_deal_with,
    may_speak_for,
    may_tend,
    objection_is_shown,
)
from equalterms.decisions.rules.seats import sees_as_member, tends, was_asked
from equalterms.decisions.vocabulary import STANDING, DecisionState, ObjectionTurnKind
from equalterms.groups.models import Principle
from equalterms.people.models import Person


@dataclass(frozen=True)
class Turn:
    """One turn about an objection, without the name of the member who has it."""

    kind: str
    words: str
    at: datetime


@dataclass(frozen=True)
class ObjectionLine:
    """One objection as a reader sees it. The name is empty unless its member wishes it."""

    objection: Objection
    name: str
    own: bool
    may_deal: bool
    may_speak: bool
    turns: tuple[Turn, ...] = ()

    @property
    def stands(self) -> bool:
        return self.objection.state in STANDING


@dataclass(frozen=True)
class DecisionPage:
    """What one person may know about one decision. `inside` is False for a reader from outside the group."""

    decision: Decision
    inside: bool
    texts: list[DecisionText]
    principles: list[Principle]
    objections: list[ObjectionLine]
    answered: int = 0
    asked: int = 0
    was_asked: bool = False
    own: OwnAnswer | None = None
    given: list[Said] = field(default_factory=list)
    answers_wait: bool = False  # the others' answers are shown after one's own
    questions: list[ClarifyingQuestion] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    may_answer: bool = False
    may_ask: bool = False
    may_tend: bool = False
    may_close: bool = False
    tends: bool = False

    @property
    def text(self) -> DecisionText:
        return self.texts[0]

    @property
    def earlier_texts(self) -> list[DecisionText]:
        return self.texts[1:]

    @property
    def must_look_again(self) -> bool:
        return self.may_answer and self.own is not None and self.own.number < self.decision.number


def decision_page(person: Person | None, key: str) -> DecisionPage:
    """Gather a decision's page for somebody who may see it; raises NotVisible."""
    decision = decision_for(person, key)
    inside = sees_as_member(person, decision)
    common = {
        "decision": decision,
        "inside": inside,
        "principles": principles_beside(decision),
        "objections": objections_shown(person, decision, inside=inside),
    }
    texts = list(decision.texts.all())
    if not inside:
        return DecisionPage(texts=texts[:1], answered=decision.answered, asked=decision.asked, **common)
    own, asked_me = own_answer(person, decision), was_asked(person, decision)
    answered, asked = how_many_answered(decision)
    waits = decision.is_open and asked_me and own is None
    shows = not decision.secret_answers and decision.state != DecisionState.WITHDRAWN and not waits
    return DecisionPage(
        texts=texts,
        answered=answered if decision.is_open else decision.answered,
        asked=asked if decision.is_open else decision.asked,
        was_asked=asked_me,
        own=own,
        given=answers_given(decision) if shows else [],
        answers_wait=waits and not decision.secret_answers,
        questions=list(decision.questions.select_related("asked_by", "answered_by")),
        amendments=list(decision.amendments.select_related("proposed_by")),
        may_answer=may_answer(person, decision),
        may_ask=may_ask(person, decision),
        may_tend=may_tend(person, decision),
        may_close=may_close(person, decision, all_answered=answered == asked),
        tends=tends(person, decision),
        **common,
    )


def principles_beside(decision: Decision) -> list[Principle]:
    """Return the principles that were named as bearing on a text; where none was, all that are in force."""
    named = list(decision.principles.all())
    return named or list(decision.group.principles.filter(until__isnull=True))


def objections_shown(person: Person | None, decision: Decision, *, inside: bool) -> list[ObjectionLine]:
    """Return the objections: to members all that are shown, to others those that stand when it is closed."""
    found = decision.objections.select_related("named").prefetch_related("turns")
    lines = []
    for objection in found if inside else found.filter(state__in=STANDING):
        objection.decision = decision
        own = inside and holds(person, objection)
        if not own and not objection_is_shown(objection):
            continue
        lines.append(
            ObjectionLine(
                objection=objection,
                name=objection.named.name if objection.named is not None else "",
                own=own,
                may_deal=inside and may_deal_with(person, objection),
                may_speak=own and may_speak_for(person, objection),
                turns=turns_of(objection),
            )
        )
    return lines


def turns_of(objection: Objection) -> tuple[Turn, ...]:
    """Return how an objection was dealt with, from the first turn to the last."""
    return tuple(Turn(str(ObjectionTurnKind(each.kind).label), each.words, each.at) for each in objection.turns.all())
