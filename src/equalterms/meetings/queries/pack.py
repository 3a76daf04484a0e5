"""The pack of a meeting: its agenda, papers and minutes in one, as far as one person may see them.

Nothing of the preparation space is asked for here, but what its members agreed to carry forward to the meeting.
"""

from dataclasses import dataclass

from equalterms.meetings.models import CarriedForward, Meeting
from equalterms.meetings.queries.agenda import AgendaLine
from equalterms.meetings.queries.minutes import MinutesPage, minutes_page
from equalterms.meetings.queries.page import MeetingPage, meeting_page
from equalterms.meetings.queries.papers import FormatFace, ItemPapers, MeetingPapers, PaperLine, papers_of_meeting
from equalterms.meetings.queries.preparing import carried_into
from equalterms.meetings.vocabulary import PaperFormat
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person

READ_AS_WORDS = (
    PaperFormat.EASY_READ,
    PaperFormat.TRANSLATION,
    PaperFormat.SCREEN_READER,
    PaperFormat.STANDARD,
    PaperFormat.MAKATON,
)
"""Formats whose words can be printed. Those of a reader's own come first, then the standard one."""
MOST_LETTERS = 600_000
"""Letters of all papers in one pack, about 200 pages. What is more is read online: a pack is made while one waits."""


@dataclass(frozen=True)
class PackPaper:
    """One paper in the pack: the format whose words are printed (None: there are none), and why not if so."""

    line: PaperLine
    face: FormatFace | None
    too_long: bool

    @property
    def own_missing(self) -> list[FormatFace]:
        """The reader's own formats that are not there."""
        return [each for each in self.line.formats if each.own and not each.is_ready]

    @property
    def elsewhere(self) -> list[FormatFace]:
        """Formats that are ready and not printed here: files, recordings, other words."""
        return [each for each in self.line.formats if each.is_ready and each is not self.face]


@dataclass(frozen=True)
class PackItem:
    """One line of the agenda with its papers; a closed item has none for those who may not read it."""

    line: AgendaLine
    papers: list[PackPaper]
    missing: list[tuple[str, str]]
    """Title and format of what is not on equal terms."""


@dataclass(frozen=True)
class Pack:
    """All that one reader finds in the pack of a meeting."""

    page: MeetingPage
    items: list[PackItem]
    papers: MeetingPapers
    carried: list[CarriedForward]
    minutes: MinutesPage | None

    @property
    def meeting(self) -> Meeting:
        return self.page.meeting

    @property
    def for_members(self) -> bool:
        return self.page.is_member


def pack_of(person: Person | None, key: str) -> Pack:
    """Gather the pack of a meeting for a person, or for anybody at all (None). Raises NotVisible."""
    page = meeting_page(person, key)
    papers = papers_of_meeting(person, key)
    by_item = {each.item.pk: each for each in papers.items}
    left = MOST_LETTERS
    items = []
    for line in page.agenda:
        found = by_item.get(line.item.pk) if line.shown else None
        printed: list[PackPaper] = []
        for paper in found.papers if found is not None else ():
            one, left = _paper(paper, left)
            printed.append(one)
        items.append(PackItem(line, printed, _missing(found)))
    return Pack(
        page=page,
        items=items,
        papers=papers,
        carried=carried_into(page.meeting, as_member=page.is_member),
        minutes=_minutes(person, key) if page.minutes_open else None,
    )


def _paper(line: PaperLine, left: int) -> tuple[PackPaper, int]:
    """Return a paper for the pack, and how many letters there is room for after it."""
    face = next((each for each in _in_order(line) if each.is_ready and each.version and each.version.words), None)
    if face is None or face.version is None:
        return PackPaper(line, None, too_long=False), left
    long = len(face.version.words)
    if long > left:
        return PackPaper(line, None, too_long=True), left
    return PackPaper(line, face, too_long=False), left - long


def _in_order(line: PaperLine) -> list[FormatFace]:
    own = [each for each in line.formats if each.own and each.format in READ_AS_WORDS]
    standard = [each for each in line.formats if each.format == PaperFormat.STANDARD]
    return [*own, *standard, *(each for each in line.formats if each.format in READ_AS_WORDS)]


def _missing(found: ItemPapers | None) -> list[tuple[str, str]]:
    if found is None:
        return []
    return [(each.paper.title, str(PaperFormat(each.format).label)) for each in found.gate.missing]


def _minutes(person: Person | None, key: str) -> MinutesPage | None:
    try:
        return minutes_page(person, key)
    except NotVisible:
        return None
