"""The words of a notice as data: paragraphs, points and facts, so that each way can say them as suits it.

A part is a text (a paragraph), `points(...)` or `facts(...)`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

Part = str | dict[str, Any]
MOST_PARTS = 60
LONGEST_TEXT = 4_000  # characters of one part


def points(*lines: Any) -> Part:
    """Return a list of short lines."""
    return {"points": [str(line) for line in lines]}


def facts(*rows: tuple[Any, Any]) -> Part:
    """Return facts with their names, such as ("When", "Tuesday 3 November, 2 pm")."""
    return {"facts": [[str(name), str(value)] for name, value in rows]}


def checked(parts: Iterable[Any]) -> list[Part]:
    """Return parts as plain JSON values. Raises ValueError for what is no part, or too long."""
    found = [_checked(part) for part in parts]
    if len(found) > MOST_PARTS:
        raise ValueError(f"A notice has at most {MOST_PARTS} parts.")
    return found


def _checked(part: Any) -> Part:
    if isinstance(part, dict):
        if set(part) == {"points"}:
            return points(*(_text(line) for line in part["points"]))
        if set(part) == {"facts"}:
            return facts(*((_text(name), _text(value)) for name, value in part["facts"]))
        raise ValueError("A part of a notice is a text, points or facts.")
    return _text(part)


def _text(words: Any) -> str:
    text = str(words).replace("\x00", "").strip()
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def as_text(parts: Sequence[Part]) -> str:
    """Return parts as plain text, a blank line between them."""
    return "\n\n".join(_as_text(part) for part in parts if part)


def _as_text(part: Part) -> str:
    if isinstance(part, str):
        return part
    if "points" in part:
        return "\n".join(f"- {line}" for line in part["points"])
    return "\n".join(f"{name}: {value}" for name, value in part["facts"])
