"""Plans, their changes, and the two accounts of each: the claim, and what the members say."""

from equalterms.plans.models.account import Account, AccountVersion
from equalterms.plans.models.assessment import Asked, Assessment
from equalterms.plans.models.change import Change
from equalterms.plans.models.claim_draft import ClaimDraft
from equalterms.plans.models.dispute import Dispute, DisputeTurn
from equalterms.plans.models.effect import Effect, EffectReading
from equalterms.plans.models.evidence import Evidence
from equalterms.plans.models.plan import Plan, Responsibility
from equalterms.plans.models.way import Way

__all__ = [
    "Account",
    "AccountVersion",
    "Asked",
    "Assessment",
    "Change",
    "ClaimDraft",
    "Dispute",
    "DisputeTurn",
    "Effect",
    "EffectReading",
    "Evidence",
    "Plan",
    "Responsibility",
    "Way",
]
