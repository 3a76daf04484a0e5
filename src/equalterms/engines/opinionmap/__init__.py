"""The opinion map: votes in; positions, groups and agreement out, with the evidence for each claim.

Nothing is imported until it is asked for, so that the command can start before numpy is loaded.
"""

from importlib import import_module
from typing import Any

_ROOMS = {
    "ENGINE": "result",
    "Cancelled": "progress",
    "ExportError": "polis",
    "OpinionMap": "result",
    "VoteError": "matrix",
    "VoteMatrix": "matrix",
    "draw": "drawing",
    "pictured": "picture",
    "priorities": "priority",
    "published": "publication",
    "read_export": "polis",
    "refresh": "renewal",
    "write_export": "polis_writer",
}

__all__ = [
    "Cancelled",
    "ENGINE",
    "ExportError",
    "OpinionMap",
    "VoteError",
    "VoteMatrix",
    "draw",
    "pictured",
    "priorities",
    "published",
    "read_export",
    "refresh",
    "write_export",
]


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
