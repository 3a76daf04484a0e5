"""Persons, organisations and what ties them."""

from equalterms.people.models.access_need import AccessNeed, AccessNeeds
from equalterms.people.models.affiliation import Affiliation
from equalterms.people.models.consent import Consent
from equalterms.people.models.draft import Draft
from equalterms.people.models.invitation import Invitation
from equalterms.people.models.mail import Mail
from equalterms.people.models.organisation import Organisation
from equalterms.people.models.person import Person
from equalterms.people.models.session import SignedInSession
from equalterms.people.models.support import Support

__all__ = [
    "AccessNeed",
    "AccessNeeds",
    "Affiliation",
    "Consent",
    "Draft",
    "Invitation",
    "Mail",
    "Organisation",
    "Person",
    "SignedInSession",
    "Support",
]
