"""The map as the JSON that the command writes and the site reads."""

from collections.abc import Mapping
from typing import Any

from .result import NO_GROUP, OpinionMap
from .tallies import AGREE, DISAGREE, PASS


def published(
    drawn: OpinionMap, texts: Mapping[Any, str] | None = None, *, attribution: str | None = None
) -> dict[str, Any]:
    """Return engine, seed, digest, participants, groups, statements, consensus and notes as plain values.

    A participant's ``group`` is None for who is in none; ``consensus`` and ``divisive`` of a statement are None where
    no group is claimed. A small crowd's statements also have ``intervals`` (95 %, exact). ``texts`` maps statement to
    words; ``attribution`` is added to the notes.
    """
    words = texts or {}
    return {
        "engine": drawn.engine,
        "seed": drawn.seed,
        "digest": drawn.digest,
        "participants": _participants(drawn),
        "groups": _groups(drawn),
        "statements": _statements(drawn, words),
        "consensus": _consensus(drawn),
        "notes": [*drawn.notes, *([attribution] if attribution else [])],
    }


def _participants(drawn: OpinionMap) -> list[dict[str, Any]]:
    shown = drawn.shown
    columns = (drawn.participant_ids.tolist(), shown[:, 0].tolist(), shown[:, 1].tolist(), drawn.group.tolist())
    return [
        {"id": person, "x": x, "y": y, "group": None if group == NO_GROUP else group}
        for person, x, y, group in zip(*columns, strict=True)
    ]


def _groups(drawn: OpinionMap) -> list[dict[str, Any]]:
    ids = drawn.statement_ids.tolist()
    return [
        {
            "id": group.id,
            "size": group.size,
            "representative": [
                {"statement": ids[r.statement], "agree": r.agree, "disagree": r.disagree, "seen": r.seen, "z": r.z}
                for r in group.representative
            ],
        }
        for group in drawn.groups
    ]


def _statements(drawn: OpinionMap, words: Mapping[Any, str]) -> list[dict[str, Any]]:
    counts = drawn.tallies.tolist()
    rows = []
    for j, statement in enumerate(drawn.statement_ids.tolist()):
        row = {
            "id": statement,
            "text": words.get(statement),
            "agree": counts[j][AGREE],
            "disagree": counts[j][DISAGREE],
            "pass": counts[j][PASS],
            "seen": sum(counts[j]),
            "consensus": None if drawn.consensus is None else float(drawn.consensus[j]),
            "divisive": None if drawn.divisive is None else float(drawn.divisive[j]),
        }
        if drawn.small:
            row["intervals"] = {
                "agree": [float(drawn.low[j, 0]), float(drawn.high[j, 0])],
                "disagree": [float(drawn.low[j, 1]), float(drawn.high[j, 1])],
            }
        rows.append(row)
    return rows


def _consensus(drawn: OpinionMap) -> list[dict[str, Any]]:
    ids = drawn.statement_ids.tolist()
    listed = []
    for found in drawn.agreements:
        side = 0 if found.direction == "agree" else 1
        listed.append(
            {
                "statement": ids[found.statement],
                "direction": found.direction,
                "agree": int(drawn.tallies[found.statement, AGREE]),
                "disagree": int(drawn.tallies[found.statement, DISAGREE]),
                "seen": found.seen,
                "share": found.hits / found.seen,
                "low": float(drawn.low[found.statement, side]),
                "high": float(drawn.high[found.statement, side]),
                "z": found.z,
            }
        )
    return listed
