"""Who may open the pack of a meeting: everybody who sees the meeting, each with what they may see of it."""

from typing import Any

from tests.matrix.access import EVERYONE, Access
from tests.matrix.meetings import PREPARING, private_meeting


def in_private(format: str) -> dict[str, Any]:
    return {**private_meeting(), "format": format}


ROUTES = {
    "meetings:pack": [
        Access("public groups", get=EVERYONE),
        Access("in the preparation, as text", given=lambda: in_private("text"), get=PREPARING, private=True),
        Access("in the preparation, as PDF", given=lambda: in_private("pdf"), get=PREPARING, private=True),
    ],
}
