"""By which way a person is reached: as they wish, else as their access needs say, else as is possible at all."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from equalterms.notices.models import Wishes
from equalterms.notices.queries.wishes import MESSAGE_NEEDS, can_text, fresh_wishes
from equalterms.notices.vocabulary import NO_CALLS, POINTS, STANDARD_POINTS, WAYS_OF_NEEDS, MessageWay
from equalterms.people.models import AccessNeed, Person, Support

OTHERWISE = (MessageWay.EMAIL, MessageWay.SUPPORTER, MessageWay.PHONE, MessageWay.LETTER)


@dataclass(frozen=True)
class Reach:
    """The way to a person and where it leads. With no `way` there is none. `points` is the size of print."""

    way: str
    address: str = ""
    supporter: str = ""
    points: int = STANDARD_POINTS


@dataclass
class Known:
    """What decides how one person is reached: wishes, needs (codes of people.vocabulary.NEEDS), their supporter."""

    person: Person
    wishes: Wishes
    needs: set[str] = field(default_factory=set)
    supporter: tuple[str, str] | None = None  # e-mail address, name

    @property
    def points(self) -> int:
        return max((POINTS[need] for need in self.needs if need in POINTS), default=STANDARD_POINTS)


def known_of(people: Collection[Person]) -> dict[int, Known]:
    """Return what is known of many people, by their numbers, in three queries."""
    wishes = {each.person_id: each for each in Wishes.objects.filter(person__in=people)}
    needs: dict[int, set[str]] = defaultdict(set)
    answers = AccessNeed.objects.filter(needs__person__in=people, group__in=MESSAGE_NEEDS)
    for person, chosen in answers.values_list("needs__person", "chosen"):
        needs[person].update(chosen)
    supporters: dict[int, tuple[str, str]] = {}
    for support in Support.objects.current().filter(person__in=people).select_related("supporter"):
        own = support.supporter
        email = (own.email if own is not None else "") or support.supporter_email
        if email:
            supporters.setdefault(support.person_id, (email, own.name if own is not None else support.supporter_name))
    return {
        person.pk: Known(
            person,
            wishes.get(person.pk) or fresh_wishes(person),
            needs[person.pk],
            supporters.get(person.pk),
        )
        for person in people
    }


def reach_of(person: Person) -> Reach:
    """Return how a person is reached today."""
    return best_reach(known_of([person])[person.pk])


def best_reach(known: Known) -> Reach:
    """Return the first way that works: of those that the person chose, then of those that there are."""
    for way in chosen_ways(known):
        if (found := found_by(way, known, chosen=True)) is not None:
            return Reach(way, *found, points=known.points)
    for way in OTHERWISE:
        if (found := found_by(way, known, chosen=False)) is not None:
            return Reach(way, *found, points=known.points)
    return Reach(way="")


def reach_by(way: str, person: Person) -> Reach:
    """Return where one way leads today; without a `way` in it where it leads nowhere any more."""
    if way == MessageWay.EMAIL:  # nothing else decides where it leads
        return Reach(way, person.email) if person.email else Reach(way="")
    known = known_of([person])[person.pk]
    found = found_by(way, known, chosen=True)
    return Reach(way, *found, points=known.points) if found is not None else Reach(way="")


def chosen_ways(known: Known) -> list[str]:
    """Return the ways that a person chose, the dearest first."""
    by_needs: Iterator[str] = (way for need, way in WAYS_OF_NEEDS if need in known.needs)
    return list(dict.fromkeys([*([known.wishes.way] if known.wishes.way else []), *by_needs]))


def found_by(way: str, known: Known, *, chosen: bool) -> tuple[str, str] | None:
    """Return (address, name of the supporter) for a way, or None where it leads nowhere.

    A letter that somebody chose can be handed over, so it needs no address on record.
    """
    person, post_to = known.person, known.wishes.post_to
    if way == MessageWay.EMAIL:
        return (person.email, "") if person.email else None
    if way == MessageWay.SUPPORTER:
        return known.supporter
    if way == MessageWay.TEXT:
        return (person.phone, "") if person.phone and can_text() else None
    if way == MessageWay.PHONE:
        return (person.phone, "") if person.phone and NO_CALLS not in known.needs else None
    if way == MessageWay.LETTER:
        return (post_to, "") if post_to or chosen else None
    return None
