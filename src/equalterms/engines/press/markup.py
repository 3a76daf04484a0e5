"""Blocks as well-formed markup, the same for a web page and for the chapters of an e-book. Every word is escaped."""

from collections.abc import Callable, Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from .document import (
    DEEPEST,
    LETTERS,
    Block,
    Bullets,
    Callout,
    Definitions,
    Document,
    EasyRow,
    Figure,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    WebCode,
    as_blocks,
    as_line,
    line,
    said,
)
from .webcode import drawn as code_drawn

Place = Callable[[Picture], str]
"""Says where a picture is found: keeps it, and returns its address."""


def attribute(name: str, value: str) -> str:
    """Return a space and the attribute, escaped for XML and HTML."""
    return f" {name}={quoteattr(value)}"


class Markup:
    """Turns blocks into markup, in order: headings get ids, notes are collected until ``notes`` is asked for.

    ``prefix`` begins each id; headings stand ``under`` that many levels of the page's own; a table too wide for a
    small screen ``scrolls`` in a part that the keyboard reaches.
    """

    def __init__(
        self, document: Document, place: Place, *, prefix: str = "", under: int = 1, scrolls: bool = False
    ) -> None:
        self.wording, self.place, self.prefix, self.under = document.wording, place, prefix, under
        self.scrolls = scrolls
        self.heads: list[tuple[int, str, str]] = []
        """Level, id and words of each heading so far."""
        self._notes: list[tuple[int, str]] = []
        self._numbered = 0
        self._headings = 0
        self._tables = 0
        self._kinds: dict[type, Callable[[Any], str]] = {
            Heading: self.heading,
            Paragraph: self.paragraph,
            Bullets: self.bullets,
            Table: self.table,
            Figure: self.figure,
            Callout: self.callout,
            Definitions: self.definitions,
            EasyRow: self.easy_row,
            WebCode: self.code,
            PageBreak: lambda it: '<div class="new-page"></div>\n',
            Section: self.section,
        }

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(self._kinds[type(block)](block) for block in blocks)

    def line(self, words: Any) -> str:
        return "".join(self._part(part) for part in line(words))

    def notes(self) -> str:
        """Return the notes since the last time, as a list with links back; "" if there are none."""
        if not self._notes:
            return ""
        items = "".join(self._note(number, words) for number, words in self._notes)
        self._notes = []
        title = escape(self.wording.notes)
        return f'<section class="notes" role="doc-endnotes">\n<h2>{title}</h2>\n<ol>\n{items}</ol>\n</section>\n'

    def heading(self, it: Heading) -> str:
        self._headings += 1
        key = f"{self.prefix}part-{self._headings}"
        level = min(DEEPEST, it.level + self.under)
        self.heads.append((it.level, key, said(line(it.words))))
        return f'<h{level} id="{key}">{self.line(it.words)}</h{level}>\n'

    def paragraph(self, it: Paragraph) -> str:
        kind = ' class="quiet"' if it.quiet else ""
        return f"<p{kind}>{self.line(it.words)}</p>\n"

    def bullets(self, it: Bullets) -> str:
        kind = "ol" if it.numbered else "ul"
        start = attribute("start", str(it.start)) if it.numbered and it.start != 1 else ""
        items = "".join(f"<li>{self._item(item)}</li>\n" for item in it.items)
        return f"<{kind}{start}>\n{items}</{kind}>\n"

    def table(self, it: Table) -> str:
        head = "".join(f'<th scope="col">{self.line(cell)}</th>' for cell in it.head)
        rows = "".join(self._row(row, it.row_headings) for row in it.rows)
        caption = f"<caption>{escape(it.caption)}</caption>\n" if it.caption else ""
        table = f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
        if not self.scrolls:
            return f"{table}\n"
        self._tables += 1
        label = attribute("aria-label", it.caption or f"{said(line(it.head[0]))} ({self._tables})")
        return f'<div class="wide" role="region" tabindex="0"{label}>{table}</div>\n'

    def figure(self, it: Figure) -> str:
        source = (
            f'<p class="quiet">{escape(self.wording.source)} {self.line(it.source)}</p>\n'
            if said(line(it.source))
            else ""
        )
        told = it.told(self.wording)
        table = self.table(told) if told else ""
        caption = f"<figcaption>{escape(it.caption)}</figcaption>\n"
        return f"<figure>\n{caption}{self.picture(it.picture.at(LETTERS))}\n{source}{table}</figure>\n"

    def picture(self, it: Picture) -> str:
        return f"<img{attribute('src', self.place(it))}{attribute('alt', it.alt)} />"

    def callout(self, it: Callout) -> str:
        return f'<div class="callout">\n<p><strong>{escape(it.title)}</strong></p>\n{self.blocks(it.blocks)}</div>\n'

    def definitions(self, it: Definitions) -> str:
        pairs = "".join(f"<dt>{self.line(term)}</dt><dd>{self.line(told)}</dd>\n" for term, told in it.pairs)
        return f"<dl>\n{pairs}</dl>\n"

    def easy_row(self, it: EasyRow) -> str:
        picture = self.picture(it.picture) if it.picture else ""
        return f'<div class="easy"><div>{picture}</div><p>{self.line(it.words)}</p></div>\n'

    def code(self, it: WebCode) -> str:
        picture = self.picture(Picture(code_drawn(it.link), alt=""))
        link = f"<a{attribute('href', it.link)}>{escape(it.link)}</a>"
        return f'<div class="code"><div>{picture}</div><p><strong>{escape(it.words)}</strong><br />{link}</p></div>\n'

    def section(self, it: Section) -> str:
        kind = ' class="new-page"' if it.new_page else ""
        return f"<section{kind}>\n{self.heading(it.heading)}{self.blocks(it.blocks)}</section>\n"

    def _note(self, number: int, words: str) -> str:
        back = attribute("aria-label", f"{self.wording.back} ({number})")
        link = f'<a href="#{self.prefix}at-{number}"{back}>↩</a>'
        return f'<li id="{self.prefix}note-{number}" value="{number}">{words} {link}</li>\n'

    def _row(self, row: Any, headed: bool) -> str:
        first = f'<th scope="row">{self.line(row[0])}</th>' if headed else f"<td>{self.line(row[0])}</td>"
        return f"<tr>{first}{''.join(f'<td>{self.line(cell)}</td>' for cell in row[1:])}</tr>\n"

    def _item(self, item: Any) -> str:
        words = as_line(item)
        return self.blocks(as_blocks(item)) if words is None else self.line(words)

    def _part(self, part: Run | Note) -> str:
        if isinstance(part, Note):
            self._numbered += 1
            number = self._numbered
            self._notes.append((number, ""))
            at = len(self._notes) - 1
            self._notes[at] = (number, self.line(part.words))
            label = attribute("aria-label", self.wording.note.replace("{number}", str(number)))
            return (
                f'<sup><a id="{self.prefix}at-{number}" href="#{self.prefix}note-{number}" role="doc-noteref"{label}>'
                f"{number}</a></sup>"
            )
        words = escape(part.words).replace("\n", "<br />")
        if part.strong:
            words = f"<strong>{words}</strong>"
        if part.emphasis:
            words = f"<em>{words}</em>"
        return f"<a{attribute('href', part.link)}>{words}</a>" if part.link else words
