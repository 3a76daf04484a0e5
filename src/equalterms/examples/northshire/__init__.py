"""Northshire, a made-up county: its council, its health body, and an organisation run by disabled people."""

import datetime

from equalterms.examples.clock import Tale
from equalterms.examples.northshire import board, disputed, drafts, early, groups, health, late, people, to_come
from equalterms.examples.place import Place


def tales(today: datetime.date) -> list[Tale]:
    """Return the stories of Northshire, which are told together."""
    place = Place(today)
    rooms = (people, groups, board, early, disputed, late, to_come, drafts, health)
    return [tale(place) for room in rooms for tale in room.TALES]
