"""What happens to a text, in short: it is put, asked about, answered, perhaps objected to, and counted."""

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils import timezone

from equalterms.decisions.actions.answering import answer_decision
from equalterms.decisions.actions.clarifying import (
    accept_amendment,
    answer_question,
    ask_about,
    decline_amendment,
    propose_amendment,
)
from equalterms.decisions.actions.closing import close_decision
from equalterms.decisions.actions.objecting import deal_with_objection, keep_objection, settle_objection
from equalterms.decisions.actions.putting import put_decision, withdraw_decision
from equalterms.decisions.ballots import holds
from equalterms.decisions.models import Decision, Objection
from equalterms.decisions.vocabulary import Audience, Stance
from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.groups.models import Principle
from equalterms.groups.rules import deciding_terms


@dataclass(frozen=True)
class Script:
    """One decision as it is written down: days from today, people by short names.

    `concerns` and `objections` hold the words of those who have them, `dealt_with` how the chair dealt with an
    objection, `stands` and `settled` its member's word on that. `asked`: (who, question, answer).
    `amended`: (who, text, why, answer), which becomes the text unless there is an answer.
    """

    group: str
    by: str
    chair: str
    title: str
    words: str
    put: int
    answered: int
    closes: int
    why: str = ""
    opens: int | None = None
    bears: str = ""  # the beginning of the principle that bears on it
    early: str = ""  # who agreed before the text changed
    agree: str = ""
    aside: str = ""
    concerns: Mapping[str, str] = field(default_factory=dict)
    objections: Mapping[str, str] = field(default_factory=dict)
    dealt_with: Mapping[str, str] = field(default_factory=dict)
    stands: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[str, str, str] | None = None
    amended: tuple[str, str, str, str] | None = None
    secret: bool = False
    audience: str = Audience.EVERYONE
    people: str = ""
    withdrawn: str = ""


def morning_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def told(place: Place, script: Script) -> Tale:
    """Tell one decision. What lies ahead of today is left open."""
    yield place.day(script.put)
    decision = put(place, script)
    if script.answered > 0:
        return
    yield place.day(script.answered)
    for short in script.early.split():
        answer_decision(decision=decision, by=place[short], stance=Stance.AGREE, number=decision.number)
    clarify(place, script, decision)
    give_answers(place, script, decision)
    speak_of_objections(place, script, decision)
    if script.withdrawn:
        withdraw_decision(decision=decision, by=place[script.by], because=script.withdrawn)
    elif script.closes <= 0:
        yield place.day(script.closes)
        close_decision(decision=decision, by=None)


def put(place: Place, script: Script) -> Decision:
    group = place.groups[script.group]
    terms = dataclasses.replace(deciding_terms(group), secret_answers=True) if script.secret else None
    bears = Principle.objects.filter(group=group, text__startswith=script.bears) if script.bears else ()
    return put_decision(
        group=group,
        by=place[script.by],
        title=script.title,
        words=script.words,
        why=script.why,
        opens_at=morning_of(place.day(script.opens)) if script.opens is not None else None,
        closes_at=morning_of(place.day(script.closes)),
        principles=bears,
        audience=script.audience,
        people=place.all(script.people),
        terms=terms,
    )


def clarify(place: Place, script: Script, decision: Decision) -> None:
    """Ask the question and propose the amendment of a script."""
    if script.asked is not None:
        who, question, answer = script.asked
        asked = ask_about(decision=decision, by=place[who], words=question)
        if answer:
            answer_question(question=asked, by=place[script.by], answer=answer)
    if script.amended is not None:
        who, words, because, answer = script.amended
        amendment = propose_amendment(decision=decision, by=place[who], words=words, because=because)
        if answer == "accepted":
            accept_amendment(amendment=amendment, by=place[script.chair])
        elif answer:
            decline_amendment(amendment=amendment, by=place[script.chair], answer=answer)


def give_answers(place: Place, script: Script, decision: Decision) -> None:
    decision.refresh_from_db(fields=["number", "closes_at"])
    answers = [
        *((short, Stance.AGREE, "") for short in script.agree.split()),
        *((short, Stance.ASIDE, "") for short in script.aside.split()),
        *((short, Stance.CONCERNS, words) for short, words in script.concerns.items()),
        *((short, Stance.OBJECT, words) for short, words in script.objections.items()),
    ]
    for short, stance, words in answers:
        answer_decision(
            decision=decision,
            by=place[short],
            stance=stance,
            words=words,
            number=decision.number,
            words_shown=script.secret,
        )


def speak_of_objections(place: Place, script: Script, decision: Decision) -> None:
    for short, words in script.dealt_with.items():
        deal_with_objection(objection=objection_of(place, short, decision), by=place[script.chair], words=words)
    for short, (words, named) in script.stands.items():
        keep_objection(objection=objection_of(place, short, decision), by=place[short], words=words, named=named)
    for short, words in script.settled.items():
        settle_objection(objection=objection_of(place, short, decision), by=place[short], words=words)


def objection_of(place: Place, short: str, decision: Decision) -> Objection:
    return next(each for each in Objection.objects.filter(decision=decision) if holds(place[short], each))
