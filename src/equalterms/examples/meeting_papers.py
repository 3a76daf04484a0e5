"""How papers are told in the examples: written here in plain words, and made ready in each other format."""

import datetime
from collections.abc import Iterable

from django.utils import timezone

from equalterms.examples.place import Place
from equalterms.groups.models import Group
from equalterms.meetings.actions.changing import agree_to_change, change_agenda, lines_of
from equalterms.meetings.actions.papers import add_paper, make_ready
from equalterms.meetings.actions.planning import call_meeting, plan_meeting
from equalterms.meetings.models import AgendaItem, Meeting, Paper
from equalterms.meetings.vocabulary import Manner
from equalterms.people.models import Person

WEEKEND = 5


def meet_online(group: Group, by: Person, title: str, day: datetime.date) -> Meeting:
    """Plan and call a meeting of two hours in the afternoon; after a weekend on the Monday."""
    if day.weekday() >= WEEKEND:
        day += datetime.timedelta(days=7 - day.weekday())
    starts_at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(14)))
    meeting = plan_meeting(
        group=group,
        by=by,
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + datetime.timedelta(hours=2),
        manner=Manner.ONLINE,
        link="https://meet.northshire.example/panel",
    )
    return call_meeting(meeting=meeting, by=by)


def put_on_agenda(place: Place, meeting: Meeting, items: Iterable[AgendaItem], chair: str, other: str) -> None:
    """Put items at the end of an agenda: one wishes, another agrees."""
    lines = [*lines_of(meeting), *({"item": item.key, "minutes": item.wished_minutes} for item in items)]
    agree_to_change(change=change_agenda(meeting=meeting, by=place[chair], lines=lines), by=place[other])


def bring(item: AgendaItem, by: Person, title: str, words: str, others: Iterable[tuple[str, str]] = ()) -> Paper:
    """Add a paper, written here, and make it ready in other formats, given as (format, words or how people get it)."""
    paper = add_paper(item=item, by=by, title=title)
    make_ready(paper=paper, format="standard", by=by, words=words)
    for format, said in others:
        make_ready_in(paper, format, by, said)
    return paper


def make_ready_in(paper: Paper, format: str, by: Person, said: str) -> None:
    """Make a paper ready in one format: a link where it begins like one, words where there are several lines."""
    if said.startswith("https://"):
        make_ready(paper=paper, format=format, by=by, link=said)
    elif "\n" in said:
        make_ready(paper=paper, format=format, by=by, words=said)
    else:
        make_ready(paper=paper, format=format, by=by, how_to_get=said)
