"""Makers of example things for tests: each call gives a complete, saved, believable one.

They write rows and nothing else: no rule is asked and no ledger event is left. A test about a rule uses the action.
"""

from tests.factories.groups import GroupFactory, MembershipFactory, join
from tests.factories.people import AffiliationFactory, OrganisationFactory, PersonFactory
from tests.factories.plans import (
    AccountFactory,
    AccountVersionFactory,
    AssessmentFactory,
    ChangeFactory,
    DisputeFactory,
    DisputeTurnFactory,
    EffectFactory,
    EffectReadingFactory,
    EvidenceFactory,
    PlanFactory,
    ResponsibilityFactory,
    WayFactory,
    ask,
)

__all__ = [
    "AccountFactory",
    "AccountVersionFactory",
    "AffiliationFactory",
    "AssessmentFactory",
    "ChangeFactory",
    "DisputeFactory",
    "DisputeTurnFactory",
    "EffectFactory",
    "EffectReadingFactory",
    "EvidenceFactory",
    "GroupFactory",
    "MembershipFactory",
    "OrganisationFactory",
    "PersonFactory",
    "PlanFactory",
    "ResponsibilityFactory",
    "WayFactory",
    "ask",
    "join",
]
