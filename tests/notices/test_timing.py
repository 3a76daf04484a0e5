"""When a message may go: quiet hours over midnight, over a change of the clocks, and one message a day."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from equalterms.notices.timing import Quiet, next_at

LONDON = ZoneInfo("Europe/London")
NIGHT = Quiet(time(21), time(8))


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON).astimezone(UTC)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("asked", "goes"),
    [
        (at(2026, 11, 3, 20, 59), at(2026, 11, 3, 20, 59)),
        (at(2026, 11, 3, 21, 0), at(2026, 11, 4, 8, 0)),
        (at(2026, 11, 4, 3, 0), at(2026, 11, 4, 8, 0)),
        (at(2026, 11, 4, 8, 0), at(2026, 11, 4, 8, 0)),
        (at(2026, 3, 28, 23, 0), at(2026, 3, 29, 8, 0)),  # the clocks change in that night
    ],
)
def test_what_comes_in_quiet_hours_waits_for_their_end(asked: datetime, goes: datetime) -> None:
    assert NIGHT.after(asked, LONDON) == goes


def test_quiet_hours_by_day_and_none_at_all() -> None:
    assert Quiet(time(12), time(14)).after(at(2026, 11, 3, 13), LONDON) == at(2026, 11, 3, 14)
    assert Quiet(None, None).after(at(2026, 11, 3, 3), LONDON) == at(2026, 11, 3, 3)


def test_once_a_day_is_the_next_nine_o_clock() -> None:
    assert next_at(time(9), at(2026, 11, 3, 8, 59), LONDON) == at(2026, 11, 3, 9)
    assert next_at(time(9), at(2026, 11, 3, 9, 1), LONDON) == at(2026, 11, 4, 9)
    assert next_at(time(9), at(2026, 10, 24, 12), LONDON) == at(2026, 10, 25, 9), "also after the clocks went back"
