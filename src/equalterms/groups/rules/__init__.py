"""What may be done to groups, and by whom. `may_...` answers; `check_may_...` says no in words."""

from equalterms.groups.rules.administering import (
    check_may_administer,
    check_may_answer_referral,
    check_may_ask_question,
    check_may_lead,
    check_may_start_group,
    may_administer,
    may_answer_referral,
    may_ask_question,
    may_lead,
    may_see_members,
    may_start_group,
)
from equalterms.groups.rules.composition import Composition, WouldBreakComposition, composition_of
from equalterms.groups.rules.deciding import DecidingTerms, deciding_terms, may_see_outcomes
from equalterms.groups.rules.joining import (
    capacities_open_in,
    check_may_apply,
    check_may_join,
    check_may_leave,
    check_may_sit,
    may_apply,
    may_join,
    may_leave,
    why_not_sit,
)
from equalterms.groups.rules.seats import is_member, leads, seat_of, seats_on, serves_a_public_body

__all__ = [
    "Composition",
    "DecidingTerms",
    "WouldBreakComposition",
    "capacities_open_in",
    "check_may_administer",
    "check_may_answer_referral",
    "check_may_apply",
    "check_may_ask_question",
    "check_may_join",
    "check_may_lead",
    "check_may_leave",
    "check_may_sit",
    "check_may_start_group",
    "composition_of",
    "deciding_terms",
    "is_member",
    "leads",
    "may_administer",
    "may_answer_referral",
    "may_apply",
    "may_ask_question",
    "may_join",
    "may_lead",
    "may_leave",
    "may_see_members",
    "may_see_outcomes",
    "may_start_group",
    "seat_of",
    "seats_on",
    "serves_a_public_body",
    "why_not_sit",
]
