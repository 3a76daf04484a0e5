"""Panels, boards, commissions, networks and working groups: who sits in them and what they have agreed."""

from equalterms.groups.models.agreement import OpenQuestion, Principle, TermsVersion
from equalterms.groups.models.composition import CompositionBreak
from equalterms.groups.models.group import Group
from equalterms.groups.models.joining import Application, GroupInvitation
from equalterms.groups.models.membership import Membership
from equalterms.groups.models.referral import Referral

__all__ = [
    "Application",
    "CompositionBreak",
    "Group",
    "GroupInvitation",
    "Membership",
    "OpenQuestion",
    "Principle",
    "Referral",
    "TermsVersion",
]
