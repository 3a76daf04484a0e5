"""The preparation space, for those who are in it. For everybody else it does not exist: 404, as if nothing were there.

Everything is read inside `seen_by`, so that on PostgreSQL the database itself shows only what this person may see.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import LIVED_EXPERIENCE
from equalterms.meetings.models import (
    AgendaItem,
    CarriedForward,
    CarryAnswer,
    CarryProposal,
    Meeting,
    PreparationNote,
)
from equalterms.meetings.queries.meetings import meetings_visible_to
from equalterms.meetings.row_security import seen_by
from equalterms.meetings.rules.preparing import (
    FEWEST_WHO_CARRY,
    is_helped_by_a_public_body,
    may_prepare,
    may_write_in,
)
from equalterms.meetings.vocabulary import TO_COME, ItemState
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Affiliation, Person
from equalterms.people.vocabulary import PUBLIC_BODIES, Duty
from equalterms.people.waiting import Waiting

URGENCY = 55


@dataclass(frozen=True)
class NoteFace:
    """One note with the answers to it. `mine`: the reader wrote it."""

    note: PreparationNote
    mine: bool
    replies: list["NoteFace"] = field(default_factory=list)

    @property
    def is_taken_back(self) -> bool:
        return not self.note.words


@dataclass(frozen=True)
class CarryFace:
    """Words that somebody would like to carry forward, and how the agreement stands."""

    proposal: CarryProposal
    mine: bool
    own_answer: CarryAnswer | None
    agreed: int
    asked: int
    against: int

    @property
    def is_open(self) -> bool:
        return self.proposal.carried_at is None


@dataclass(frozen=True)
class Part:
    """What belongs to one item, or to the meeting as a whole (no item)."""

    item: AgendaItem | None
    notes: list[NoteFace]
    carrying: list[CarryFace]

    @property
    def title(self) -> str:
        return self.item.title if self.item is not None else _("The meeting as a whole")


@dataclass(frozen=True)
class Space:
    """The preparation space of one meeting, for one of those who are in it."""

    meeting: Meeting
    parts: list[Part]
    may_write: bool

    @property
    def is_empty(self) -> bool:
        return not any(part.notes or part.carrying for part in self.parts)


def meeting_to_prepare(person: Person | None, key: str) -> Meeting:
    """Return a meeting for somebody who is in its preparation space."""
    meeting = meetings_visible_to(person).filter(key=key).first()
    if meeting is None or not may_prepare(person, meeting):
        raise NotVisible
    return meeting


def space_of(person: Person | None, key: str) -> Space:
    """Return everything that a person reads in the space of a meeting. The count of queries does not grow with it."""
    meeting = meeting_to_prepare(person, key)
    items = list(items_to_prepare(meeting))
    with seen_by(person):
        notes = notes_of(person, meeting)
        carrying = carrying_of(person, meeting)
    parts = [
        Part(
            item,
            [each for each in notes if each.note.item_id == (item.pk if item is not None else None)],
            [each for each in carrying if each.proposal.item_id == (item.pk if item is not None else None)],
        )
        for item in [*items, None]
    ]
    return Space(meeting, parts, may_write_in(person, meeting))


def items_to_prepare(meeting: Meeting) -> Any:
    """Return the items about which one can write: those of the meeting."""
    return meeting.items.exclude(state=ItemState.WITHDRAWN).order_by("position", "proposed_at", "pk")


def notes_of(person: Person, meeting: Meeting) -> list[NoteFace]:
    """Return what is shared and what the person wrote for themself, with its answers. Inside `seen_by`."""
    seen = Q(shared=True) | Q(author=person)
    found = list(PreparationNote.objects.filter(seen, meeting=meeting).select_related("author"))
    replies = defaultdict(list)
    for note in found:
        if note.answers_id is not None:
            replies[note.answers_id].append(NoteFace(note, note.author_id == person.pk))
    return [NoteFace(note, note.author_id == person.pk, replies[note.pk]) for note in found if note.answers_id is None]


def carrying_of(person: Person, meeting: Meeting) -> list[CarryFace]:
    """Return the words put forward, with how many of those who take part agree. Inside `seen_by`."""
    proposals = CarryProposal.objects.filter(meeting=meeting, withdrawn_at__isnull=True).select_related("proposed_by")
    answers = defaultdict(dict)
    for answer in CarryAnswer.objects.filter(meeting=meeting):
        answers[answer.proposal_id][answer.person_id] = answer
    parties = who_take_part(meeting)
    return [carry_face(each, answers[each.pk], parties, person) for each in proposals]


def carry_face(
    proposal: CarryProposal, given: dict[int, CarryAnswer], parties: frozenset[int], person: Person
) -> CarryFace:
    asked = parties | {proposal.proposed_by_id} | set(given)
    return CarryFace(
        proposal=proposal,
        mine=proposal.proposed_by_id == person.pk,
        own_answer=given.get(person.pk),
        agreed=sum(given[each].agrees for each in asked if each in given),
        asked=max(len(asked), FEWEST_WHO_CARRY),
        against=sum(not each.agrees for each in given.values()),
    )


def who_take_part(meeting: Meeting) -> frozenset[int]:
    """Return who shared something in the space and is still in it. Inside `seen_by`."""
    authors = set(PreparationNote.objects.filter(meeting=meeting, shared=True).values_list("author", flat=True))
    seats = meeting.group.memberships.filter(seats_on(), person__in=authors, capacity__in=LIVED_EXPERIENCE)
    employed = Affiliation.objects.filter(seats_on(), person__in=authors, organisation__kind__in=PUBLIC_BODIES).exclude(
        duty=Duty.EDITOR
    )
    out = set(employed.values_list("person", flat=True))
    return frozenset(set(seats.values_list("person", flat=True)) - out)


def note_for(person: Person | None, key: str) -> PreparationNote:
    """Return a note that a person may read: their own, or one shared in a space in which they are."""
    if person is None:
        raise NotVisible
    with seen_by(person):
        notes = PreparationNote.objects.select_related("meeting__group", "item", "author")
        note = notes.filter(Q(shared=True) | Q(author=person), key=key).first()
    if note is None or not may_prepare(person, note.meeting):
        raise NotVisible
    return note


def own_note(person: Person | None, key: str) -> PreparationNote:
    note = note_for(person, key)
    if note.author_id != person.pk:
        raise NotVisible
    return note


def note_to_answer(person: Person | None, key: str) -> PreparationNote:
    """Return a shared note that is no answer itself."""
    note = note_for(person, key)
    if not note.shared or note.answers_id is not None:
        raise NotVisible
    return note


def has_answers(person: Person, note: PreparationNote) -> bool:
    with seen_by(person):
        return PreparationNote.objects.filter(answers=note).exists()


def carrying_for(person: Person | None, key: str) -> CarryFace:
    """Return words put forward, for somebody who is in the space."""
    if person is None:
        raise NotVisible
    with seen_by(person):
        open_ones = CarryProposal.objects.filter(key=key, withdrawn_at__isnull=True)
        proposal = open_ones.select_related("meeting__group", "item", "proposed_by").first()
        if proposal is None or not may_prepare(person, proposal.meeting):
            raise NotVisible
        given = {each.person_id: each for each in CarryAnswer.objects.filter(proposal=proposal)}
        return carry_face(proposal, given, who_take_part(proposal.meeting), person)


def carried_into(meeting: Meeting, *, as_member: bool) -> list[CarriedForward]:
    """Return what the members carried forward, for the members of the group."""
    return list(meeting.carried_forward.select_related("item")) if as_member else []


def waiting_for(person: Person) -> list[Waiting]:
    """Return the words about which this person has not said whether to carry them forward. No word of them is told."""
    if is_helped_by_a_public_body(person):
        return []
    with seen_by(person):
        answered = CarryAnswer.objects.filter(person=person).values("proposal")
        proposals = CarryProposal.objects.filter(
            meeting__state__in=TO_COME, withdrawn_at__isnull=True, carried_at__isnull=True
        ).exclude(pk__in=answered)
        seats = person.memberships.filter(seats_on(), capacity__in=LIVED_EXPERIENCE).order_by().values("group")
        found = list(proposals.filter(meeting__group__in=seats).select_related("meeting__group"))
    return [
        Waiting(
            title=_("Do we carry this forward together? %(meeting)s") % {"meeting": each.meeting.title},
            url=reverse("meetings:answer_carrying", args=[each.key]),
            why=_("Only the members who prepare together see it."),
            urgency=URGENCY,
        )
        for each in found
        if may_prepare(person, each.meeting)
    ]


def my_data(person: Person) -> dict[str, Any]:
    """Return what a person wrote in preparation spaces, in full, for that person."""
    if is_helped_by_a_public_body(person):
        return {}
    with seen_by(person):
        notes = list(PreparationNote.objects.filter(author=person).select_related("meeting__group", "item"))
        proposals = list(CarryProposal.objects.filter(proposed_by=person).select_related("meeting__group"))
        answers = list(CarryAnswer.objects.filter(person=person).select_related("meeting__group"))
    return {
        "notes": [
            {
                "meeting": each.meeting.title,
                "item": each.item.title if each.item is not None else None,
                "kind": each.get_kind_display(),
                "words": each.words,
                "shared": each.shared,
                "written_at": each.written_at.isoformat(),
            }
            for each in notes
        ],
        "put_forward": [
            {"meeting": each.meeting.title, "words": each.words, "at": each.proposed_at.isoformat()}
            for each in proposals
        ],
        "answers": [{"meeting": each.meeting.title, "agrees": each.agrees, "named": each.named} for each in answers],
    }
