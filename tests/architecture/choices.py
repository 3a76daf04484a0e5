"""Writes every list of choices that a person can meet, from the code: `python -m tests.architecture.choices`."""

import importlib
import inspect
import os
from collections.abc import Iterator
from enum import EnumMeta

from tests.architecture.sources import PACKAGE, ROOT

TARGET = ROOT / "docs" / "generated" / "choices.md"
HEAD = "# Choices\n\nWritten from the code by `make choices`. What is stored stands first, what people read second.\n"


def lists_of_choices() -> Iterator[tuple[str, EnumMeta]]:
    """Yield each room's lists, in the order of the rooms and of their names."""
    from django.db.models.enums import Choices

    for path in sorted(PACKAGE.glob("*/vocabulary.py")):
        room = path.parent.name
        module = importlib.import_module(f"equalterms.{room}.vocabulary")
        for _name, found in sorted(vars(module).items()):
            if inspect.isclass(found) and issubclass(found, Choices) and found.__module__ == module.__name__:
                yield room, found


def written() -> str:
    """Return the whole page."""
    parts, room_before = [HEAD], ""
    for room, choices in lists_of_choices():
        if room != room_before:
            parts.append(f"\n## {room}\n")
            room_before = room
        rows = "\n".join(f"| `{value}` | {label} |" for value, label in choices.choices)
        parts.append(f"\n### {choices.__name__}\n\n| stored | read |\n|---|---|\n{rows}\n")
    return "".join(parts)


if __name__ == "__main__":
    os.environ.update(EQUALTERMS_MODE="test", DJANGO_SETTINGS_MODULE="equalterms.site.settings")
    import django

    django.setup()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(written())
