"""What happens at a meeting of the examples, in short: it is planned, settled together, held, and written up."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.groups.queries.membership import members_on
from equalterms.meetings.actions.agenda import propose_item
from equalterms.meetings.actions.changing import agree_to_change, change_agenda
from equalterms.meetings.actions.holding import (
    agree_action,
    begin_meeting,
    end_meeting,
    finish_item,
    note_attendance,
    take_decision,
)
from equalterms.meetings.actions.minutes import publish_short_note, share_minutes, write_minutes
from equalterms.meetings.actions.noting import write_note
from equalterms.meetings.actions.planning import call_meeting, plan_meeting
from equalterms.meetings.models import AgendaChange, AgendaItem, Meeting
from equalterms.meetings.queries.minutes import draft_of
from equalterms.meetings.vocabulary import Attending, ItemPurpose, Manner
from equalterms.people.models import Person

TUESDAY = 1
MORNING, NOON = datetime.time(10, 30), datetime.time(12, 30)


@dataclass(frozen=True)
class Talk:
    """One item: who proposed it and why, and what came of it."""

    who: str
    title: str
    why: str
    minutes: int
    note: str = ""
    spent: int = 0
    decided: tuple[str, ...] = ()
    to_do: tuple[tuple[str, str, int], ...] = ()  # who, what, by how many days from today
    purpose: str = ItemPurpose.DISCUSSION


@dataclass(frozen=True)
class Sitting:
    """One meeting. Days count from today; it takes place on the Tuesday of that week."""

    key: str
    group: str
    title: str
    on: int
    chair: str
    other: str  # who agrees to the agenda
    talks: tuple[Talk, ...]
    venue: str = ""
    online: Mapping[str, str] = field(default_factory=dict)
    away: str = ""  # apologies
    far: str = ""  # online
    on_phone: str = ""
    note_after: int | None = 6  # days; None: not yet
    minutes_after: int | None = 9
    easy: str = ""


def tuesday(day: datetime.date) -> datetime.date:
    """Return the Tuesday of that week."""
    return day + datetime.timedelta(days=TUESDAY - day.weekday())


def plan(place: Place, sitting: Sitting) -> Meeting:
    """Plan a meeting for its Tuesday, half past ten to half past twelve."""
    day = tuesday(place.day(sitting.on))
    moments = [timezone.make_aware(datetime.datetime.combine(day, time)) for time in (MORNING, NOON)]
    manner = Manner.HYBRID if sitting.venue and sitting.online else Manner.IN_PERSON if sitting.venue else Manner.ONLINE
    meeting = plan_meeting(
        group=place.groups[sitting.group],
        by=place[sitting.chair],
        title=sitting.title,
        starts_at=moments[0],
        ends_at=moments[1],
        manner=manner,
        venue=place.venues.get(sitting.venue),
        room="Room 2, ground floor" if sitting.venue else "",
        breaks="Ten minutes at half past eleven",
        clear_days=7,
        **sitting.online,
    )
    place.meetings[sitting.key] = meeting
    return meeting


def plan_for(place: Place, day: datetime.date, **facts: Any) -> Meeting:
    """Plan a short online meeting on a day of its own, from ten to half past eleven."""
    starts, ends = datetime.time(10), datetime.time(11, 30)
    return plan_meeting(
        starts_at=timezone.make_aware(datetime.datetime.combine(day, starts)),
        ends_at=timezone.make_aware(datetime.datetime.combine(day, ends)),
        manner=Manner.ONLINE,
        link="https://meet.northshire.example/short",
        **facts,
    )


def propose(place: Place, group: str, talk: Talk) -> AgendaItem:
    return propose_item(
        group=place.groups[group],
        by=place[talk.who],
        title=talk.title,
        why=talk.why,
        purpose=talk.purpose,
        wished_minutes=talk.minutes,
    )


def wish(meeting: Meeting, by: Person, items: Iterable[tuple[AgendaItem, int]], **more: Any) -> AgendaChange:
    lines = [{"item": item.key, "minutes": minutes} for item, minutes in items]
    return change_agenda(meeting=meeting, by=by, lines=lines, **more)


def prepared(place: Place, sitting: Sitting) -> Tale:
    """Tell a meeting up to its call: planned five weeks ahead, its agenda settled by two."""
    yield place.day(sitting.on - 35)
    meeting = plan(place, sitting)
    yield place.day(sitting.on - 24)
    items = [(propose(place, sitting.group, talk), talk.minutes) for talk in sitting.talks]
    yield place.day(sitting.on - 20)
    change = wish(meeting, place[sitting.chair], items)
    yield place.day(sitting.on - 19)
    agree_to_change(change=change, by=place[sitting.other])
    call_meeting(meeting=meeting, by=place[sitting.chair])


def held(place: Place, sitting: Sitting) -> Tale:
    """Tell a whole meeting, with the short note and the minutes that the members get."""
    yield from prepared(place, sitting)
    meeting, chair = place.meetings[sitting.key], place[sitting.chair]
    yield tuesday(place.day(sitting.on))
    meeting.refresh_from_db()
    begin_meeting(meeting=meeting, by=chair)
    note_attendance(meeting=meeting, by=chair, how=attendance(place, sitting, meeting))
    for item, talk in zip(meeting.items.order_by("position"), sitting.talks, strict=True):
        deal_with(place, item, talk, chair)
    end_meeting(meeting=meeting, by=chair)
    meeting.refresh_from_db()
    day = tuesday(place.day(sitting.on))
    if sitting.note_after is not None:
        yield day + datetime.timedelta(days=sitting.note_after)
        publish_short_note(meeting=meeting, by=chair)
    if sitting.minutes_after is not None:
        yield day + datetime.timedelta(days=sitting.minutes_after)
        texts = draft_of(meeting) | ({"easy_read": sitting.easy} if sitting.easy else {})
        version = write_minutes(meeting=meeting, by=chair, base=0, **texts)
        share_minutes(minutes=version.minutes, by=chair)


def attendance(place: Place, sitting: Sitting, meeting: Meeting) -> dict[str, str]:
    """Return how each member took part, by their keys: in the room (or online), unless the outline says otherwise."""
    usual = Attending.IN_ROOM if sitting.venue else Attending.ONLINE
    said = {seat.person.key: str(usual) for seat in members_on(meeting.group)}
    for names, how in (
        (sitting.away, Attending.APOLOGIES),
        (sitting.far, Attending.ONLINE),
        (sitting.on_phone, Attending.PHONE),
    ):
        said |= {person.key: str(how) for person in place.all(names) if person.key in said}
    return said


def deal_with(place: Place, item: AgendaItem, talk: Talk, chair: Person) -> None:
    """Tell one item of a meeting; one without minutes spent was not reached."""
    if not talk.spent:
        return
    write_note(item=item, by=chair, text=talk.note, base=0)
    for words in talk.decided:
        take_decision(item=item, by=chair, words=words)
    for who, what, days in talk.to_do:
        agree_action(item=item, by=chair, words=what, owner=place[who], due_on=place.day(days))
    finish_item(item=item, by=chair, spent_minutes=talk.spent)
