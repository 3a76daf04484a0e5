"""When too few people have voted for groups to mean anything, and what is said instead."""

from collections.abc import Sequence

SMALLEST_CROWD = 30
"""People in (with enough votes) from which groups may be claimed. Below it each "group" would be a handful of people
and one person's change of mind would move it; the map then gives agreement by statement, with exact intervals."""


def too_few(n_in: int, smallest: int = SMALLEST_CROWD) -> bool:
    """Whether so few people are in that no groups are claimed."""
    return n_in < smallest


def reason(n_in: int, smallest: int, asked: int | None) -> list[str]:
    """The notes for a small crowd, in plain words."""
    people = {0: "nobody", 1: "1 person"}.get(n_in, f"{n_in} people")
    notes = [
        f"No groups are shown: {people} voted on enough statements, and groups are only looked for from "
        f"{smallest} people on. With fewer, a group would be a handful of people.",
        "Agreement is shown statement by statement. The ranges are exact 95 % intervals for small numbers "
        "(Clopper-Pearson): the share among people like these could be anywhere within them.",
        "Group-informed consensus is left out: among so few it comes out high by chance.",
    ]
    if asked is not None and asked > 1:
        notes.append(f"{asked} groups were asked for; they are not drawn, for the same reason.")
    return notes


def no_groups(shuffles: int) -> list[str]:
    """The notes for a crowd whose votes hold no groups."""
    return [
        "One group is shown, because the votes do not hold more: votes shuffled within each person "
        f"({shuffles} times) showed as much pattern as the real ones."
    ]


def joined(*parts: Sequence[str]) -> tuple[str, ...]:
    """Several lists of notes as one tuple."""
    return tuple(note for part in parts for note in part)
