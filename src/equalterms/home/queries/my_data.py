"""Everything that the rooms of this site know about one person, for that person."""

from typing import Any

from equalterms.decisions.queries import my_data as decisions
from equalterms.groups.queries import my_data as groups
from equalterms.meetings.queries import my_data as meetings
from equalterms.notices.queries import my_data as notices
from equalterms.people.models import Person
from equalterms.people.queries import my_data as people
from equalterms.plans.queries import my_data as plans


def my_data(person: Person) -> dict[str, Any]:
    """Return one entry for each room, as plain JSON values."""
    return {
        "people": people.my_data(person),
        "notices": notices.my_data(person),
        "groups": groups.my_data(person),
        "decisions": decisions.my_data(person),
        "plans": plans.my_data(person),
        "meetings": meetings.my_data(person),
    }
