"""Words for groups: kinds, capacities in which people sit, roles, and how one joins."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.notices.kinds import NoticeKind, register


class GroupKind(models.TextChoices):
    PANEL = "panel", _("Panel")
    BOARD = "board", _("Board")
    COMMISSION = "commission", _("Commission")
    NETWORK = "network", _("Network")
    WORKING_GROUP = "working_group", _("Working group")


class Capacity(models.TextChoices):
    """As what a person sits in a group."""

    SERVICE_USER = "service_user", _("Service user")
    CARER = "carer", _("Carer")
    STAFF = "staff", _("Manager or staff")
    ADVISER = "adviser", _("Adviser")
    OBSERVER = "observer", _("Observer")


LIVED_EXPERIENCE = (Capacity.SERVICE_USER, Capacity.CARER)  # drawn as a circle
IN_CHARGE = (Capacity.STAFF,)  # drawn as a square


class Role(models.TextChoices):
    MEMBER = "member", _("Member")
    CHAIR = "chair", _("Chair")
    CO_CHAIR = "co_chair", _("Co-chair")
    FACILITATOR = "facilitator", _("Facilitator")


LEADING_ROLES = (Role.CHAIR, Role.CO_CHAIR, Role.FACILITATOR)


class Joining(models.TextChoices):
    INVITATION = "invitation", _("By invitation")
    APPLICATION = "application", _("By application")
    PUBLIC = "public", _("Open to everyone")


class Visibility(models.TextChoices):
    PUBLIC = "public", _("Everyone can see that this group exists and what it is for")
    ORGANISATION = "organisation", _("Only people of the organisation and members can see it")
    MEMBERS = "members", _("Only members can see it")


class ReferralState(models.TextChoices):
    SENT = "sent", _("Sent")
    ACCEPTED = "accepted", _("Taken on")
    DECLINED = "declined", _("Not taken on")
    DONE = "done", _("Answered")


class ApplicationState(models.TextChoices):
    OPEN = "open", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Not accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class QuestionState(models.TextChoices):
    OPEN = "open", _("Open for discussion")
    AGREED = "agreed", _("Agreed")
    NOT_AGREED = "not_agreed", _("No agreement was reached")


class DecisionMethod(models.TextChoices):
    """How a group comes to a decision, as its terms of reference say."""

    CONSENT = "consent", _("Consent: it is agreed when no objection stands")
    CONSENSUS = "consensus", _("Consensus: it is agreed when no objection stands and few stand aside")
    MAJORITY = "majority", _("Majority: it is agreed when enough of those who say yes or no say yes")


BESIDE_THE_TABLE = (Capacity.OBSERVER,)  # they watch: their chair is not a seat that counts
GUESTS = (Capacity.ADVISER, Capacity.OBSERVER)  # all that staff can be where the members are in control
OPEN_REFERRALS = (ReferralState.SENT, ReferralState.ACCEPTED)
INVITATION_DAYS = 14  # an invitation can be used for so long
TERM_NOTICE_DAYS = 60  # a term that ends within so many days is mentioned

REFERRAL_ARRIVED = register(
    NoticeKind("groups.referral_arrived", _("Another group asks yours to take work on"), optional=True)
)
REFERRAL_ANSWERED = register(
    NoticeKind("groups.referral_answered", _("Another group answers what yours asked"), optional=True)
)
APPLICATION_MADE = register(NoticeKind("groups.application_made", _("Somebody asks to join your group"), optional=True))
APPLICATION_ANSWERED = register(
    NoticeKind("groups.application_answered", _("An answer to your application"), private=True)
)
