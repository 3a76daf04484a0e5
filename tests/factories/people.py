"""Persons, organisations and duties."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from equalterms.people.models import Affiliation, Organisation, Person
from equalterms.people.vocabulary import Duty, OrganisationKind


class OrganisationFactory(DjangoModelFactory):
    """A council, unless `kind=` says otherwise."""

    class Meta:
        model = Organisation

    slug = factory.Sequence("council-{}".format)
    name = factory.Sequence("Council {}".format)
    kind = OrganisationKind.COUNCIL

    class Params:
        user_led = factory.Trait(kind=OrganisationKind.USER_LED)


class PersonFactory(DjangoModelFactory):
    """Somebody with an e-mail address; `without_email=True` for somebody who has none."""

    class Meta:
        model = Person

    name = factory.Sequence("Person {}".format)
    email = factory.Sequence("person{}@example.org".format)

    class Params:
        without_email = factory.Trait(email=None)

    @classmethod
    def _create(cls, model_class: type[Person], *args: object, **kwargs: object) -> Person:
        return model_class.objects.create_user(*args, **kwargs)


class AffiliationFactory(DjangoModelFactory):
    """A duty that somebody has in an organisation: a manager's, unless `duty=` says otherwise."""

    class Meta:
        model = Affiliation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    duty = Duty.MANAGER
    since = date(2020, 1, 1)
