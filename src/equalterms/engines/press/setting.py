"""A document as data for the template: blocks by kind, pictures as files, words that fit the width of the page."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from .document import (
    PICTURES,
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
    Wording,
    as_blocks,
    as_line,
    byline,
    line,
    opened,
    said,
)
from .webcode import drawn as code_drawn

_WIDTH, _LARGE_WIDTH = 453.0, 493.0
"""Points between the margins of an A4 page, as press.typ sets them: 160 mm, and 174 mm for large print."""
_CHART_WIDTH = 640
"""The width that a chart is drawn for, in its own measure."""
_LETTER = 0.56
"""The width of a middling letter of the font, by its size."""
_CELL_PADDING = 1.1
_LARGE_FROM = 16
_LONGEST_RUNNING = 60
"""Letters at the head and the foot of a page, at most."""
_CLEAR_PRINT = 12
_KEPT_TOGETHER = 600
"""Letters of a callout with its data, in clear print, that stay together on one page."""
_LONGEST_WORD = 24
"""Longer words may be broken anywhere. No English word in use is longer; web addresses are."""
_BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_JOINTS = re.compile(r"(?<=[/.\-_?&=@#])(?=\w)")
_ALWAYS_SHOWN = 0x180
"""Up to here (Latin, with Welsh and the languages of Europe) the project's own font is enough."""


@dataclass(slots=True)
class Sheet:
    """The data of a document, and its pictures by the name of their file."""

    data: dict[str, Any]
    pictures: dict[str, bytes] = field(default_factory=dict)


def laid_out(document: Document, size: int, missing: frozenset[str] | None = frozenset()) -> Sheet:
    """Return the document for letters of this size; ``missing`` letters are named (None: all beyond Latin)."""
    setter = _Setter(size, document.wording, missing)
    text = setter.text
    lang, _, region = document.language.partition("-")
    opening, rest = opened(document)
    data = {
        "title": text(document.title),
        "subtitle": text(document.subtitle),
        "publisher": text(document.publisher),
        "byline": text(byline(document)),
        "footer": text(_shortened(document.title, setter.on_a_line)),
        "lang": lang,
        "region": region[-2:] if re.fullmatch(r".*[A-Z]{2}", region) else None,
        "dated": (
            {"year": document.dated.year, "month": document.dated.month, "day": document.dated.day}
            if document.dated
            else None
        ),
        "size": size,
        "large": size >= _LARGE_FROM,
        "contents": document.contents,
        "wording": {name: text(getattr(document.wording, name)) for name in Wording.__slots__},
        "opening": setter.blocks(opening),
        "blocks": setter.blocks(rest),
    }
    return Sheet(data, setter.pictures)


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + "…"


class _Setter:
    """Turns blocks into data, one document at a time; collects the pictures."""

    def __init__(self, size: int, wording: Wording, missing: frozenset[str] | None) -> None:
        self.size, self.wording, self.missing = size, wording, missing
        self.width = _LARGE_WIDTH if size >= _LARGE_FROM else _WIDTH
        self.on_a_line = min(_LONGEST_RUNNING, int(self.width / (_LETTER * size)))
        self.pictures: dict[str, bytes] = {}
        self.kinds: dict[type, Callable[[Any], dict[str, Any]]] = {
            Heading: lambda it: {"level": it.level, "words": self.line(it.words)},
            Paragraph: lambda it: {"quiet": it.quiet, "words": self.line(it.words)},
            Bullets: self.bullets,
            Table: self.table,
            Figure: self.figure,
            Callout: self.callout,
            Definitions: lambda it: {"pairs": [[self.line(term), self.line(told)] for term, told in it.pairs]},
            EasyRow: lambda it: {"words": self.line(it.words), "picture": it.picture and self.picture(it.picture)},
            WebCode: self.code,
            PageBreak: lambda it: {},
            Section: self.section,
        }

    def blocks(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        return [{"kind": type(block).__name__.lower(), **self.kinds[type(block)](block)} for block in blocks]

    def line(self, words: Any) -> list[dict[str, Any]]:
        return [self.part(part) for part in line(words)]

    def part(self, part: Run | Note) -> dict[str, Any]:
        if isinstance(part, Note):
            return {"note": self.line(part.words)}
        return {"words": self.text(part.words), "strong": part.strong, "emphasis": part.emphasis, "link": part.link}

    def bullets(self, it: Bullets) -> dict[str, Any]:
        items = [self.item(item) for item in it.items]
        return {"items": items, "numbered": it.numbered, "start": it.start}

    def item(self, item: Any) -> dict[str, Any]:
        words = as_line(item)
        return {"blocks": self.blocks(as_blocks(item))} if words is None else {"words": self.line(words)}

    def callout(self, it: Callout) -> dict[str, Any]:
        blocks = self.blocks(it.blocks)
        whole = len(str(blocks)) < _KEPT_TOGETHER * _CLEAR_PRINT / self.size
        return {"title": self.text(it.title), "blocks": blocks, "whole": whole}

    def table(self, it: Table) -> dict[str, Any]:
        rows = (it.head, *it.rows)
        longest = [max(_longest_word(row[at]) for row in rows) for at in range(len(it.head))]
        needed = sum(longest) * _LETTER * self.size + len(longest) * _CELL_PADDING * self.size
        widths = [max(len(said(line(row[at]))) for row in rows) for at in range(len(it.head))]
        return {
            "caption": self.text(it.caption),
            "head": [self.line(cell) for cell in it.head],
            "rows": [[self.line(cell) for cell in row] for row in it.rows],
            "row_headings": it.row_headings,
            "as_list": len(longest) > 1 and needed > self.width,
            # Short columns are as wide as their words; the long ones share what is left.
            "columns": [0 if width <= _LONGEST_WORD else min(width, 120) for width in widths],
        }

    def figure(self, it: Figure) -> dict[str, Any]:
        told = it.told(self.wording)
        return {
            "caption": self.text(it.caption),
            "picture": self.picture(it.picture.at(self.size * _CHART_WIDTH / self.width)),
            "source": self.line(it.source) if said(line(it.source)) else [],
            "table": told and self.table(told),
        }

    def code(self, it: WebCode) -> dict[str, Any]:
        picture = Picture(code_drawn(it.link), alt=it.words)
        return {
            "words": self.text(it.words),
            "link": it.link,
            "shown": self.text(it.link),
            "picture": self.picture(picture),
        }

    def section(self, it: Section) -> dict[str, Any]:
        return {
            "heading": {"level": it.heading.level, "words": self.line(it.heading.words)},
            "running": self.text(_shortened(it.running, self.on_a_line)),
            "new_page": it.new_page,
            "blocks": self.blocks(it.blocks),
        }

    def picture(self, it: Picture) -> dict[str, str]:
        name = f"{len(self.pictures)}.{PICTURES[it.media]}"
        self.pictures[name] = it.data
        return {"file": name, "alt": self.text(it.alt)}

    def text(self, words: str) -> str:
        """The words with letters that no font has said in words, and with places where a long word may break."""
        if self.missing is None or (self.missing and not self.missing.isdisjoint(words)):
            words = self.shown(words)
        return _LONG.sub(_breakable, words)

    def shown(self, words: str) -> str:
        out: list[str] = []
        last = ""
        for character in words:
            absent = character in self.missing if self.missing is not None else ord(character) >= _ALWAYS_SHOWN
            if not absent:
                out.append(character)
                last = "" if not character.isspace() else last
                continue
            told = self.named(character)
            if told != last:
                out.append(told)
            last = told or last
        return "".join(out)

    def named(self, character: str) -> str:
        """What stands in place of a letter without a font: the name of a sign, or that of its script."""
        kind, name = unicodedata.category(character), unicodedata.name(character, "")
        if kind.startswith(("M", "C", "Z")):
            return ""
        if kind.startswith("L"):
            return self.wording.left_out.replace("{script}", name.split(" ")[0].capitalize())
        return f"[{name.lower()}]" if name else "[?]"


def _longest_word(words: Any) -> int:
    return min(_LONGEST_WORD, max((len(word) for word in said(line(words)).split()), default=1))


def _breakable(found: re.Match[str]) -> str:
    """Break addresses at their joints, and anything still too long after every few letters."""
    parts = _JOINTS.sub(_BREAK, found[0]).split(_BREAK)
    return _BREAK.join(
        _BREAK.join(part[at : at + 4] for at in range(0, len(part), 4)) if len(part) > _LONGEST_WORD else part
        for part in parts
    )
