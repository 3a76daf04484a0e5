"""What this room knows about one person, for that person."""

from typing import Any

from equalterms.decisions.ballots import holds
from equalterms.decisions.models import Amendment, AskedMember, ClarifyingQuestion, Decision, Objection
from equalterms.decisions.queries.answers import OwnAnswer, own_answer
from equalterms.people.models import Person


def my_data(person: Person) -> dict[str, Any]:
    """Return what a person put, was asked and answered, as plain JSON values.

    Secret answers are told to the person alone and only until they are counted; after that nobody knows them.
    """
    asked = AskedMember.objects.filter(person=person).select_related("decision__group").order_by("pk")
    put = Decision.objects.filter(put_by=person).select_related("group").order_by("pk")
    questions = ClarifyingQuestion.objects.filter(asked_by=person).select_related("decision")
    amendments = Amendment.objects.filter(proposed_by=person).select_related("decision")
    return {
        "texts_put": [{"group": each.group.name, "title": each.title, "at": each.put_at.isoformat()} for each in put],
        "asked_to_decide": [asked_line(person, each) for each in asked],
        "objections": own_objections(person),
        "questions_about_texts": [
            {"decision": each.decision.title, "question": each.words, "at": each.asked_at.isoformat()}
            for each in questions
        ],
        "amendments": [
            {"decision": each.decision.title, "text": each.words, "because": each.because, "state": each.state}
            for each in amendments
        ],
    }


def asked_line(person: Person, asked: AskedMember) -> dict[str, Any]:
    decision = asked.decision
    own = own_answer(person, decision)
    return {
        "group": decision.group.name,
        "decision": decision.title,
        "sat_as": asked.get_capacity_display(),
        "answer": answer_line(own) if own is not None else None,
        "earlier_answers": [
            {"answer": each.get_stance_display(), "words": each.words, "at": each.given_at.isoformat()}
            for each in (own.earlier if own is not None else ())
        ],
    }


def answer_line(own: OwnAnswer) -> dict[str, Any]:
    return {"answer": own.in_words, "words": own.words, "to_text": own.number}


def own_objections(person: Person) -> list[dict[str, Any]]:
    mine = AskedMember.objects.filter(person=person).values("decision")
    found = Objection.objects.filter(decision__in=mine).select_related("decision")
    return [
        {"decision": each.decision.title, "reasons": each.words, "state": each.get_state_display()}
        for each in found
        if holds(person, each)
    ]
