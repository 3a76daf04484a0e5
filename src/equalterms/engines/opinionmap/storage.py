"""A map as plain lists and numbers, and back."""

from dataclasses import asdict, fields
from typing import Any

import numpy as np

from .consensus import Agreement
from .evidence import Camps, Evidence
from .matrix import VoteMatrix
from .representative import Representative
from .result import Group, Movement, OpinionMap, Settings
from .stability import Stability

_IDS = {"participant_ids", "statement_ids"}
_COUNTS = {"votes_cast": np.int32, "group": np.int16, "tallies": np.int64, "group_counts": np.int64}
_MEASURES = {
    "positions", "means", "components", "variances", "low", "high",
    "consensus", "consensus_disagree", "divisive",
}  # fmt: skip
_LEFT_OUT = {"matrix"}


def as_dict(drawn: OpinionMap) -> dict[str, Any]:
    """Return the map without its votes; numbers keep every digit."""
    stored: dict[str, Any] = {}
    for place in fields(OpinionMap):
        value = getattr(drawn, place.name)
        if place.name in _LEFT_OUT:
            continue
        if isinstance(value, np.ndarray):
            stored[place.name] = {"shape": list(value.shape), "values": value.ravel().tolist()}
        elif isinstance(value, tuple):
            stored[place.name] = [x if isinstance(x, str) else asdict(x) for x in value]
        elif hasattr(value, "__dataclass_fields__"):
            stored[place.name] = asdict(value)
        else:
            stored[place.name] = value
    return stored


def from_dict(stored: dict[str, Any], matrix: VoteMatrix | None) -> OpinionMap:
    """Return the map that ``as_dict`` stored; raise ``ValueError`` when a part is missing."""
    values: dict[str, Any] = {}
    for place in fields(OpinionMap):
        if place.name in _LEFT_OUT:
            continue
        if place.name not in stored:
            raise ValueError(f"This is not a stored opinion map: {place.name} is missing.")
        values[place.name] = _part(place.name, stored[place.name])
    return OpinionMap(**values, matrix=matrix)


def _part(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _IDS or name in _COUNTS or name in _MEASURES:
        return _array(name, value)
    single = {"settings": Settings, "stability": Stability, "moved": Movement}
    if name in single:
        return single[name](**value)
    if name == "evidence":
        camps = value.get("camps")
        return Evidence(
            tuple(value["strength"]), tuple(map(tuple, value["shuffled"])), value["people"], camps and Camps(**camps)
        )
    if name == "agreements":
        return tuple(Agreement(**a) for a in value)
    if name == "groups":
        return tuple(_group(g) for g in value)
    return tuple(value) if name == "notes" else value


def _array(name: str, value: dict[str, Any]) -> Any:
    kind: Any = _COUNTS.get(name, np.float64)
    if name in _IDS:
        kind = np.str_ if value["values"] and isinstance(value["values"][0], str) else np.int64
    return np.asarray(value["values"], dtype=kind).reshape(value["shape"])


def _group(value: dict[str, Any]) -> Group:
    told = tuple(Representative(**r) for r in value["representative"])
    return Group(value["id"], value["size"], tuple(value["centre"]), told)
