"""What a person says about themself: their name, how to address them, phone and e-mail address."""

from django.db import IntegrityError, transaction

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.actions.mailing import write_mail
from equalterms.people.actions.signing_in import own_address_verified
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.people.rules import check_themself


@action
def change_name(*, name: str, address_as: str, by: Person) -> Person:
    """Change how the person is called here."""
    return _change(by, "person.renamed", name=name, address_as=address_as)


@action
def change_phone(*, phone: str, by: Person) -> Person:
    return _change(by, "person.phone_changed", phone=phone)


@action
def change_email(*, email: str, by: Person) -> Person:
    """Change the address with which the person signs in, after a code showed that it is theirs.

    The old address is told. Raises NotAllowed when somebody else uses the new one.
    """
    check_themself(by)
    old = by.email
    try:
        with transaction.atomic():
            person = _change(by, "person.email_changed", email=email.lower())
    except IntegrityError as taken:
        by.email = old
        raise NotAllowed from taken
    if isinstance(person, unchanged):
        return person  # type: ignore[return-value]
    own_address_verified(by)
    if old:
        write_mail("people/mail/email_changed.txt", old, person=by)
    return by


def _change(person: Person, verb: str, **values: str) -> Person:
    if all(getattr(person, field) == value for field, value in values.items()):
        return unchanged(person)  # type: ignore[return-value]
    for field, value in values.items():
        setattr(person, field, value)
    person.save(update_fields=list(values))
    record(verb, person, by=person)
    return person
