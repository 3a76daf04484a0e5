from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What this room's verbs in the ledger mean, said to the person who did it.
VERB_WORDS = {
    "editor.admitted": _("You came into the editors' rooms"),
}


class HubConfig(AppConfig):
    name = "equalterms.hub"
    label = "hub"
    verbose_name = "Hub"
    verb_words = VERB_WORDS
