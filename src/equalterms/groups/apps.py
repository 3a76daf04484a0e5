from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What this room's verbs in the ledger mean, said to the person who did it.
VERB_WORDS = {
    "group.started": _("You started a group"),
    "group.described": _("You changed what a group says about itself"),
    "group.rule_changed": _("You changed who a group should be made up of"),
    "group.related": _("You said how two groups belong together"),
    "group.unrelated": _("You said that two groups no longer belong together"),
    "group.ended": _("You ended a group"),
    "composition.broken": _("A group no longer had the members that its rule asks for"),
    "composition.restored": _("A group had the members that its rule asks for again"),
    "membership.joined": _("You joined a group"),
    "membership.changed": _("You changed a member's seat"),
    "membership.ended": _("You ended a member's seat"),
    "membership.left": _("You left a group"),
    "membership.naming_chosen": _("You chose how a group names you"),
    "application.made": _("You applied to join a group"),
    "application.withdrawn": _("You took back your application to a group"),
    "application.accepted": _("You accepted an application to a group"),
    "application.declined": _("You declined an application to a group"),
    "invitation.used": _("You accepted an invitation to a group"),
    "invitation.declined": _("You declined an invitation"),
    "invitation.withdrawn": _("You took back an invitation to a group"),
    "terms.agreed": _("You recorded new terms of reference"),
    "principle.stated": _("You stated a principle"),
    "principle.withdrawn": _("You withdrew a principle"),
    "question.asked": _("You asked an open question"),
    "question.closed": _("You closed an open question"),
    "referral.sent": _("You asked another group for something"),
    "referral.taken_on": _("You took on what another group asked"),
    "referral.answered": _("You answered what another group asked"),
    "referral.declined": _("You declined what another group asked"),
}


class GroupsConfig(AppConfig):
    name = "equalterms.groups"
    label = "groups"
    verbose_name = "Groups"
    verb_words = VERB_WORDS

    def ready(self) -> None:
        from equalterms.groups.queries import places as groups  # models can be imported only now
        from equalterms.notices import places

        places.register(places.PlaceKind("groups.group", groups.groups_with_post_of, groups.public_name_of_group))
