"""By which way a person is reached: as they wish, else as their access needs say, else as is possible at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from equalterms.notices.models import Wishes
from equalterms.notices.queries.wishes import can_text, needs_about_messages, wishes_of
from equalterms.notices.vocabulary import NO_CALLS, POINTS, STANDARD_POINTS, WAYS_OF_NEEDS, MessageWay
from equalterms.people.models import Person, Support

OTHERWISE = (MessageWay.EMAIL, MessageWay.SUPPORTER, MessageWay.PHONE, MessageWay.LETTER)


@dataclass(frozen=True)
class Reach:
    """The way to a person and where it leads. With no `way` there is none. `points` is the size of print."""

    way: str
    address: str = ""
    supporter: str = ""
    points: int = STANDARD_POINTS


def reach_of(person: Person, way: str = "") -> Reach:
    """Return how a person is reached today; with `way`, where that way leads today."""
    wishes, needs = wishes_of(person), needs_about_messages(person)
    size = max((POINTS[need] for need in needs if need in POINTS), default=STANDARD_POINTS)
    chosen = [way] if way else chosen_ways(wishes, needs)
    for each in chosen:
        if (found := found_by(each, person, wishes, needs, chosen=True)) is not None:
            return Reach(each, *found, points=size)
    if not way:
        for each in OTHERWISE:
            if (found := found_by(each, person, wishes, needs, chosen=False)) is not None:
                return Reach(each, *found, points=size)
    return Reach(way="", points=size)


def chosen_ways(wishes: Wishes, needs: set[str]) -> list[str]:
    """Return the ways that a person chose, the dearest first."""
    own: Iterator[str] = (way for need, way in WAYS_OF_NEEDS if need in needs)
    return list(dict.fromkeys([*([wishes.way] if wishes.way else []), *own]))


def found_by(way: str, person: Person, wishes: Wishes, needs: set[str], *, chosen: bool) -> tuple[str, str] | None:
    """Return (address, name of the supporter) for a way, or None where it leads nowhere.

    A letter that somebody chose can be handed over, so it needs no address on record.
    """
    if way == MessageWay.EMAIL:
        return (person.email, "") if person.email else None
    if way == MessageWay.SUPPORTER:
        return supporter_of(person)
    if way == MessageWay.TEXT:
        return (person.phone, "") if person.phone and can_text() else None
    if way == MessageWay.PHONE:
        return (person.phone, "") if person.phone and NO_CALLS not in needs else None
    if way == MessageWay.LETTER:
        return (wishes.post_to, "") if wishes.post_to or chosen else None
    return None


def supporter_of(person: Person) -> tuple[str, str] | None:
    """Return (e-mail address, name) of the supporter who reads to this person, or None."""
    support = Support.objects.current().filter(person=person).select_related("supporter").first()
    if support is None:
        return None
    supporter = support.supporter
    email = (supporter.email if supporter is not None else "") or support.supporter_email
    return (email, supporter.name if supporter is not None else support.supporter_name) if email else None
