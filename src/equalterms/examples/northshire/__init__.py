"""Northshire, a made-up county: its council, its health body, and an organisation run by disabled people."""

import datetime

from equalterms.examples.clock import Tale
from equalterms.examples.northshire import (
    board,
    deciding,
    disputed,
    drafts,
    early,
    groups,
    health,
    late,
    meetings,
    papers,
    people,
    post,
    to_come,
)
from equalterms.examples.place import Place


def tales(today: datetime.date) -> list[Tale]:
    """Return the stories of Northshire, which are told together."""
    place = Place(today)
    rooms = (people, groups, board, deciding, early, disputed, late, meetings, to_come, drafts, health, post, papers)
    return [tale(place) for room in rooms for tale in room.TALES]
