"""Examples of this room's pages. None of its addresses takes arguments."""

from typing import Any


def examples() -> dict[str, list[dict[str, Any]]]:
    return {}
