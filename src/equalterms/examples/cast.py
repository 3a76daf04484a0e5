"""Bringing the people of the examples onto the site: who they are, what they do, and where they sit."""

import datetime
from collections.abc import Iterable

from django.utils import timezone
from django.utils.text import slugify

from equalterms.examples.vocabulary import Persona
from equalterms.groups.actions.seats import seat_person
from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.ledger.actions import action
from equalterms.people.actions.access_needs import answer_need, share_needs
from equalterms.people.actions.joining import sign_up
from equalterms.people.actions.organisations import create_organisation, give_duty
from equalterms.people.models import Organisation, Person

YEAR = datetime.timedelta(days=365)


def found(name: str, kind: str, about: str, modelled_on: str) -> Organisation:
    """Found an example organisation that says on which published case it is modelled."""
    return create_organisation(name=name, kind=kind, about=about, is_example=True, modelled_on=modelled_on, by=None)


def arrive(name: str, place: str, *, address_as: str = "", persona: str | None = None) -> Person:
    """Let somebody sign up. Their address ends in .example, so that no message can ever reach anybody."""
    person = sign_up(name=name, email=f"{slugify(name).replace('-', '.')}@{place}.example", by=None)
    person.joined_at = timezone.now()
    person.address_as = address_as
    person.try_as = Persona(persona).value if persona else None
    person.save(update_fields=["joined_at", "address_as", "try_as"])
    return person


def arrive_together(names: Iterable[str], place: str) -> list[Person]:
    return [arrive(name, place) for name in names]


def employ(person: Person, organisation: Organisation, duty: str, job_title: str, by: Person | None = None) -> Person:
    give_duty(person=person, organisation=organisation, duty=duty, job_title=job_title, by=by)
    return person


@action
def seat_all(
    *,
    group: Group,
    people: Iterable[Person],
    capacity: str,
    by: Person,
    role: str = Role.MEMBER,
    named: Iterable[Person] = (),
    years: int = 3,
) -> None:
    """Seat people who were chosen for a group, in one capacity; some of them want their name on its public page."""
    term_ends = timezone.localdate() + years * YEAR
    public = {person.pk for person in named}
    for person in people:
        seat = seat_person(group, person, by=by, door="invitation", capacity=capacity, role=role, term_ends=term_ends)
        if person.pk in public:
            seat.named_in_public = True
            seat.save(update_fields=["named_in_public"])


def seat_service_users(group: Group, people: Iterable[Person], by: Person, named: Iterable[Person] = ()) -> None:
    seat_all(group=group, people=people, capacity=Capacity.SERVICE_USER, by=by, named=named)


def seat_carers(group: Group, people: Iterable[Person], by: Person, named: Iterable[Person] = ()) -> None:
    seat_all(group=group, people=people, capacity=Capacity.CARER, by=by, named=named)


def seat_staff(group: Group, people: Iterable[Person], by: Person) -> None:
    people = list(people)
    seat_all(group=group, people=people, capacity=Capacity.STAFF, by=by, named=people)


def say_needs(person: Person, sharing: str, *needs: tuple[str, list[str], str], review_in: int = 440) -> None:
    """Let a person write down their access needs, as (group of needs, choices, own words), and share them."""
    for group, chosen, words in needs:
        answer_need(group=group, chosen=chosen, words=words, by=person)
    review_on = timezone.localdate() + datetime.timedelta(days=review_in)
    share_needs(sharing=sharing, review_on=review_on, by=person)
