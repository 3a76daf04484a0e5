"""The pack as a document: what stands in it, in which order and in which words. The press makes every format of it."""

import re
from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.engines.press import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Run,
    Section,
    Table,
    WebCode,
    Wording,
    read,
)
from equalterms.engines.press.cleaning import one_line
from equalterms.meetings.queries.minutes import MinutesPage
from equalterms.meetings.queries.pack import Pack, PackItem, PackPaper
from equalterms.meetings.queries.papers import FormatFace
from equalterms.meetings.vocabulary import MeetingState, PaperState

PARTS = re.compile(r"\n[ \t]*\n")
NAMES_AN_ITEM = re.compile(r"\d{1,3}\. ")
Address = Callable[[str], str]
"""Gives the whole web address of a page of this site."""


def document_of(pack: Pack, *, when: str, whole: Address) -> Document:
    """Return the pack as a document; ``when`` says the time of the meeting as people do."""
    meeting, today = pack.meeting, timezone.localdate()
    own = whole(reverse("meetings:meeting", args=[meeting.key]))
    blocks: list[Block] = [
        *_notices(pack),
        Definitions([(term, told) for term, told in _facts(pack, when)]),
        WebCode(_("This meeting online, with all formats"), own),
        Section(Heading(_("Agenda")), list(_agenda(pack))),
    ]
    for at, item in enumerate(pack.items, start=1):
        if item.line.shown:
            blocks.append(_item(at, item, whole))
    if pack.papers.put_off:
        blocks.append(Section(Heading(_("Put off, because papers were not on equal terms")), _put_off(pack)))
    if pack.carried:
        blocks.append(Section(Heading(_("From the members’ preparation")), list(_carried(pack))))
    if pack.minutes is not None:
        address = whole(reverse("meetings:minutes", args=[meeting.key]))
        blocks.append(Section(Heading(_("Minutes")), list(_minutes(pack.minutes, address)), new_page=True))
    return Document(
        title=one_line(meeting.title).strip() or _("Meeting"),
        subtitle=meeting.group.name,
        blocks=blocks,
        language=language(),
        publisher=meeting.group.organisation.name,
        dated=today,
        date_words=_("made on %(day)s") % {"day": in_words(today)},
        address=own,
        wording=wording(),
    )


def language() -> str:
    """Return the language of what the site says, as documents name it: "en-GB"."""
    code, _dash, place = (get_language() or "en-gb").partition("-")
    return f"{code}-{place.upper()}" if len(place) == 2 else code


def wording() -> Wording:
    """Return the words of the press in the language of the reader."""
    return Wording(
        contents=_("What is in this document"),
        page_of=_("Page {page} of {pages}"),
        notes=_("Notes and sources"),
        note=_("Note {number}"),
        back=_("Back to the text"),
        as_table=_("the same as a table"),
        source=_("Source:"),
        picture=_("Picture:"),
        left_out=_("[{script} letters: please read them online]"),
    )


def _notices(pack: Pack) -> Iterator[Block]:
    meeting = pack.meeting
    if meeting.state == MeetingState.CANCELLED:
        yield Callout(_("This meeting is cancelled"), read(meeting.cancelled_because))
    elif meeting.state == MeetingState.PLANNED:
        yield Callout(_("Not final"), [Paragraph(_("The agenda is being made. It can still change."))])
    if meeting.moved_because and pack.page.is_to_come:
        yield Callout(_("This meeting has changed"), read(meeting.moved_because))
    if pack.for_members:
        words = _("This pack holds what only members of the group read: the way in, closed items and names.")
        yield Callout(_("For members of the group"), [Paragraph(words)])


def _facts(pack: Pack, when: str) -> Iterator[tuple[str, str | list[Run]]]:
    meeting = pack.meeting
    yield _("When"), when
    yield _("How"), meeting.get_manner_display()
    if meeting.venue is not None:
        place = ", ".join(part for part in (meeting.venue.name, meeting.room) if part)
        yield _("Where"), f"{place}\n{meeting.venue.address}".strip()
    if pack.for_members and meeting.link:
        yield _("Online"), [Run(meeting.link, link=meeting.link)]
    if pack.for_members and meeting.phone:
        code = _(", code %(code)s") % {"code": meeting.phone_code} if meeting.phone_code else ""
        yield _("By phone"), f"{meeting.phone}{code}"
    if meeting.arrive_minutes and meeting.venue is not None:
        words = ngettext("%(n)s minute before", "%(n)s minutes before", meeting.arrive_minutes)
        yield _("Doors open"), words % {"n": meeting.arrive_minutes}
    if meeting.breaks:
        yield _("Breaks"), meeting.breaks


def _agenda(pack: Pack) -> Iterator[Block]:
    if not pack.items:
        yield Paragraph(_("Nothing is on the agenda."))
        return
    rows = []
    for at, item in enumerate(pack.items, start=1):
        line = item.line
        purpose = line.item.get_purpose_display() if line.shown else ""
        rows.append(
            [
                f"{at}. {line.title}" + (f"\n{line.mark}" if line.mark else ""),
                purpose,
                str(line.item.minutes or ""),
                (line.proposer or str(line.side.label)) if line.shown else "",
            ]
        )
    yield Table(_("What we will talk about"), [_("Item"), _("What for"), _("Minutes"), _("Proposed by")], rows)
    closed = [item.line.item.closed_because for item in pack.items if not item.line.shown]
    if closed:
        yield Paragraph([Run(_("Why items are closed:"), strong=True), " ", "; ".join(closed)])


def _item(at: int, item: PackItem, whole: Address) -> Section:
    line = item.line
    facts = [line.item.get_purpose_display()]
    if line.item.minutes:
        words = ngettext("%(n)s minute", "%(n)s minutes", line.item.minutes)
        facts.append(words % {"n": line.item.minutes})
    facts.append(_("proposed by %(name)s") % {"name": line.proposer or line.side.label})
    blocks: list[Block] = [Paragraph(" · ".join(facts), quiet=True)]
    if line.item.closed:
        blocks.append(Paragraph([Run(_("Closed to the public."), strong=True), " ", line.item.closed_because]))
    if line.item.why:
        blocks.append(Definitions([(_("Why"), line.item.why)]))
    if line.mark:
        missing = [f"{title}, {format}" for title, format in item.missing]
        blocks.append(Callout(line.mark, [Bullets(missing)] if missing else []))
    if not item.papers:
        blocks.append(Paragraph(_("There is no paper for this item."), quiet=True))
    papers = [_paper(paper, whole) for paper in item.papers]
    return Section(Heading(f"{at}. {line.title}"), [*blocks, *papers], new_page=bool(papers))


def _paper(paper: PackPaper, whole: Address) -> Section:
    title = paper.line.paper.title
    blocks: list[Block] = [_own_missing(face) for face in paper.own_missing]
    if paper.face is not None and paper.face.version is not None:
        label = _("%(format)s, your format") if paper.face.own else "%(format)s"
        blocks.append(Paragraph(label % {"format": paper.face.label}, quiet=True))
        blocks += read(paper.face.version.words, 3)
    else:
        blocks.append(_not_printed(paper))
    if paper.elsewhere:
        blocks.append(Paragraph(_("Also there:"), quiet=True))
        blocks.append(Bullets([_elsewhere(face) for face in paper.elsewhere]))
    address = whole(reverse("meetings:paper", args=[paper.line.paper.key]))
    blocks.append(WebCode(_("This paper online: %(title)s") % {"title": title}, address))
    return Section(Heading(_("Paper: %(title)s") % {"title": title}, 2), blocks, running=title)


def _own_missing(face: FormatFace) -> Block:
    """Say to the reader that their own format is not there, and what is offered instead."""
    blocks: list[Block] = [Paragraph(face.words)]
    if face.state == PaperState.NOT_POSSIBLE and face.version is not None:
        blocks += read(face.version.not_possible_because, 3)
        blocks.append(Paragraph([Run(_("Offered instead:"), strong=True), " ", face.version.offered_instead]))
    return Callout(_("Not here in your format: %(format)s") % {"format": face.label}, blocks)


def _not_printed(paper: PackPaper) -> Block:
    if paper.too_long:
        return Callout(_("Too long to print here"), [Paragraph(_("Please read it online."))])
    if any(face.is_ready for face in paper.line.formats):
        return Callout(_("Not printed here"), [Paragraph(_("This paper is a file or a recording. It is online."))])
    standard = paper.line.by_format.get("standard")
    return Callout(_("This paper is not here yet"), [Paragraph(standard.words if standard is not None else "")])


def _elsewhere(face: FormatFace) -> str:
    version = face.version
    words = [face.words]
    if version is not None and version.file:
        words.append(_("a file, online"))
    elif version is not None and version.link:
        words.append(_("a link, online"))
    if version is not None and version.how_to_get:
        words.append(version.how_to_get)
    return f"{face.label}: {'; '.join(words)}"


def _put_off(pack: Pack) -> list[Block]:
    return [Bullets([f"{each.title}: {'; '.join(each.papers)}" for each in pack.papers.put_off])]


def _carried(pack: Pack) -> Iterator[Block]:
    for each in pack.carried:
        title = each.item.title if each.item is not None else _("To the whole meeting")
        names = [Paragraph(", ".join(str(name) for name in each.names), quiet=True)] if each.names else []
        yield Callout(title, [*read(each.words, 2), *names])


def _minutes(minutes: MinutesPage, address: str) -> Iterator[Block]:
    state = minutes.minutes.get_state_display()
    on = minutes.minutes.approved_at
    yield Paragraph(f"{state}, {in_words(on)}" if on is not None else state, quiet=True)
    if minutes.version.easy_read:
        yield Section(Heading(_("In easy words"), 2), read(minutes.version.easy_read, 3))
    yield Section(Heading(_("What was said and decided"), 2), _as_written(minutes.version.public_part))
    if minutes.is_member and minutes.version.closed_part:
        heading = Heading(_("Closed part: only members read this"), 2)
        yield Section(heading, _as_written(minutes.version.closed_part), new_page=True)
    yield WebCode(_("These minutes online"), address)


def _as_written(words: str) -> list[Block]:
    """Return minutes as they were written, line by line; the line that names an item stands out."""
    blocks: list[Block] = []
    for part in PARTS.split(words.replace("\r\n", "\n").strip()):
        first, _end, rest = part.strip().partition("\n")
        if NAMES_AN_ITEM.match(first):
            blocks.append(Paragraph([Run(first, strong=True), f"\n{rest}" if rest else ""]))
        elif part.strip():
            blocks.append(Paragraph(part.strip()))
    return blocks
