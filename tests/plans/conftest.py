"""A small place: a council with a plan that answers to a panel, its managers, members and strangers."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.factories import (
    AffiliationFactory,
    ChangeFactory,
    GroupFactory,
    OrganisationFactory,
    PersonFactory,
    PlanFactory,
    WayFactory,
    join,
)

from equalterms.groups.models import Group
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import Duty
from equalterms.plans.actions.changing import publish_change
from equalterms.plans.actions.recording import Claim, record_account
from equalterms.plans.models import Account, Change, Plan, Way
from equalterms.plans.vocabulary import Tense


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


@dataclass
class Place:
    """Everybody by the part they play."""

    council: Organisation
    panel: Group
    plan: Plan
    manager: Person
    other_manager: Person  # of the same council, not responsible
    foreign_manager: Person  # of another organisation
    administrator: Person  # superuser and administrator of the council
    chair: Person  # with lived experience
    members: list[Person]
    staff: Person  # sits in the panel as staff
    outsider: Person
    way: Way
    extra: dict[str, Any] = field(default_factory=dict)

    def claim(self, **facts: Any) -> Claim:
        """What co-production at rung 6 with the panel, ten days ago, says of itself."""
        given: dict[str, Any] = {
            "tense": Tense.HAS,
            "on": days_ago(10),
            "where": "Town hall",
            "group": self.panel,
            "way": self.way,
            "rung": 6,
            "asked": "How should letters read?",
            "changed": "Letters became shorter.",
        }
        return Claim(**{**given, **facts})

    def draft_change(self, **facts: Any) -> Change:
        return ChangeFactory(plan=self.plan, draft=True, **facts)

    def account(self, *, scale: str = "tlap", change: Change | None = None, **facts: Any) -> Account:
        """Record and publish an account through the actions."""
        change = change or self.draft_change()
        version = record_account(change=change, claim=self.claim(**facts), by=self.manager, scale=scale)
        publish_change(change=change, by=self.manager)
        return Account.objects.get(pk=version.account_id)

    def promise(self, **facts: Any) -> Account:
        return self.account(**{"tense": Tense.WILL, "on": days_ago(-5), "changed": "", **facts})

    def none_yet(self, **facts: Any) -> Account:
        nothing = {"where": "", "group": None, "way": None, "rung": None, "asked": "", "changed": ""}
        because = {"tense": Tense.NONE_YET, "none_because": "No day yet.", "on": days_ago(-40)}
        return self.account(**{**nothing, **because, **facts})


@pytest.fixture
def place(db: None) -> Place:
    return build_place()


def build_place(members: int = 6) -> Place:
    council = OrganisationFactory()
    panel = GroupFactory(organisation=council)
    manager = AffiliationFactory(organisation=council).person
    administrator = PersonFactory(is_superuser=True, is_staff=True)
    AffiliationFactory(organisation=council, person=administrator, duty=Duty.ADMINISTRATOR)
    return Place(
        council=council,
        panel=panel,
        plan=PlanFactory(organisation=council, answers_to=[panel], managers=[manager]),
        manager=manager,
        other_manager=AffiliationFactory(organisation=council).person,
        foreign_manager=AffiliationFactory().person,
        administrator=administrator,
        chair=join(panel, chair=True),
        members=[join(panel) for _each in range(members)],
        staff=join(panel, staff=True),
        outsider=PersonFactory(),
        way=WayFactory(),
    )
