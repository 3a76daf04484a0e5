"""Papers that are written in place, read as blocks: plain signs for headings, lists, strong words and links.

``# Heading`` to ``### Heading``, ``- one of a list``, ``1. one of a numbered list``, ``**strong**``, ``*emphasis*``,
``[words](https://address)`` and bare web addresses; a blank line between paragraphs. Everything else is words. Nobody's
words can fail to be read: what looks like a sign and is none stays as it was written.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from .cleaning import cleaned
from .document import DEEPEST, Block, Bullets, Heading, Paragraph, Run

HEADING = re.compile(r"#{1,3}[ \t]+(?=\S)")
BULLET = re.compile(r"[ \t]*[-*•][ \t]+(?=\S)")
NUMBERED = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
LONGEST_SIGN = 400
"""Words between two signs; further apart they are no pair. Keeps the time in step with the length."""
_INLINE = re.compile(
    rf"\*\*(?P<strong>[^\s*](?:[^*\n]{{0,{LONGEST_SIGN}}}[^\s*])?)\*\*"
    rf"|\*(?P<emphasis>[^\s*](?:[^*\n]{{0,{LONGEST_SIGN}}}[^\s*])?)\*"
    rf"|\[(?P<words>[^\[\]\n]{{1,{LONGEST_SIGN}}})\]\((?P<link>[^()\s]{{1,2000}})\)"
    r"|(?P<bare>\bhttps?://[^\s<>\"']{1,2000}[^\s<>\"'.,;:!?)\]])"
)


def read(text: str, level: int = 1) -> tuple[Block, ...]:
    """Return the blocks of a text. Its largest headings get this level, and none skips a level below it."""
    blocks: list[Block] = []
    depth = level - 1
    for kind, group in groupby(cleaned(text).split("\n"), key=_kind_of):
        lines = list(group)
        if kind == "heading":
            for each in lines:
                words = HEADING.sub("", each, count=1).strip().rstrip("#").strip()
                if not words:
                    continue
                wanted = level + len(each) - len(each.lstrip("#")) - 1
                depth = min(wanted, depth + 1, DEEPEST)
                blocks.append(Heading(_runs(words), depth))
        elif kind == "bullets":
            blocks.append(Bullets([_runs(BULLET.sub("", each, count=1)) for each in lines]))
        elif kind == "numbered":
            first = NUMBERED.match(lines[0])
            blocks.append(
                Bullets([_runs(NUMBERED.sub("", each, count=1)) for each in lines], True, int(first[1]) if first else 1)
            )
        elif kind == "text":
            blocks.append(Paragraph(_runs("\n".join(each.strip() for each in lines))))
    return tuple(blocks)


def _kind_of(each: str) -> str:
    if not each.strip():
        return "blank"
    if HEADING.match(each):
        return "heading"
    if BULLET.match(each):
        return "bullets"
    return "numbered" if NUMBERED.match(each) else "text"


def _runs(words: str) -> tuple[Run, ...]:
    return tuple(_found(words)) or (Run(words),)


def _found(words: str) -> Iterator[Run]:
    end = 0
    for match in _INLINE.finditer(words):
        if match.start() > end:
            yield Run(words[end : match.start()])
        end = match.end()
        if match["strong"]:
            yield Run(match["strong"], strong=True)
        elif match["emphasis"]:
            yield Run(match["emphasis"], emphasis=True)
        else:
            link = Run(match["words"] or match["bare"], link=match["link"] or match["bare"])
            yield link if link.link else Run(match[0])
    if end < len(words):
        yield Run(words[end:])
