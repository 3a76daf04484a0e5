"""Deadlines of public bodies: clear days, working days, months and clocks, each answer with the days it passed over."""

from .calendar import Calendar, DeadlineError, Nation, Skipped, Why
from .clocks import Clock, ClockState, Pause, Reading, read
from .counting import Count, MonthCount, clear_days, latest_day, months_after, working_days_after
from .figures import FIGURES, FLOOR, NOTE, RESPONSE, Figure
from .moments import LONDON, Overdue, day_in_london, end_of, overdue
from .papers import Lead, LeadTable, PaperDeadline, PaperStanding, PaperState, paper_deadline, paper_standing

__all__ = [
    "FIGURES",
    "FLOOR",
    "LONDON",
    "NOTE",
    "RESPONSE",
    "Calendar",
    "Clock",
    "ClockState",
    "Count",
    "DeadlineError",
    "Figure",
    "Lead",
    "LeadTable",
    "MonthCount",
    "Nation",
    "Overdue",
    "PaperDeadline",
    "PaperStanding",
    "PaperState",
    "Pause",
    "Reading",
    "Skipped",
    "Why",
    "clear_days",
    "day_in_london",
    "end_of",
    "latest_day",
    "months_after",
    "overdue",
    "paper_deadline",
    "paper_standing",
    "read",
    "working_days_after",
]
