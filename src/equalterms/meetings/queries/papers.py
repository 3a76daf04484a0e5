"""Papers that a person may read: those of items that they see. Which formats are needed shows; by whom never does.

Members of the group see how many need a format, from two on; one alone shows as "needed", like to everybody else.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from equalterms.design.dates import in_words
from equalterms.groups.models import Group
from equalterms.groups.queries.membership import members_on
from equalterms.groups.rules import is_member
from equalterms.meetings.models import AgendaItem, GateAnswer, GateOutcome, Meeting, Paper, PaperVersion
from equalterms.meetings.queries.agenda import item_for, items_visible_to
from equalterms.meetings.queries.meetings import meeting_for
from equalterms.meetings.rules.gate import ON_EQUAL_TERMS, Gate, gate_of, gates_of, may_answer_gate, standing_of
from equalterms.meetings.rules.leading import may_plan
from equalterms.meetings.rules.papers import (
    OPEN_ITEMS,
    check_may_bring_papers,
    check_may_work_on,
    days_due,
    may_bring_papers,
    may_work_on,
    people_by_format,
)
from equalterms.meetings.vocabulary import TO_COME, ItemState, PaperFormat, PaperState
from equalterms.people.exceptions import NotVisible
from equalterms.people.found import Found
from equalterms.people.models import AccessNeed, Person
from equalterms.people.vocabulary import NeedGroup

FEWEST_COUNTED = 2
TONES = {PaperState.READY: "good", PaperState.DUE: "waiting", PaperState.LATE: "late", PaperState.NOT_POSSIBLE: "late"}


@dataclass(frozen=True)
class FormatFace:
    """One format of one paper, as a reader sees it. `late` counts working days, for this meeting."""

    format: str
    state: str
    late: int
    due: date | None
    version: PaperVersion | None
    needed: str  # "", "needed", or how many need it
    own: bool

    @property
    def label(self) -> str:
        return str(PaperFormat(self.format).label)

    @property
    def is_asked_for(self) -> bool:
        """Whether anybody is asked to make it: not for a need that its only person shares with nobody."""
        return bool(self.needed) or self.format == PaperFormat.STANDARD

    @property
    def tone(self) -> str:
        if not self.is_ready and not self.is_asked_for:
            return "neutral"
        return "late" if self.state == PaperState.READY and self.late else TONES[PaperState(self.state)]

    @property
    def is_ready(self) -> bool:
        return self.state == PaperState.READY

    @property
    def words(self) -> str:
        """Say how it stands, in words that can be read alone."""
        if self.state == PaperState.READY:
            return _("Ready. Came %(late)s") % {"late": days_in_words(self.late)} if self.late else _("Ready")
        if not self.is_asked_for and self.state in (PaperState.LATE, PaperState.DUE):
            return _("Not asked for")
        if self.state == PaperState.LATE:
            return days_in_words(self.late).capitalize()
        if self.state == PaperState.DUE and self.due is not None:
            return _("Due %(day)s") % {"day": in_words(self.due)}
        return str(PaperState(self.state).label)

    @property
    def came_late(self) -> str:
        """The mark that a format keeps for good."""
        late = self.version.late_by if self.version is not None else None
        return _("came %(late)s") % {"late": days_in_words(late)} if late else ""


def days_in_words(days: int) -> str:
    return ngettext("%(n)s working day late", "%(n)s working days late", days) % {"n": days}


@dataclass(frozen=True)
class PaperLine:
    """One paper with all its formats, the reader's own ones first."""

    paper: Paper
    formats: list[FormatFace]
    may_work: bool

    @property
    def by_format(self) -> dict[str, FormatFace]:
        return {each.format: each for each in self.formats}


@dataclass(frozen=True)
class ItemPapers:
    """One item, its papers, and whether it may be taken."""

    item: AgendaItem
    papers: list[PaperLine]
    gate: Gate
    asked: bool
    may_bring: bool
    may_put_off: bool = False


@dataclass(frozen=True)
class PutOff:
    """An item that the gate stopped, as it was kept."""

    title: str
    papers: list[str]


@dataclass(frozen=True)
class MeetingPapers:
    """All papers of one meeting for one reader. `columns` are the formats, the reader's own ones first."""

    meeting: Meeting
    items: list[ItemPapers]
    columns: list[str]
    own: list[str]
    unshared: str  # formats that this member needs and nobody is asked for
    put_off: list[PutOff]


@dataclass(frozen=True)
class Surroundings:
    """What is asked once for all papers of a meeting."""

    people: dict[str, frozenset[int]]
    due: dict[str, date]
    nation: str
    own: list[str]
    counted: bool

    def needed(self, format: str) -> str:
        count = len(self.people.get(format, ()))
        if not count or format == PaperFormat.STANDARD:
            return ""
        if not self.counted or count < FEWEST_COUNTED:
            return _("needed")
        return _("needed by %(n)s") % {"n": count}


def own_formats(person: Person | None) -> list[str]:
    """Return the formats that a person said they need, whether they share it or not: for that person alone."""
    if person is None:
        return []
    chosen = AccessNeed.objects.filter(group=NeedGroup.FORMAT, needs__person=person).values_list("chosen", flat=True)
    codes = {code for codes in chosen for code in codes}
    return [each for each in PaperFormat.values if each in codes]


def surroundings_of(meeting: Meeting | None, person: Person | None, group: Group) -> Surroundings:
    return Surroundings(
        people=people_by_format(meeting) if meeting is not None else {},
        due=days_due(meeting) if meeting is not None else {},
        nation=meeting.nation if meeting is not None else "",
        own=own_formats(person),
        counted=is_member(person, group),
    )


def face_of(format: str, version: PaperVersion | None, around: Surroundings) -> FormatFace:
    due = around.due.get(format)
    if due is not None:
        state, late = standing_of(version, due, timezone.localdate(), around.nation)
    else:  # its item waits for a meeting
        state = PaperState.READY if version is not None and version.ready_at is not None else PaperState.DUE
        late = 0
    return FormatFace(format, state, late, due, version, around.needed(format), format in around.own)


def line_of(paper: Paper, around: Surroundings, *, may_work: bool) -> PaperLine:
    """Return a paper with the formats that are needed, that are there, or that the reader needs."""
    versions = {each.format: each for each in paper.versions.all()}
    shown = {PaperFormat.STANDARD.value, *around.people, *around.own}
    shown |= {
        each.format for each in versions.values() if each.ready_at is not None or each.not_possible_at is not None
    }
    ordered = ordered_formats(shown, around.own)
    return PaperLine(paper, [face_of(each, versions.get(each), around) for each in ordered], may_work)


def ordered_formats(formats: set[str], own: list[str]) -> list[str]:
    """Return formats with one's own first, then as the vocabulary has them."""
    return [*own, *(each for each in PaperFormat.values if each in formats and each not in own)]


def papers_of_meeting(person: Person | None, key: str) -> MeetingPapers:
    """Return the papers of a meeting that a person sees, item by item; a fixed count of queries."""
    meeting = meeting_for(person, key)
    around = surroundings_of(meeting, person, meeting.group)
    seen = items_visible_to(person).filter(meeting=meeting).order_by("position", "proposed_at", "pk")
    items = list(seen.prefetch_related("papers__versions"))
    gates, leads = gates_of(meeting), meeting.state in TO_COME and may_plan(person, meeting.group)
    found = [item_papers(item, meeting, person, around, gates, leads) for item in items]
    formats = {face.format for each in found for line in each.papers for face in line.formats}
    own = [each for each in around.own if each in formats]
    unshared = [str(PaperFormat(each).label) for each in around.own if each not in around.people]
    return MeetingPapers(
        meeting=meeting,
        items=found,
        columns=ordered_formats(formats, own),
        own=own,
        unshared=", ".join(unshared) if around.counted else "",
        put_off=put_off_at(meeting, member=around.counted),
    )


def item_papers(
    item: AgendaItem,
    meeting: Meeting,
    person: Person | None,
    around: Surroundings,
    gates: dict[int, Gate],
    leads: bool,
) -> ItemPapers:
    """Return one item of a meeting with its papers. Asks the database nothing more."""
    gate = gates.get(item.pk, ON_EQUAL_TERMS)
    to_come, is_open = meeting.state in TO_COME, item.state in OPEN_ITEMS
    own = around.counted and to_come and is_open
    may_bring = is_open and (leads or (own and item.proposed_by_id == person.pk))
    lines = [
        line_of(paper, around, may_work=may_bring or (own and person.pk == paper.owner_id))
        for paper in item.papers.all()
    ]
    may_put_off = leads and item.state == ItemState.ON_AGENDA and not gate.lets_through
    return ItemPapers(item, lines, gate, to_come and gate.asks(person), may_bring, may_put_off)


def put_off_at(meeting: Meeting, *, member: bool) -> list[PutOff]:
    """Return the items that the gate kept out of a meeting, with what was missing."""
    outcomes = GateOutcome.objects.filter(meeting=meeting, agreed=False).select_related("item")
    gone = [each for each in outcomes if each.item.meeting_id != meeting.pk and (member or not each.item.closed)]
    keys = [one["version"] for each in gone for one in each.missing]
    versions = {each.key: each for each in PaperVersion.objects.filter(key__in=keys).select_related("paper")}
    return [
        PutOff(each.item.title, [missing_in_words(versions[one["version"]], one["late_by"]) for one in each.missing])
        for each in gone
    ]


def missing_in_words(version: PaperVersion, late_by: int | None) -> str:
    how = _("not possible") if late_by is None else days_in_words(late_by)
    return _("%(paper)s, %(format)s: %(how)s") % {
        "paper": version.paper.title, "format": version.get_format_display(), "how": how,
    }  # fmt: skip


@dataclass(frozen=True)
class PaperPage:
    """One paper for one reader."""

    line: PaperLine
    gate: Gate
    asked: bool
    may_bring: bool
    is_member: bool

    @property
    def paper(self) -> Paper:
        return self.line.paper


def papers_visible_to(person: Person | None) -> QuerySet[Paper]:
    """Return the papers of the items that a person may read."""
    items = items_visible_to(person).order_by().values("pk")
    return Paper.objects.filter(item__in=items).select_related(
        "item__group__organisation", "item__meeting__group", "item__proposed_by", "owner"
    )


def paper_for(person: Person | None, key: str) -> Paper:
    paper = papers_visible_to(person).filter(key=key).first()
    if paper is None:
        raise NotVisible
    return paper


def paper_page(person: Person | None, key: str) -> PaperPage:
    paper = paper_for(person, key)
    item = paper.item
    around = surroundings_of(item.meeting, person, item.group)
    may_work = may_work_on(person, paper)
    return PaperPage(
        line=line_of(paper, around, may_work=may_work),
        gate=gate_of(item),
        asked=may_answer_gate(person, item),
        may_bring=may_bring_papers(person, item),
        is_member=around.counted,
    )


def item_to_bring_papers_for(person: Person | None, key: str) -> AgendaItem:
    """Return an item for somebody who may add a paper. Raises NotVisible, or NotAllowed for others who see it."""
    item = item_for(person, key)
    check_may_bring_papers(person, item)
    return item


def paper_to_work_on(person: Person | None, key: str, format: str | None = None) -> Paper:
    """Return a paper for somebody who may change it, or one format of it."""
    if format is not None and format not in PaperFormat.values:
        raise NotVisible
    paper = paper_for(person, key)
    check_may_work_on(person, paper, format)
    return paper


def version_in(paper: Paper, format: str) -> PaperVersion | None:
    return paper.versions.filter(format=format).first()


def version_to_read(person: Person | None, key: str, format: str) -> PaperVersion:
    """Return a paper that is there in one format, for somebody who may read it."""
    paper = paper_for(person, key)
    version = paper.versions.filter(format=format, ready_at__isnull=False).first()
    if version is None:
        raise NotVisible
    version.paper = paper
    return version


def file_for(person: Person | None, key: str) -> PaperVersion:
    """Return a format that has a file, for somebody who may read its paper."""
    papers = papers_visible_to(person).order_by().values("pk")
    version = PaperVersion.objects.filter(key=key, paper__in=papers, ready_at__isnull=False).exclude(file="").first()
    if version is None:
        raise NotVisible
    return version


def people_to_own(paper_group: Group) -> list[Person]:
    """Return who may look after a paper of a group."""
    return [seat.person for seat in members_on(paper_group)]


def papers_found(person: Person | None, words: str, most: int = 20) -> list[Found]:
    """Return the papers that a person may read whose title or ready words hold all the words."""
    papers = papers_visible_to(person)
    for word in words.split():
        ready = PaperVersion.objects.filter(ready_at__isnull=False, words__icontains=word).values("paper")
        papers = papers.filter(Q(title__icontains=word) | Q(pk__in=ready))
    return [
        Found(
            title=paper.title,
            kind=_("Paper"),
            url=reverse("meetings:paper", args=[paper.key]),
            excerpt=f"{paper.item.title}, {paper.item.group.name}",
        )
        for paper in papers.order_by("-added_at", "-pk")[:most]
    ]


def my_data(person: Person) -> dict[str, Any]:
    """Return the papers that a person looks after and what they said at the gate, as plain JSON values."""
    papers = Paper.objects.filter(owner=person).select_related("item__group").order_by("added_at", "pk")
    answers = GateAnswer.objects.filter(person=person).select_related("version__paper").order_by("answered_at", "pk")
    return {
        "papers": [{"title": each.title, "item": each.item.title, "group": each.item.group.name} for each in papers],
        "answers_at_the_gate": [
            {
                "paper": each.version.paper.title,
                "format": each.version.get_format_display(),
                "agrees": each.agrees,
                "answered_at": each.answered_at.isoformat(),
            }
            for each in answers
        ],
    }
