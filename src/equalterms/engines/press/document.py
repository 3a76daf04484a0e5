"""One structured document, from which every format is made: what is said, and nothing of how it looks.

Wherever words stand, a plain ``str`` may be given, or a sequence of ``str``, ``Run`` and ``Note``. All text is cleaned
when it comes in, so that no format has to think of it again. A document that could not be read in order by a screen
reader (a heading that skips a level, a figure without words) is refused with ``DocumentError``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, TypeAlias

from .cleaning import address, lines, one_line

DEEPEST = 6
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PICTURES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
"""The kinds of pictures that may stand in a document, with the ending of their file."""
_RUNS_SOMETHING = re.compile(rb"(?i)<\s*(script|foreignobject|iframe|use|image|animate|set|style)\b|\son\w+\s*=|<!")


class DocumentError(ValueError):
    """The document cannot be printed as it is. The message says what to change."""


@dataclass(frozen=True, slots=True)
class Run:
    """A few words that are said in one way, line ends kept. ``link`` is a web, mail or phone address."""

    words: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", lines(self.words))
        object.__setattr__(self, "link", address(self.link))


@dataclass(frozen=True, slots=True)
class Note:
    """A source or a remark: a number in the text, the words at the foot of the page or at the end."""

    words: "Words"

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", line(self.words))


Line: TypeAlias = tuple[Run | Note, ...]
Words: TypeAlias = str | Run | Note | Sequence[str | Run | Note]


def line(words: Words) -> Line:
    """Return the words as runs and notes."""
    if isinstance(words, str | Run | Note):
        words = (words,)
    return tuple(Run(part) if isinstance(part, str) else part for part in words)


def said(words: Line) -> str:
    """Return the words alone, on one line."""
    return "".join(part.words for part in words if isinstance(part, Run)).replace("\n", " ").strip()


LETTERS = 17.0
"""The letters of a chart on a screen, where the whole picture is 640 wide."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the words that stand for it; without words it is decoration."""

    data: bytes = field(repr=False)
    media: str = "image/svg+xml"
    alt: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "alt", one_line(self.alt).strip())
        if self.media not in PICTURES:
            raise DocumentError(f"A picture may be SVG, PNG or JPEG, not {self.media!r}.")
        if self.media == "image/svg+xml" and _RUNS_SOMETHING.search(self.data):
            raise DocumentError("An SVG picture may hold shapes and words only.")

    def at(self, letters: float) -> "Picture":
        """Return itself: a picture that is as it is. A chart draws itself for each size of letters."""
        return self


class Drawing(Protocol):
    """What draws itself for each size of letters, as a chart does."""

    @property
    def alt(self) -> str:
        """The words that stand for it."""

    def at(self, letters: float) -> Picture:
        """Return the picture with letters of this size, where the whole picture is 640 wide."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a part of the document) to 6."""

    words: Words
    level: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", line(self.words))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences. ``quiet`` ones are said more softly: who wrote it, when."""

    words: Words
    quiet: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", line(self.words))


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` when its order means something. An item is words, or blocks."""

    items: Sequence["Words | Blocks"]
    numbered: bool = False
    start: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", tuple(_held(item) for item in self.items))


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, a row of headings, and (unless ``row_headings`` is False) a heading for each row."""

    caption: str
    head: Sequence[Words]
    rows: Sequence[Sequence[Words]]
    row_headings: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "caption", one_line(self.caption).strip())
        object.__setattr__(self, "head", tuple(line(cell) for cell in self.head))
        object.__setattr__(self, "rows", tuple(tuple(line(cell) for cell in row) for row in self.rows))
        if not self.head or any(len(row) != len(self.head) for row in self.rows):
            raise DocumentError(f"Each row of the table {self.caption!r} needs as many cells as it has headings.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that carries facts, with the same facts as a table, and where they come from."""

    picture: Picture | Drawing
    caption: str
    table: Table | None = None
    source: Words = ""

    def told(self, wording: "Wording") -> Table | None:
        """Return its table, with a caption that says what it is if it has none of its own."""
        if self.table is None or self.table.caption:
            return self.table
        return replace(self.table, caption=f"{self.caption}: {wording.as_table}")

    def __post_init__(self) -> None:
        object.__setattr__(self, "caption", one_line(self.caption).strip())
        object.__setattr__(self, "source", line(self.source))
        if not self.picture.alt:
            raise DocumentError(f"The figure {self.caption!r} needs words for those who cannot see it.")


@dataclass(frozen=True, slots=True)
class Callout:
    """Something that a reader must not miss, with a title that says what it is."""

    title: str
    blocks: "Blocks"

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", one_line(self.title).strip())
        object.__setattr__(self, "blocks", tuple(self.blocks))


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what it means: facts about a meeting, hard words."""

    pairs: Sequence[tuple[Words, Words]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "pairs", tuple((line(term), line(meaning)) for term, meaning in self.pairs))


@dataclass(frozen=True, slots=True)
class EasyRow:
    """One thing said easily: its picture at the left, one or two short sentences at the right."""

    words: Words
    picture: Picture | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", line(self.words))


@dataclass(frozen=True, slots=True)
class WebCode:
    """An address as a QR code, with the words that say where it leads, and the address itself."""

    words: str
    link: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", one_line(self.words).strip())
        object.__setattr__(self, "link", address(self.link))
        if not self.link:
            raise DocumentError("A code needs a web address.")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page, where there are pages."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading of its own, with ``running`` words at the head of its pages, on a new page if asked."""

    heading: Heading
    blocks: "Blocks"
    running: str = ""
    new_page: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "blocks", tuple(self.blocks))
        object.__setattr__(self, "running", one_line(self.running or said(line(self.heading.words))).strip())


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Table | Figure | Callout | Definitions | EasyRow | WebCode | PageBreak | Section
)
_BLOCKS = (
    Heading, Paragraph, Bullets, Table, Figure, Callout, Definitions, EasyRow, WebCode, PageBreak, Section,
)  # fmt: skip
Blocks: TypeAlias = Sequence[Block]
Held: TypeAlias = "Line | tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that the press itself says, in the language of the document. ``{...}`` are filled in."""

    contents: str = "What is in this document"
    page_of: str = "Page {page} of {pages}"
    notes: str = "Notes and sources"
    note: str = "Note {number}"
    back: str = "Back to the text"
    as_table: str = "the same as a table"
    source: str = "Source:"
    picture: str = "Picture:"
    left_out: str = "[{script} letters: please read them online]"


@dataclass(frozen=True, slots=True)
class Document:
    """What is said, by whom, when and in which language (a BCP 47 tag such as "en-GB").

    ``date_words`` says the date in that language; without them it is said in English. ``address`` is where it is kept.
    """

    title: str
    blocks: Blocks
    language: str = "en-GB"
    subtitle: str = ""
    publisher: str = ""
    dated: date | None = None
    date_words: str = ""
    address: str = ""
    contents: bool = True
    wording: Wording = field(default_factory=Wording)

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "publisher", "date_words"):
            object.__setattr__(self, name, one_line(getattr(self, name)).strip())
        object.__setattr__(self, "address", address(self.address))
        object.__setattr__(self, "blocks", tuple(self.blocks))
        if self.dated and not self.date_words:
            object.__setattr__(self, "date_words", f"{self.dated.day} {MONTHS[self.dated.month - 1]} {self.dated.year}")
        if not self.title:
            raise DocumentError("A document needs a title.")
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", self.language):
            raise DocumentError(f"{self.language!r} is no language, as en-GB or cy are.")
        depth = 0
        for heading in headings(self.blocks):
            if not said(line(heading.words)):
                raise DocumentError("A heading has no words.")
            if not 1 <= heading.level <= min(depth + 1, DEEPEST):
                raise DocumentError(f"The heading {said(line(heading.words))!r} skips a level: use {depth + 1}.")
            depth = heading.level


def byline(document: Document) -> str:
    """Return who made the document, and when."""
    return " · ".join(part for part in (document.publisher, document.date_words) if part)


def opened(document: Document) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return what stands before the first heading, where the contents list follows it, and the rest."""
    blocks = tuple(document.blocks)
    starts = (at for at, block in enumerate(blocks) if isinstance(block, Section | Heading | PageBreak))
    first = next(starts, len(blocks))
    return blocks[:first], blocks[first:]


def walked(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, those within others as well, in the order of reading."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield block.heading
        if isinstance(block, Section | Callout):
            yield from walked(block.blocks)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from walked(as_blocks(item))


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings in the order of reading."""
    return (block for block in walked(blocks) if isinstance(block, Heading))


def deeper(blocks: Iterable[Block], by: int) -> tuple[Block, ...]:
    """Return the blocks with each heading that many levels lower, but not under the deepest."""
    return tuple(_deeper(block, by) for block in blocks)


def _deeper(block: Block, by: int) -> Block:
    if isinstance(block, Heading):
        return replace(block, level=min(DEEPEST, block.level + by))
    if isinstance(block, Section):
        lower = replace(block.heading, level=min(DEEPEST, block.heading.level + by))
        return replace(block, heading=lower, blocks=deeper(block.blocks, by))
    return block


def as_line(item: object) -> Line | None:
    """Return the words of a list's item, or None when it holds blocks."""
    if isinstance(item, tuple) and all(isinstance(part, Run | Note) for part in item):
        return tuple(part for part in item if isinstance(part, Run | Note))
    return None


def as_blocks(item: object) -> tuple[Block, ...]:
    """Return the blocks of a list's item; none when it holds words."""
    return tuple(part for part in item if isinstance(part, _BLOCKS)) if isinstance(item, tuple) else ()


def _held(item: "Words | Blocks") -> Held:
    """An item of a list: words as a line, blocks as they are."""
    if isinstance(item, str | Run | Note):
        return line(item)
    parts = tuple(item)
    words = tuple(part for part in parts if isinstance(part, str | Run | Note))
    return line(words) if len(words) == len(parts) else as_blocks(parts)
