"""How long the press takes: a meeting's pack (12 items, 20 papers) and a report (60 pages or more, 20 charts).

    python benchmarks/press.py

Wall seconds, the best and the worst of five runs, each format in this one process; the first run, which reads fonts, is
shown apart. Aims: the pack's PDF in 2 s, the report's in 5 s.
"""

import time
from datetime import date

from equalterms.engines.press import (
    Bullets,
    Callout,
    Definitions,
    Document,
    Heading,
    Note,
    Paragraph,
    Print,
    Section,
    Table,
    WebCode,
    bars,
    epub,
    html,
    pdf,
    read,
    text,
)

RUNS = 5
ITEMS, PAPERS, CHARTS = 12, 20, 20
PACK_AIM, REPORT_AIM = 2.0, 5.0
WORDS = (
    "Families told us that a short break works when they know it early, when they can choose, and when the person who "
    "comes knows their child. Last year one break in four was cancelled with less than a day to go. "
)
PAPER = f"""# What we ask

{WORDS * 2}

## What people said

- {WORDS}
- **Tell us early.** {WORDS}
- Let us choose. See [the survey](https://northshire.example/survey/)

## What it costs

1. {WORDS}
2. {WORDS}

{WORDS * 3}
"""


def pack() -> Document:
    """A meeting's pack: the agenda as a table, then each paper with who brings it."""
    agenda = Table(
        "What we will talk about",
        ["Item", "Brought by", "Minutes", "For"],
        [[f"{at}. Short breaks, part {at}", "Priya, member", "15", "Decision"] for at in range(1, ITEMS + 1)],
    )
    papers = [
        Section(
            Heading(f"Paper {at}: Short breaks"),
            [
                Paragraph("By Priya, for item 2", quiet=True),
                *read(PAPER, 2),
                WebCode("This paper online", f"https://northshire.example/papers/{at}/"),
            ],
            new_page=True,
        )
        for at in range(1, PAPERS + 1)
    ]
    facts = Definitions([("When", "Tuesday 3 November, 2 pm to 4 pm"), ("Where", "The Old Library")])
    opening = Section(Heading("Agenda"), [agenda, Callout("Not on equal terms", [Paragraph("Item 3 is late.")])])
    return Document("Papers of the board", [facts, opening, *papers], publisher="Northshire", dated=date(2026, 10, 27))


def report() -> Document:
    """A report: chapters with charts, each with its table and a source."""
    chapters = []
    for at in range(1, CHARTS + 1):
        rows = [(f"Part of the county {row}", 10 + (7 * row * at) % 83) for row in range(1, 9)]
        chart = bars(f"Breaks cancelled, by place, part {at}", rows, of="Breaks", named="Place", source="Survey, 2026")
        note = Paragraph([WORDS, Note("Northshire survey of families, 2026.")])
        chapter = [note, chart, *read(PAPER * 2, 2), Bullets([WORDS, WORDS])]
        chapters.append(Section(Heading(f"Finding {at}: early and by choice"), chapter, new_page=True))
    return Document("What families told us", chapters, publisher="Riverbank", dated=date(2026, 10, 27))


def pages_of(made: bytes) -> int:
    """The number of pages, and that the file passes the validator."""
    import page  # for development only, so not at the top

    found = page.validate_pdf_bytes(made)
    assert found.is_compliant, [failure.message for failure in found.failures]
    return found.document.page_count


def measured(name: str, make, aim: float | None = None) -> bytes:
    """Run it, and print how long it took."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        made = make()
        times.append(time.perf_counter() - begun)
    print(
        f"{name:30} first {times[0]:6.3f} s   then {min(times[1:]):6.3f} to {max(times[1:]):6.3f} s   {len(made):,} B"
        + (f"   aim {aim} s: {'met' if max(times) <= aim else 'MISSED'}" if aim else "")
    )
    return made


def main() -> None:
    for name, document, aim in (("pack", pack(), PACK_AIM), ("report", report(), REPORT_AIM)):
        made = measured(f"{name}, PDF/UA", lambda document=document: pdf(document), aim)
        print(f"{'':30} {pages_of(made)} pages, passes the validator")
        made = measured(f"{name}, large print 28", lambda document=document: pdf(document, Print(28)))
        print(f"{'':30} {pages_of(made)} pages, passes the validator")
        measured(f"{name}, EPUB", lambda document=document: epub(document))
        measured(f"{name}, text", lambda document=document: text(document))
        measured(f"{name}, page", lambda document=document: html(document))


if __name__ == "__main__":
    main()
