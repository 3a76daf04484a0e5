"""Changes and claims of the examples as they are written down: days from today, groups and ways by short names."""

from dataclasses import dataclass

from equalterms.examples.place import Place
from equalterms.plans.actions.recording import Claim


@dataclass(frozen=True)
class Outline:
    """One change."""

    title: str
    what: str
    for_whom: str
    stage: str
    status: str
    starts: int
    ends: int


@dataclass(frozen=True)
class Said:
    """What a manager says in one account."""

    tense: str
    on: int
    where: str = ""
    group: str = ""
    with_whom: str = ""
    way: str = ""
    rung: int | None = None
    asked: str = ""
    changed: str = ""
    none_because: str = ""

    def on_the_day(self, place: Place) -> Claim:
        """Return the claim, with its day, group and way found in the place."""
        facts = {
            **vars(self),
            "on": place.day(self.on),
            "group": place.groups[self.group] if self.group else None,
            "way": place.ways[self.way] if self.way else None,
        }
        return Claim(**facts)
