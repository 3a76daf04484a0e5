"""The papers gate: an item whose paper is not there in time, in a format that somebody needs, is not on equal terms.

It goes ahead only if every member affected agrees; no answer is a no. Nobody else can waive it: no rule here asks for a
role, a duty or a right on the site. What is not possible counts like what is late; else saying so would be a waiver.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.rules import serves_a_public_body
from equalterms.meetings.models import AgendaItem, GateAnswer, GateOutcome, Meeting, Paper, PaperVersion
from equalterms.meetings.rules.papers import days_due, days_late, people_by_format
from equalterms.meetings.vocabulary import TO_COME, GateState, PaperState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@dataclass(frozen=True)
class Missing:
    """One paper that is not on equal terms in one format. `late_by` in working days; None: it is not possible.

    `affected` and `agreed` are numbers of persons, for rules alone. Nothing that a page shows may depend on how many.
    """

    paper: Paper
    format: str
    late_by: int | None
    affected: frozenset[int]
    agreed: frozenset[int] = frozenset()

    @property
    def is_agreed(self) -> bool:
        return self.affected <= self.agreed


@dataclass(frozen=True)
class Gate:
    """How an item stands: what is not on equal terms, and whether those affected agree that it goes ahead."""

    missing: tuple[Missing, ...] = field(default=())
    closed_as: bool | None = None  # how it stood when the meeting began; None before

    @property
    def is_agreed(self) -> bool:
        return self.closed_as if self.closed_as is not None else all(each.is_agreed for each in self.missing)

    @property
    def state(self) -> str:
        if not self.missing and self.closed_as is None:
            return GateState.ON_EQUAL_TERMS
        return GateState.AGREED if self.is_agreed else GateState.NOT_AGREED

    @property
    def lets_through(self) -> bool:
        return self.state != GateState.NOT_AGREED

    def asks(self, person: Person | None) -> bool:
        return person is not None and any(person.pk in each.affected for each in self.missing)


ON_EQUAL_TERMS = Gate()


def standing_of(version: PaperVersion | None, due: date, today: date, nation: str) -> tuple[str, int]:
    """Return the state of one format, and by how many working days it is, or came, late for this meeting."""
    if version is not None and version.ready_at is not None:
        return PaperState.READY, days_late(due, timezone.localtime(version.ready_at).date(), nation)
    if version is not None and version.not_possible_at is not None:
        return PaperState.NOT_POSSIBLE, 0
    late = days_late(due, today, nation)
    return (PaperState.LATE, late) if late else (PaperState.DUE, 0)


def missing_in(
    paper: Paper,
    versions: Iterable[PaperVersion],
    meeting: Meeting,
    *,
    people: dict[str, frozenset[int]],
    due: dict[str, date],
    agreed: dict[int, frozenset[int]],
) -> list[Missing]:
    """Return what of a paper is not on equal terms today."""
    by_format = {each.format: each for each in versions}
    found = []
    for format, affected in people.items():
        version = by_format.get(format)
        state, late = standing_of(version, due[format], timezone.localdate(), meeting.nation)
        if state == PaperState.NOT_POSSIBLE or late:
            said = agreed.get(version.pk, frozenset()) if version is not None else frozenset()
            by = None if state == PaperState.NOT_POSSIBLE else late
            found.append(Missing(paper, format, by, affected, said))
    return found


def gates_of(meeting: Meeting) -> dict[int, Gate]:
    """Return the gate of each item of a meeting that has one, by the number of the item; the others are on equal terms.

    From the beginning of the meeting on it is what it was then. The count of queries does not grow with the papers.
    """
    papers = list(Paper.objects.filter(item__meeting=meeting).prefetch_related("versions"))
    if not papers:
        return {} if meeting.state in TO_COME else closed_gates(meeting)
    people, due = people_by_format(meeting), days_due(meeting)
    answers: dict[int, set[int]] = {}
    yes = GateAnswer.objects.filter(version__paper__item__meeting=meeting, agrees=True)
    for version, person in yes.values_list("version", "person"):
        answers.setdefault(version, set()).add(person)
    agreed = {version: frozenset(persons) for version, persons in answers.items()}
    found: dict[int, list[Missing]] = {}
    for paper in papers:
        missing = missing_in(paper, paper.versions.all(), meeting, people=people, due=due, agreed=agreed)
        found.setdefault(paper.item_id, []).extend(missing)
    gates = {item: Gate(tuple(missing)) for item, missing in found.items() if missing}
    return gates if meeting.state in TO_COME else gates | closed_gates(meeting)


def closed_gates(meeting: Meeting) -> dict[int, Gate]:
    """Return the gates as they were kept when the meeting began. Who was affected is not kept."""
    outcomes = list(GateOutcome.objects.filter(meeting=meeting))
    keys = [each["version"] for outcome in outcomes for each in outcome.missing]
    versions = {each.key: each for each in PaperVersion.objects.filter(key__in=keys).select_related("paper")}
    return {
        outcome.item_id: Gate(
            tuple(
                Missing(versions[each["version"]].paper, versions[each["version"]].format, each["late_by"], frozenset())
                for each in outcome.missing
                if each["version"] in versions
            ),
            closed_as=outcome.agreed,
        )
        for outcome in outcomes
    }


def gate_of(item: AgendaItem) -> Gate:
    """Return the gate of one item; an item without a meeting has none."""
    if item.meeting is None:
        return ON_EQUAL_TERMS
    return gates_of(item.meeting).get(item.pk, ON_EQUAL_TERMS)


def may_take_item(item: AgendaItem) -> bool:
    """Whether a meeting may begin with an item: its papers are on equal terms, or all those affected agree."""
    return gate_of(item).lets_through


def check_may_take_item(item: AgendaItem) -> None:
    if not may_take_item(item):
        raise NotAllowed(
            _("Papers for this item are not on equal terms, and those affected have not agreed. Put it off.")
        )


def why_put_off() -> str:
    """Say why an item that the gate stops is put off, in words that tell nothing about anybody."""
    return _("Its papers were not on equal terms, and those affected did not agree to go ahead.")


def may_answer_gate(person: Person | None, item: AgendaItem) -> bool:
    """Whether a person is asked: somebody affected, until the meeting begins.

    A supporter may answer in their name, unless the supporter works for a public body: it must not waive for them.
    """
    if person is None or item.meeting is None or item.meeting.state not in TO_COME:
        return False
    if person.entered_by is not None and serves_a_public_body(person.entered_by):
        return False
    return gate_of(item).asks(person)


def check_may_answer_gate(person: Person | None, item: AgendaItem) -> None:
    if not may_answer_gate(person, item):
        raise NotAllowed(_("Only the members affected can say whether this goes ahead, until the meeting begins."))
