"""The meeting while it goes on, and what is kept of it: attendance, notes, decisions and actions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from equalterms.groups.models import Membership
from equalterms.groups.queries.membership import members_on
from equalterms.groups.rules import is_member
from equalterms.meetings.models import (
    AgendaItem,
    AgreedAction,
    Attendance,
    ItemNote,
    Meeting,
    Minutes,
    NoteText,
    TakenDecision,
)
from equalterms.meetings.queries.agenda import ON_PAPER, item_as_member, items_visible_to
from equalterms.meetings.queries.meetings import meeting_as_member, meeting_to_lead
from equalterms.meetings.rules.gate import gates_of
from equalterms.meetings.rules.holding import Quorum, may_follow_up, may_write_note, quorum_of
from equalterms.meetings.rules.leading import may_plan
from equalterms.meetings.vocabulary import PRESENT, Attending, Side, side_of
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


@dataclass(frozen=True)
class KeptItem:
    """One item with what was kept of it."""

    item: AgendaItem
    note: str
    decisions: list[TakenDecision]
    actions: list[AgreedAction]
    texts_aside: int = 0
    stopped: bool = False  # by the papers gate


@dataclass(frozen=True)
class Room:
    """The meeting as its members see it while it goes on, and after it."""

    meeting: Meeting
    items: list[KeptItem]
    quorum: Quorum
    attendances: list[Attendance]
    may_run: bool
    may_note: bool  # the minutes are not begun

    @property
    def is_under_way(self) -> bool:
        return self.meeting.state == "under_way"


@dataclass(frozen=True)
class NoteDesk:
    """One note before its writer, with the texts of others that wait to be brought together with it."""

    item: AgendaItem
    text: str
    number: int
    aside: list[NoteText]
    may_write: bool
    earlier: int


def kept_items(meeting: Meeting) -> list[KeptItem]:
    """Return the items of a meeting with their notes, decisions and actions, in six queries for any number."""
    items = list(meeting.items.filter(state__in=ON_PAPER).order_by("position", "pk").select_related("proposed_by"))
    notes = {note.item_id: note for note in ItemNote.objects.filter(item__in=items)}
    aside = Counter(
        NoteText.objects.filter(note__item__in=items, number=None, brought_in_at=None).values_list(
            "note__item", flat=True
        )
    )
    decisions = TakenDecision.objects.filter(item__in=items)
    actions = AgreedAction.objects.filter(item__in=items).select_related("owner")
    gates = gates_of(meeting)
    return [
        KeptItem(
            item=item,
            note=notes[item.pk].text if item.pk in notes else "",
            decisions=[each for each in decisions if each.item_id == item.pk],
            actions=[each for each in actions if each.item_id == item.pk],
            texts_aside=aside[item.pk],
            stopped=item.pk in gates and not gates[item.pk].lets_through,
        )
        for item in items
    ]


def room_of(person: Person | None, key: str) -> Room:
    """Return the meeting for a member of its group; for others its inside does not exist."""
    meeting = meeting_as_member(person, key)
    if meeting.began_at is None:
        raise NotVisible
    return Room(
        meeting=meeting,
        items=kept_items(meeting),
        quorum=quorum_of(meeting),
        attendances=list(meeting.attendances.select_related("person")),
        may_run=may_plan(person, meeting.group),
        may_note=may_plan(person, meeting.group) and not Minutes.objects.filter(meeting=meeting).exists(),
    )


def seats_to_note(person: Person | None, key: str) -> tuple[Meeting, list[tuple[Membership, str]]]:
    """Return a meeting that has begun, and each seat of its day with how it was noted so far; for who leads."""
    meeting = meeting_to_lead(person, key)
    if meeting.began_at is None:
        raise NotVisible
    noted = dict(meeting.attendances.values_list("person", "how"))
    seats = members_on(meeting.group, timezone.localtime(meeting.began_at).date())
    return meeting, [(seat, noted.get(seat.person_id, "")) for seat in seats]


def sides_counted(attendances: Iterable[Attendance]) -> dict[str, int]:
    """Count who was there by side of the table: what everybody may know."""
    there = Counter(side_of(each.capacity) for each in attendances if each.how in PRESENT)
    return {str(side): there[side] for side in Side if there[side]}


def ways_counted(attendances: Iterable[Attendance]) -> list[tuple[str, int]]:
    counted = Counter(each.how for each in attendances)
    return [(Attending(way).label, counted[way]) for way in Attending.values if counted[way]]


def note_desk(person: Person | None, key: str) -> NoteDesk:
    """Return the note of an item for a member of the group."""
    item = item_as_member(person, key)
    if item.meeting is None or item.meeting.began_at is None:
        raise NotVisible
    note = ItemNote.objects.filter(item=item).first()
    texts = note.texts.select_related("written_by") if note is not None else NoteText.objects.none()
    return NoteDesk(
        item=item,
        text=note.text if note is not None else "",
        number=note.number if note is not None else 0,
        aside=list(texts.filter(number=None, brought_in_at=None)),
        may_write=may_write_note(person, item),
        earlier=texts.filter(number__isnull=False).count(),
    )


def actions_visible_to(person: Person | None) -> QuerySet[AgreedAction]:
    """Return the actions of items that a person may read."""
    items = items_visible_to(person).order_by().values("pk")
    return AgreedAction.objects.filter(item__in=items).select_related("item__group", "item__meeting", "owner")


def action_for(person: Person | None, key: str) -> AgreedAction:
    """Return an action for a member of the group in which it was agreed; for others it does not exist."""
    action = actions_visible_to(person).filter(key=key).first()
    if action is None or not is_member(person, action.item.group):
        raise NotVisible
    return action


def action_page(person: Person | None, key: str) -> tuple[AgreedAction, bool]:
    """Return an action with its delays, and whether this person may follow it up."""
    action = action_for(person, key)
    return action, may_follow_up(person, action)
