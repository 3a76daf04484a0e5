"""The form in which starting pages are written down, and short names for the pieces of a page."""

import uuid
from dataclasses import dataclass, field
from typing import Any

Piece = dict[str, Any]


@dataclass(frozen=True)
class StartingPage:
    """One page as it stands at the start. `streams` holds the pieces of each field by the field's name."""

    model: str
    slug: str
    title: str
    lead: str
    search_description: str
    streams: dict[str, list[Piece]] = field(default_factory=dict)


def heading(text: str, level: int = 2) -> Piece:
    return {"type": "heading", "value": {"text": text, "level": str(level)}}


def text(*paragraphs: str) -> Piece:
    """Return a piece of text; each argument is one paragraph, and may hold links and bold words in HTML."""
    return {"type": "paragraph", "value": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}


def points(*items: str) -> Piece:
    return {"type": "paragraph", "value": "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"}


def steps(*pairs: tuple[str, str]) -> Piece:
    """Return numbered steps from pairs of (what to do, more about it)."""
    return {
        "type": "steps",
        "value": [item(title=title, text=f"<p>{more}</p>" if more else "") for title, more in pairs],
    }


def notice(title: str, words: str, tone: str = "info") -> Piece:
    return {"type": "notice", "value": {"title": title, "text": f"<p>{words}</p>", "tone": tone}}


def links(*entries: tuple[str, str, str]) -> Piece:
    """Return a list of links from (words, address, one sentence about it)."""
    return {
        "type": "links",
        "value": [item(words=words, page=None, url=url, about=about) for words, url, about in entries],
    }


def item(**value: Any) -> Piece:
    """Return one item of a list. Wagtail knows an item by its id, which is the same at every start."""
    return {"type": "item", "value": value, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, repr(sorted(value.items()))))}


def ladder() -> Piece:
    return {"type": "ladder", "value": None}


def fact(words: str, source: str, url: str = "") -> Piece:
    return item(fact=words, source=source, url=url)


def case(name: str, years: str, what: str, facts: list[Piece], example: str) -> Piece:
    return {"type": "case", "value": {"name": name, "years": years, "what": what, "facts": facts, "example": example}}
