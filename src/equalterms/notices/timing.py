"""When a message may go: quiet hours, one message a day, and the short while in which several become one.

Moments are aware; hours of the day are those of the site's time zone, which is passed in.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo


@dataclass(frozen=True)
class Quiet:
    """The hours of the day in which somebody wants no messages: from `since` up to, but without, `until`."""

    since: time | None
    until: time | None

    @property
    def some(self) -> bool:
        return self.since is not None and self.until is not None and self.since != self.until

    def holds_at(self, moment: datetime, zone: tzinfo) -> bool:
        if not self.some:
            return False
        hour = moment.astimezone(zone).time()
        if self.since < self.until:  # type: ignore[operator]
            return self.since <= hour < self.until  # type: ignore[operator]
        return hour >= self.since or hour < self.until  # type: ignore[operator]

    def after(self, moment: datetime, zone: tzinfo) -> datetime:
        """Return the moment itself, or the end of the quiet hours in which it lies."""
        return next_at(self.until, moment, zone) if self.holds_at(moment, zone) else moment  # type: ignore[arg-type]


def next_at(hour: time, moment: datetime, zone: tzinfo) -> datetime:
    """Return the next moment, from `moment` on, at which the clocks show `hour`."""
    local = moment.astimezone(zone)
    day = local.date() if local.time() <= hour else local.date() + timedelta(days=1)
    return datetime.combine(day, hour, tzinfo=zone).astimezone(moment.tzinfo)
