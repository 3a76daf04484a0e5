"""When a count of people's answers may be shown, and when a shown count may change.

A small count tells who said what; so does the difference between two counts that follow each other closely
(differencing). Both are kept away by the same rule: enough answers to begin with, and enough new ones before the
figures move. Source: NHS Digital's disclosure control for small numbers; the "k" rule of statistical agencies.
"""

from collections import Counter
from collections.abc import Hashable, Iterable


def may_release(*, answers: int, new_answers: int, released_before: bool, fewest: int, fewest_new: int) -> bool:
    """Say whether a tally may be shown now in place of the one shown before.

    `answers` is how many people have answered in all, `new_answers` how many have answered or changed their answer
    since the last release. Nothing is released below `fewest` answers; a second release needs `fewest_new` new ones.
    """
    if min(answers, new_answers, fewest, fewest_new) < 0:
        raise ValueError("Counts of people cannot be negative.")
    if answers < fewest:
        return False
    return new_answers >= fewest_new if released_before else True


def tally(values: Iterable[Hashable]) -> dict[str, int]:
    """Count equal values. Keys are text, in sorted order, so that the result can be stored as JSON and compared."""
    counts = Counter(str(value) for value in values)
    return dict(sorted(counts.items()))
