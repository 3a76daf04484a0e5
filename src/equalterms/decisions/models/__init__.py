"""Decisions: the text put to a group, who is asked, what they answer, and the objections that stand or are settled."""

from equalterms.decisions.models.answer import Answer, AskedMember, Ballot, EarlierAnswer
from equalterms.decisions.models.decision import Decision
from equalterms.decisions.models.objection import Objection, ObjectionTurn
from equalterms.decisions.models.text import Amendment, ClarifyingQuestion, DecisionText

__all__ = [
    "Amendment",
    "Answer",
    "AskedMember",
    "Ballot",
    "ClarifyingQuestion",
    "Decision",
    "DecisionText",
    "EarlierAnswer",
    "Objection",
    "ObjectionTurn",
]
