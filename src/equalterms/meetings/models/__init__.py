"""Meetings of groups: when and where, what is on the agenda because of whom, and what stays of them."""

from equalterms.meetings.models.agenda import AgendaChange, AgendaItem
from equalterms.meetings.models.holding import (
    ActionDelay,
    AgreedAction,
    Attendance,
    ItemNote,
    NoteText,
    TakenDecision,
)
from equalterms.meetings.models.meeting import Meeting
from equalterms.meetings.models.minutes import Correction, Minutes, MinutesVersion, ShortNote
from equalterms.meetings.models.paper import FormatTime, GateAnswer, GateOutcome, Paper, PaperVersion
from equalterms.meetings.models.preparation import CarriedForward, CarryAnswer, CarryProposal, PreparationNote
from equalterms.meetings.models.venue import Venue

__all__ = [
    "ActionDelay",
    "AgendaChange",
    "AgendaItem",
    "AgreedAction",
    "Attendance",
    "CarriedForward",
    "CarryAnswer",
    "CarryProposal",
    "Correction",
    "FormatTime",
    "GateAnswer",
    "GateOutcome",
    "ItemNote",
    "Meeting",
    "Minutes",
    "MinutesVersion",
    "NoteText",
    "Paper",
    "PaperVersion",
    "PreparationNote",
    "ShortNote",
    "TakenDecision",
    "Venue",
]
