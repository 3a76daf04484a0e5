"""One search over everything that a person may see. Each room decides what that is; nothing else is counted."""

from equalterms.decisions.queries import search as decisions
from equalterms.groups.queries import search as groups
from equalterms.hub.queries import search as hub
from equalterms.meetings.queries import search as meetings
from equalterms.people.found import Found
from equalterms.people.models import Person
from equalterms.people.queries import search as people
from equalterms.plans.queries import search as plans

ROOMS = (groups, decisions, meetings, people, plans, hub)
MOST_WORDS = 8


def found_by(person: Person | None, words: str) -> list[Found]:
    """Return what matches all of the words (the first eight), room by room; nothing for no words."""
    asked = " ".join(words.split()[:MOST_WORDS])
    if not asked:
        return []
    return [each for room in ROOMS for each in room.found_by(person, asked)]
