"""What waits for a person in every room, most urgent first, and what happened since they last looked."""

from datetime import date, datetime

from equalterms.decisions.queries import waiting as decisions
from equalterms.groups.queries import waiting as groups
from equalterms.meetings.queries import waiting as meetings
from equalterms.notices.queries import waiting as notices
from equalterms.people.models import Person
from equalterms.people.queries import waiting as people
from equalterms.people.waiting import Happening, Waiting
from equalterms.plans.queries import waiting as plans

ROOMS = (decisions, groups, meetings, notices, people, plans)
MOST_HAPPENINGS = 50


def waiting_for(person: Person) -> list[Waiting]:
    """Return everything that waits for a person: the most urgent first, then the earliest due."""
    found = [each for room in ROOMS for each in room.waiting_for(person)]
    return sorted(found, key=lambda each: (-each.urgency, each.due or date.max, str(each.title)))


def happened_for(person: Person, since: datetime) -> list[Happening]:
    """Return what happened since a moment that a person may know of, the newest first; at most 50 lines."""
    found = [each for room in ROOMS for each in room.happened_for(person, since)]
    return sorted(found, key=lambda each: each.at, reverse=True)[:MOST_HAPPENINGS]
