"""Meetings of groups: when and where, and what is on the agenda because of whom."""

from equalterms.meetings.models.agenda import AgendaChange, AgendaItem
from equalterms.meetings.models.meeting import Meeting
from equalterms.meetings.models.venue import Venue

__all__ = ["AgendaChange", "AgendaItem", "Meeting", "Venue"]
