"""Plans, changes, and accounts of co-production in each of their states, with readings, disputes and effects."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from tests.factories.groups import GroupFactory
from tests.factories.people import OrganisationFactory, PersonFactory

from equalterms.people.models import Person
from equalterms.plans.models import (
    Account,
    AccountVersion,
    Asked,
    Assessment,
    Change,
    Dispute,
    DisputeTurn,
    Effect,
    EffectReading,
    Evidence,
    Plan,
    Responsibility,
    Way,
)
from equalterms.plans.vocabulary import (
    ChangeStatus,
    EffectSeen,
    PlanState,
    ShownAs,
    Stage,
    Tense,
    TurnKind,
)

PUBLISHED_AT = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def today() -> date:
    return timezone.localdate()


class WayFactory(DjangoModelFactory):
    """A way of working together."""

    class Meta:
        model = Way
        django_get_or_create = ("slug",)

    slug = "example-workshop"
    name = "Example workshop"


class PlanFactory(DjangoModelFactory):
    """A published plan; `draft=True` for one that is not; `answers_to=[group, ...]`, `managers=[person, ...]`."""

    class Meta:
        model = Plan
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence("Plan {}".format)
    summary = "What we will change, with the people whom it is for."
    starts_on = date(2026, 1, 1)
    ends_on = date(2027, 12, 31)
    state = PlanState.PUBLISHED
    published_at = PUBLISHED_AT

    class Params:
        draft = factory.Trait(state=PlanState.DRAFT, published_at=None)

    @factory.post_generation
    def answers_to(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if extracted:
            self.answers_to.add(*extracted)

    @factory.post_generation
    def managers(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for person in extracted or []:
            ResponsibilityFactory(plan=self, person=person)


class ResponsibilityFactory(DjangoModelFactory):
    """A manager's responsibility for a plan."""

    class Meta:
        model = Responsibility

    plan = factory.SubFactory(PlanFactory)
    person = factory.SubFactory(PersonFactory)
    since = date(2026, 1, 1)


class ChangeFactory(DjangoModelFactory):
    """A published change of a published plan; `draft=True` for one that is not published."""

    class Meta:
        model = Change

    plan = factory.SubFactory(PlanFactory)
    title = factory.Sequence("Change {}".format)
    what = "Letters will be in plain words."
    for_whom = "Everyone who gets a letter"
    stage = Stage.DESIGN
    status = ChangeStatus.UNDER_WAY
    starts_on = date(2026, 2, 1)
    published_at = PUBLISHED_AT

    class Params:
        draft = factory.Trait(published_at=None, status=ChangeStatus.PLANNED)


class AccountFactory(DjangoModelFactory):
    """An account with its first version, published: co-production has taken place with a group, at rung 6.

    `draft=True`: not published. `version__none_yet=True`: nothing arranged. `version__will=True`: is to take place.
    `version__overdue=True` (with either): its date has passed. `version__<field>=` sets a field of the version.
    """

    class Meta:
        model = Account
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(published_at=None)

    change = factory.SubFactory(ChangeFactory)
    organisation = factory.SelfAttribute("change.plan.organisation")
    published_at = PUBLISHED_AT

    @factory.post_generation
    def version(self, create: bool, extracted: Any, **fields: Any) -> None:
        version = AccountVersionFactory(account=self, **{"published_at": self.published_at, **fields})
        if self.published_at is not None:
            self.current = version
            self.tense, self.on, self.rung, self.group = version.tense, version.on, version.rung, version.group
            self.search_text = " ".join([self.change.title, version.asked, version.changed, version.where])
            self.save()


class AccountVersionFactory(DjangoModelFactory):
    """One version of an account. Traits `none_yet`, `will`, `overdue`, `draft` as above."""

    class Meta:
        model = AccountVersion

    class Params:
        draft = factory.Trait(published_at=None)
        none_yet = factory.Trait(
            tense=Tense.NONE_YET,
            group=None,
            rung=None,
            asked="",
            changed="",
            where="",
            none_because="We have not found a date.",
            on=factory.LazyFunction(lambda: today() + timedelta(days=30)),
        )
        will = factory.Trait(
            tense=Tense.WILL, changed="", on=factory.LazyFunction(lambda: today() + timedelta(days=30))
        )
        overdue = factory.Trait(on=factory.LazyFunction(lambda: today() - timedelta(days=3)))

    account = factory.SubFactory(AccountFactory)
    number = 1
    tense = Tense.HAS
    on = date(2026, 5, 1)
    where = "Town hall"
    group = factory.SubFactory(GroupFactory, organisation=factory.SelfAttribute("..account.change.plan.organisation"))
    rung = 6
    asked = "How should the letters read?"
    changed = "We cut the letters from four pages to one."
    written_by = factory.SubFactory(PersonFactory)
    published_at = PUBLISHED_AT
    published_by = factory.LazyAttribute(lambda made: made.written_by if made.published_at else None)


def ask(account: Account, *people: Person) -> None:
    """Ask these people for their reading of an account."""
    for person in people:
        Asked.objects.get_or_create(account=account, person=person, defaults={"asked_at": PUBLISHED_AT})
    account.asked_count = account.asked_people.count()
    account.save(update_fields=["asked_count"])


class AssessmentFactory(DjangoModelFactory):
    """A member's reading of an account, counted only unless `shown_as=` says otherwise."""

    class Meta:
        model = Assessment

    account = factory.SubFactory(AccountFactory)
    version = factory.SelfAttribute("account.current")
    person = factory.SubFactory(PersonFactory)
    rung = 4
    effect_seen = EffectSeen.NO
    shown_as = ShownAs.COUNTED
    given_at = PUBLISHED_AT
    changed_at = PUBLISHED_AT


class DisputeFactory(DjangoModelFactory):
    """A dispute that stands; keeps the account's count of open disputes true."""

    class Meta:
        model = Dispute
        skip_postgeneration_save = True

    account = factory.SubFactory(AccountFactory)
    version = factory.SelfAttribute("account.current")
    person = factory.SubFactory(PersonFactory)
    because = "We were told, not asked."
    shown_as = ShownAs.WORDS
    opened_at = PUBLISHED_AT

    @factory.post_generation
    def counted(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        self.account.open_disputes = self.account.disputes.filter(settled_at__isnull=True).count()
        self.account.save(update_fields=["open_disputes"])


class DisputeTurnFactory(DjangoModelFactory):
    """A manager's answer to a dispute."""

    class Meta:
        model = DisputeTurn

    dispute = factory.SubFactory(DisputeFactory)
    kind = TurnKind.ANSWER
    words = "We will come back in May with drafts to choose from."
    by = factory.SubFactory(PersonFactory)
    at = PUBLISHED_AT


class EffectFactory(DjangoModelFactory):
    """An effect that a manager claims."""

    class Meta:
        model = Effect

    account = factory.SubFactory(AccountFactory)
    words = "Fewer people ring to ask what the letter means."
    seen_on = date(2026, 9, 1)
    claimed_by = factory.SubFactory(PersonFactory)
    claimed_at = PUBLISHED_AT


class EffectReadingFactory(DjangoModelFactory):
    """A member's word on an effect."""

    class Meta:
        model = EffectReading

    effect = factory.SubFactory(EffectFactory)
    person = factory.SubFactory(PersonFactory)
    seen = EffectSeen.PARTLY
    given_at = PUBLISHED_AT
    changed_at = PUBLISHED_AT


class EvidenceFactory(DjangoModelFactory):
    """A link that a version of an account rests on."""

    class Meta:
        model = Evidence

    version = factory.LazyAttribute(lambda made: AccountFactory().current)
    title = "Notes of the workshop"
    url = "https://notes.example.org/workshop"
