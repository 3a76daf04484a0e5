"""The time of a story: lets the site's own actions run on days gone by, in order, and always the same way.

Only the example data uses it, in a process of its own. Everything that an action writes (moments, days, ledger
events) then bears the story's time, and keys come from a seed, so that addresses stay the same from build to build.
"""

import datetime
import heapq
import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from unittest import mock

from django.utils import timezone

from equalterms.ledger import keys

MORNING = datetime.time(9, 30)
TICK = datetime.timedelta(seconds=3)  # between one look at the clock and the next
SEED = 20261122

Tale = Iterator[datetime.date]  # yields a day, then tells what happened on it


class Clock:
    """A clock that only goes forward: a little with each look, and to the morning of a later day when it is set."""

    def __init__(self, start: datetime.date) -> None:
        self.moment = self._morning_of(start)

    def now(self) -> datetime.datetime:
        self.moment += TICK
        return self.moment

    def go_to(self, day: datetime.date) -> None:
        self.moment = max(self.moment, self._morning_of(day))

    @staticmethod
    def _morning_of(day: datetime.date) -> datetime.datetime:
        zone = timezone.get_current_timezone()
        return datetime.datetime.combine(day, MORNING, tzinfo=zone).astimezone(datetime.UTC)


@contextmanager
def story_time(start: datetime.date) -> Iterator[Clock]:
    """Let the site's clock be the story's, and its keys come from a seed, until the story is told."""
    clock = Clock(start)
    with (
        mock.patch.object(timezone, "now", clock.now),
        mock.patch.object(keys, "secrets", random.Random(SEED)),  # noqa: S311  (keys of examples guard nothing)
    ):
        yield clock


def tell(tales: Iterable[Tale], clock: Clock) -> None:
    """Tell several stories at once, day by day: what happened earlier is told earlier, whoever's story it is."""
    waiting = [(day, number, tale) for number, tale in enumerate(tales) if (day := next(tale, None)) is not None]
    heapq.heapify(waiting)
    while waiting:
        day, number, tale = heapq.heappop(waiting)
        clock.go_to(day)
        following = next(tale, None)
        if following is not None:
            heapq.heappush(waiting, (max(day, following), number, tale))
