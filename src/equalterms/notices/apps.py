from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What this room's verbs in the ledger mean, said to the person who did it.
VERB_WORDS = {
    "notices.wishes_said": _("You said how you want to be told things"),
    "notices.kinds_stopped": _("You stopped some messages"),
    "calendar.renewed": _("You made a new address for your calendar"),
    "calendar.ended": _("You ended your calendar's address"),
    "message.done": _("You said that a message was delivered by hand"),
    "message.undone": _("You said that a message was not delivered after all"),
    "message.tried_again": _("You had a message sent again"),
}


class NoticesConfig(AppConfig):
    name = "equalterms.notices"
    label = "notices"
    verbose_name = "Notices"
    verb_words = VERB_WORDS
