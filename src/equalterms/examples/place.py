"""A made-up place while its story is told: its people, organisations, groups, plans and accounts by short names."""

import datetime
from dataclasses import dataclass, field

from equalterms.groups.models import Group
from equalterms.meetings.models import Meeting, Venue
from equalterms.people.models import Organisation, Person
from equalterms.plans.models import Account, Plan, Way


@dataclass
class Place:
    """Filled as the story goes on. `today` is the day on which it is told; days are counted from there."""

    today: datetime.date
    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    ways: dict[str, Way] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    venues: dict[str, Venue] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)

    def day(self, number: int) -> datetime.date:
        """Return the day so many days from today: -3 is three days ago."""
        return self.today + datetime.timedelta(days=number)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def all(self, names: str) -> list[Person]:
        """Return people by their short names, written one after another."""
        return [self.people[name] for name in names.split()]
