"""What of papers waits for a person: formats to make, questions at the gate, and words to carry forward."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.rules import seats_on, serves_a_public_body
from equalterms.meetings.models import AgendaItem, Meeting, Paper
from equalterms.meetings.queries import preparing
from equalterms.meetings.queries.gate import own_answer
from equalterms.meetings.queries.papers import FormatFace, line_of, surroundings_of
from equalterms.meetings.rules.gate import gates_of
from equalterms.meetings.vocabulary import TO_COME, ItemState, PaperFormat
from equalterms.people.models import Person
from equalterms.people.waiting import Waiting

SOON = timedelta(days=21)  # a format that is due within so many days is mentioned
AT_THE_GATE, BRING_LATE, BRING_SOON = 90, 70, 40  # urgency


def waiting_for(person: Person) -> list[Waiting]:
    """Return the papers to bring, the questions to answer, and the words put forward."""
    return [*at_the_gate(person), *papers_due(person), *preparing.waiting_for(person)]


def at_the_gate(person: Person) -> list[Waiting]:
    """Return the items about which this person is asked and has not answered. Nobody else is told of it."""
    if person.entered_by is not None and serves_a_public_body(person.entered_by):
        return []
    groups = person.memberships.filter(seats_on()).order_by().values("group")
    with_papers = Paper.objects.filter(item__state=ItemState.ON_AGENDA).order_by().values("item__meeting")
    meetings = Meeting.objects.filter(group__in=groups, state__in=TO_COME, pk__in=with_papers).select_related("group")
    found = []
    for meeting in meetings:
        asked = [number for number, gate in gates_of(meeting).items() if gate.asks(person)]
        for item in AgendaItem.objects.filter(pk__in=asked, state=ItemState.ON_AGENDA):
            item.meeting = meeting
            if own_answer(person, item) is None:
                found.append(
                    Waiting(
                        title=_("May this item go ahead? %(item)s") % {"item": item.title},
                        url=reverse("meetings:gate", args=[item.key]),
                        why=_("A paper is not there in time in your format. It waits for your word."),
                        due=timezone.localtime(meeting.starts_at).date(),
                        urgency=AT_THE_GATE,
                    )
                )
    return found


def papers_due(person: Person) -> list[Waiting]:
    """Return the formats that this person makes and that are needed, late or due soon."""
    owned = Q(owner=person) | Q(versions__owner=person)
    papers = Paper.objects.filter(owned, item__meeting__state__in=TO_COME).exclude(item__state=ItemState.WITHDRAWN)
    found, around = [], {}
    for paper in papers.distinct().select_related("item__meeting__group").prefetch_related("versions"):
        meeting = paper.item.meeting
        if meeting.pk not in around:
            around[meeting.pk] = surroundings_of(meeting, None, meeting.group)
        for face in line_of(paper, around[meeting.pk], may_work=True).formats:
            if is_to_bring(face) and owner_of(paper, face) == person.pk:
                found.append(to_bring(paper, face))
    return found


def is_to_bring(face: FormatFace) -> bool:
    settled = face.is_ready or (face.version is not None and face.version.not_possible_at is not None)
    return not settled and face.is_asked_for and face.due - timezone.localdate() <= SOON


def owner_of(paper: Paper, face: FormatFace) -> int:
    return (face.version.owner_id if face.version is not None else None) or paper.owner_id


def to_bring(paper: Paper, face: FormatFace) -> Waiting:
    return Waiting(
        title=_("Bring “%(paper)s”: %(format)s") % {"paper": paper.title, "format": PaperFormat(face.format).label},
        url=reverse("meetings:paper_format", args=[paper.key, face.format]),
        why=paper.item.meeting.title,
        due=face.due,
        overdue=bool(face.late),
        urgency=BRING_LATE if face.late else BRING_SOON,
    )
