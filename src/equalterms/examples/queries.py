"""Who the example people are, and where they belong."""

from dataclasses import dataclass

from equalterms.examples.vocabulary import SEES, SIDES, Persona
from equalterms.groups.vocabulary import Visibility
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


@dataclass(frozen=True)
class ExamplePerson:
    """One person whom a visitor can be, with where they belong and what they can see, in words."""

    slug: str
    name: str
    part: str
    sees: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """The people on one side of the table, with the shape that stands for them."""

    title: str
    shape: str
    people: list[ExamplePerson]


def example_people() -> list[Side]:
    """Return the example people by the side on which they sit, with the public groups to which they belong."""
    found = Person.objects.filter(try_as__in=Persona.values).prefetch_related(
        "affiliations__organisation", "memberships__group"
    )
    by_slug = {person.try_as: person for person in found}
    sides = [
        Side(str(title), shape, [_described(by_slug[slug]) for slug in personas if slug in by_slug])
        for title, shape, personas in SIDES
    ]
    return [side for side in sides if side.people]


def person_to_try(slug: str) -> Person:
    """Return the example person of this name. Raises NotVisible when there is none."""
    person = Person.objects.filter(try_as=slug).first()
    if person is None:
        raise NotVisible
    return person


def _described(person: Person) -> ExamplePerson:
    persona = Persona(person.try_as)
    affiliated = [tie.organisation.name for tie in person.affiliations.all() if tie.until is None]
    seated = [
        seat.group.name
        for seat in person.memberships.all()
        if seat.until is None and seat.group.visibility == Visibility.PUBLIC
    ]
    places = tuple(dict.fromkeys([*affiliated, *seated]))
    return ExamplePerson(persona.value, person.name, str(persona.label), str(SEES[persona]), places)
