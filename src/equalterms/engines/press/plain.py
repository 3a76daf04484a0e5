"""Plain text: for screen readers, braille and old machines. Nothing is drawn with signs; tables are said as lists."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .document import (
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
    Run,
    Section,
    Table,
    WebCode,
    as_blocks,
    as_line,
    line,
    said,
)

WIDTH = 72
"""Characters of a line. Addresses may be longer: a broken one leads nowhere."""


def text(document: Document) -> str:
    """Return the document as plain text, its lines wrapped."""
    teller = _Teller(document)
    opening = (document.title, document.subtitle, document.publisher, document.date_words, document.address)
    told = "\n".join(_wrapped(part) for part in opening if part) + "\n\n" + "".join(teller.blocks(document.blocks))
    if teller.notes:
        told += f"\n\n{document.wording.notes}\n\n" + "\n".join(teller.notes) + "\n"
    return told.rstrip() + "\n"


def _wrapped(words: str, first: str = "", later: str = "") -> str:
    return "\n".join(
        textwrap.fill(
            part, WIDTH, initial_indent=first if at == 0 else later, subsequent_indent=later,
            break_long_words=False, break_on_hyphens=False,
        )
        for at, part in enumerate(words.split("\n"))
    )  # fmt: skip


class _Teller:
    """Tells blocks one after another; collects the notes."""

    def __init__(self, document: Document) -> None:
        self.wording = document.wording
        self.notes: list[str] = []
        self.kinds: dict[type, Callable[[Any], str]] = {
            Heading: lambda it: f"\n\n{_wrapped(self.line(it.words))}\n\n",
            Paragraph: lambda it: f"{_wrapped(self.line(it.words))}\n\n",
            Bullets: self.bullets,
            Table: self.table,
            Figure: self.figure,
            Callout: lambda it: f"{_wrapped(it.title)}\n\n{''.join(self.blocks(it.blocks))}",
            Definitions: self.definitions,
            EasyRow: lambda it: f"{_wrapped(self.line(it.words))}\n\n",
            WebCode: lambda it: f"{_wrapped(it.words + ':')}\n{it.link}\n\n",
            PageBreak: lambda it: "",
            Section: self.section,
        }

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        return (self.kinds[type(block)](block) for block in blocks)

    def line(self, words: Any) -> str:
        return "".join(self.part(part) for part in line(words)).strip()

    def part(self, part: Run | Note) -> str:
        if isinstance(part, Note):
            number = len(self.notes) + 1
            self.notes.append("")
            self.notes[number - 1] = _wrapped(f"{number}. {self.line(part.words)}", later="   ")
            return f" [{self.wording.note.replace('{number}', str(number))}]"
        bare = part.link.removeprefix("mailto:").removeprefix("tel:")
        return part.words if not part.link or bare in part.words else f"{part.words} ({bare})"

    def bullets(self, it: Bullets) -> str:
        out = []
        for at, item in enumerate(it.items):
            sign = f"{it.start + at}. " if it.numbered else "- "
            if (words := as_line(item)) is not None:
                out.append(_wrapped(self.line(words), sign, " " * len(sign)) + "\n")
            else:
                inner = "".join(self.blocks(as_blocks(item))).strip()
                out.append(sign + textwrap.indent(inner, " " * len(sign)).lstrip() + "\n")
        return "".join(out) + "\n"

    def table(self, it: Table) -> str:
        out = [f"{_wrapped(it.caption)}\n\n" if it.caption else ""]
        heads = [self.line(cell) for cell in it.head]
        for row in it.rows:
            first, *cells = (self.line(cell) for cell in row)
            out.append(_wrapped(first if it.row_headings else f"{heads[0]}: {first}") + "\n")
            out += [_wrapped(f"{name}: {cell}", "- ", "  ") + "\n" for name, cell in zip(heads[1:], cells, strict=True)]
            out.append("\n")
        return "".join(out)

    def figure(self, it: Figure) -> str:
        source = f"{_wrapped(f'{self.wording.source} {self.line(it.source)}')}\n\n" if said(line(it.source)) else ""
        told = it.told(self.wording)
        table = self.table(told) if told else ""
        return f"{_wrapped(it.caption)}\n\n{self.picture(it.picture.alt)}{source}{table}"

    def picture(self, alt: str) -> str:
        return f"{_wrapped(f'{self.wording.picture} {alt}')}\n\n"

    def definitions(self, it: Definitions) -> str:
        told = (_wrapped(f"{self.line(term)}: {self.line(meaning)}", later="  ") for term, meaning in it.pairs)
        return "\n".join(told) + "\n\n"

    def section(self, it: Section) -> str:
        return self.kinds[Heading](it.heading) + "".join(self.blocks(it.blocks))
