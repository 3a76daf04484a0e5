"""Papers: all those of a meeting, one to read, one format of it, and its file."""

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.components.notices import state
from equalterms.design.pictures.bars import Bar, BarPicture
from equalterms.design.tables import Column, Table
from equalterms.design.written import written
from equalterms.documents.serving import as_download
from equalterms.meetings.models import AgendaItem, Meeting, Paper
from equalterms.meetings.queries.papers import (
    FormatFace,
    MeetingPapers,
    PaperLine,
    file_for,
    paper_page,
    papers_of_meeting,
    version_to_read,
)
from equalterms.meetings.queries.papers_record import papers_record
from equalterms.meetings.rules.gate import Gate
from equalterms.meetings.rules.leading import may_plan
from equalterms.meetings.views.frame import trail_to, trail_to_meetings, when_in_words
from equalterms.meetings.vocabulary import GateState, PaperFormat
from equalterms.people.exceptions import NotVisible


def trail_of(item: AgendaItem, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way back from a page about the papers of an item."""
    meeting = item.meeting
    if meeting is None:
        return [*trail_to_meetings(item.group), *more]
    return [*trail_to(meeting), (_("Papers"), papers_url(meeting)), *more]


def papers_url(meeting: Meeting) -> str:
    return reverse("meetings:papers", args=[meeting.key])


def url_of(paper: Paper) -> str:
    return reverse("meetings:paper", args=[paper.key])


def gate_in_words(gate: Gate) -> dict[str, Any] | None:
    """Return what everybody reads about an item that is not on equal terms; the same however many are affected."""
    if gate.state == GateState.ON_EQUAL_TERMS:
        return None
    agreed = gate.state == GateState.AGREED
    names = [
        _("%(paper)s, %(format)s") % {"paper": each.paper.title, "format": PaperFormat(each.format).label}
        for each in gate.missing
    ]
    return {
        "title": _("Not on equal terms"),
        "outcome": _("Agreed by those affected: it goes ahead.") if agreed else _("Not agreed by those affected."),
        "agreed": agreed,
        "closed": gate.closed_as is not None,
        "missing": names,
    }


def cell_of(line: PaperLine, face: FormatFace | None) -> Any:
    """Return one cell of the grid: how the format stands, and the way to it."""
    if face is None:
        return "–"
    parts = [state(face.words, tone=face.tone)]
    if face.needed:
        parts.append(format_html('<span class="et-quiet">{}</span>', face.needed))
    if face.is_ready:
        url = reverse("meetings:paper_text", args=[line.paper.key, face.format])
        parts.append(way(_("Read"), url, line, face))
    if line.may_work:
        words = _("Change") if face.is_ready else _("Bring it")
        parts.append(way(words, reverse("meetings:paper_format", args=[line.paper.key, face.format]), line, face))
    return format_html_join(mark_safe("<br>"), "{}", ((part,) for part in parts))


def way(words: str, url: str, line: PaperLine, face: FormatFace) -> Any:
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: {}, {}</span></a>',
        url,
        words,
        line.paper.title,
        face.label,
    )


def grid_of(page: MeetingPapers, lines: list[PaperLine], caption: str) -> Table:
    """Return papers x formats for one item, the reader's own formats first."""
    present = {face.format for line in lines for face in line.formats}
    columns = [each for each in page.columns if each in present]
    heads = [
        _("%(format)s (yours)") % {"format": label_of(each)} if each in page.own else label_of(each) for each in columns
    ]
    rows = [
        [
            format_html('<a class="govuk-link" href="{}">{}</a>', url_of(line.paper), line.paper.title),
            *(cell_of(line, line.by_format.get(each)) for each in columns),
        ]
        for line in lines
    ]
    return Table(caption=caption, columns=[_("Paper"), *heads], rows=rows, caption_hidden=True)


def head_of(format: str, own: list[str]) -> str:
    return _("%(format)s (yours)") % {"format": label_of(format)} if format in own else label_of(format)


def label_of(format: str) -> str:
    return str(PaperFormat(format).label)


@require_safe
def show_papers(request: HttpRequest, key: str) -> HttpResponse:
    page = papers_of_meeting(request.person, key)
    items = [
        (
            each,
            gate_in_words(each.gate),
            grid_of(page, each.papers, _("Papers for: %(item)s") % {"item": each.item.title}) if each.papers else None,
        )
        for each in page.items
    ]
    context = {
        "heading": _("Papers"),
        "lead": f"{page.meeting.title}, {when_in_words(page.meeting)}",
        "trail": trail_to(page.meeting),
        "page": page,
        "meeting": page.meeting,
        "items": items,
    }
    return render(request, "meetings/papers.html", context)


@require_safe
def show_paper(request: HttpRequest, key: str) -> HttpResponse:
    page = paper_page(request.person, key)
    paper = page.paper
    first = next((face for face in page.line.formats if face.is_ready and face.version.words), None)
    context = {
        "heading": paper.title,
        "lead": _("For the item “%(item)s”") % {"item": paper.item.title},
        "trail": trail_of(paper.item),
        "page": page,
        "paper": paper,
        "faces": page.line.formats,
        "gate": gate_in_words(page.gate),
        "shown": first,
        "words": written(first.version.words, level=3) if first is not None else "",
    }
    return render(request, "meetings/paper.html", context)


@require_safe
def show_format(request: HttpRequest, key: str, format: str) -> HttpResponse:
    version = version_to_read(request.person, key, format)
    paper = version.paper
    context = {
        "heading": paper.title,
        "lead": label_of(version.format),
        "trail": trail_of(paper.item, (paper.title, url_of(paper))),
        "version": version,
        "words": written(version.words, level=2),
    }
    return render(request, "meetings/paper_format.html", context)


@require_safe
def give_out(request: HttpRequest, key: str) -> FileResponse:
    version = file_for(request.person, key)
    try:
        return as_download(version.file, name=version.file_name, content_type=version.content_type)
    except FileNotFoundError as error:  # lost from the disk: an administrator finds it in the backup check
        raise NotVisible from error


@require_safe
def show_record(request: HttpRequest, key: str) -> HttpResponse:
    group, records = papers_record(request.person, key)
    figures = [_("In time"), _("Late"), _("Never came"), _("Not possible")]
    context = {
        "heading": _("How papers came over the last year"),
        "lead": group.name,
        "trail": trail_to_meetings(group),
        "group": group,
        "may_set": may_plan(request.person, group),
        "picture": BarPicture(
            title=_("Papers that came in time, of every hundred"),
            named=_("Format"),
            counted=_("In time, percent"),
            bars=[Bar(each.label, round(100 * each.in_time / each.due)) for each in records],
        )
        if records
        else None,
        "table": Table(
            caption=_("Number of papers by format"),
            columns=[_("Format"), *(Column(each, numeric=True) for each in figures)],
            rows=[(each.label, each.in_time, each.late, each.never, each.not_possible) for each in records],
        ),
    }
    return render(request, "meetings/papers_record.html", context)
