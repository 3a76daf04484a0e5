"""Words that somebody wrote in a plain way, as HTML: headings, paragraphs, lists and strong words, and nothing else.

`# Heading`, `## Smaller heading`, `- one of a list`, `1. one of a numbered list`, `**strong**`; a blank line between.
Everything is escaped first, so that no word of anybody's can become a part of the page.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

HEADING = re.compile(r"^(#{1,3})\s+(.+?)\s*#*$")
BULLET = re.compile(r"^\s*[-*•]\s+(.+)$")
NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s+(.+)$")
STRONG = re.compile(r"\*\*(\S(?:[^*\n]{0,400}\S)?)\*\*")
DEEPEST = 6


def written(words: str, level: int = 2) -> SafeString:
    """Return the words as HTML. The largest heading becomes one of this level."""
    return mark_safe("".join(_blocks(words.replace("\r\n", "\n").replace("\0", ""), int(level))))


def _blocks(words: str, level: int) -> Iterator[str]:
    lines = words.split("\n")
    for kind, group in groupby(lines, key=_kind_of):
        block = list(group)
        if kind == "heading":
            for line in block:
                found = HEADING.match(line)
                depth = min(DEEPEST, level + len(found.group(1)) - 1)
                yield f"<h{depth}>{_inline(found.group(2))}</h{depth}>"
        elif kind in ("ul", "ol"):
            pattern = BULLET if kind == "ul" else NUMBERED
            items = "".join(f"<li>{_inline(pattern.match(line).group(1))}</li>" for line in block)
            yield f"<{kind}>{items}</{kind}>"
        elif kind == "text":
            yield f"<p>{'<br>'.join(_inline(line.strip()) for line in block)}</p>"


def _kind_of(line: str) -> str:
    if not line.strip():
        return "blank"
    if HEADING.match(line):
        return "heading"
    if BULLET.match(line):
        return "ul"
    return "ol" if NUMBERED.match(line) else "text"


def _inline(text: str) -> str:
    return STRONG.sub(r"<strong>\1</strong>", escape(text))
