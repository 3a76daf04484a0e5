"""How somebody comes to exist here: they sign up themselves, or a facilitator enters them with their consent."""

from datetime import date

from django.db import IntegrityError, transaction

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.actions.signing_in import own_address_verified
from equalterms.people.models import Consent, Organisation, Person
from equalterms.people.rules import check_may_enter_person
from equalterms.people.vocabulary import ConsentKind


@action
def sign_up(*, name: str, email: str, by: None = None) -> Person:
    """Make the person who has just shown, by a code, that the address is theirs. Twice at once makes one."""
    try:
        with transaction.atomic():
            person = Person.objects.create_user(email=email.lower(), name=name)
    except IntegrityError:
        return unchanged(Person.objects.get(email__iexact=email))  # type: ignore[return-value]
    own_address_verified(person)
    record("person.signed_up", person, by=person)
    return person


@action
def enter_person(
    *,
    name: str,
    address_as: str = "",
    phone: str = "",
    organisation: Organisation,
    way: str,
    words: str = "",
    given_on: date,
    by: Person,
) -> Person:
    """Enter somebody who has no e-mail address, with how and when they agreed to it."""
    check_may_enter_person(by, organisation)
    person = Person.objects.create_user(name=name, address_as=address_as, phone=phone)
    Consent.objects.create(
        person=person,
        kind=ConsentKind.ENTERED,
        organisation=organisation,
        way=way,
        words=words,
        given_on=given_on,
        recorded_by=by,
    )
    record("person.entered", person, by=by, for_whom=person, facts={"way": str(way)})
    return person
