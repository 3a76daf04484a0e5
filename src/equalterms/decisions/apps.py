from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What this room's verbs in the ledger mean, said to the person who did it.
VERB_WORDS = {
    "decision.put": _("You put a text to a group"),
    "decision.answered": _("You answered a text put to a group"),
    "decision.answer_changed": _("You changed your answer to a text"),
    "decision.given_more_time": _("You gave a decision more time"),
    "decision.closed": _("You closed a decision"),
    "decision.withdrawn": _("You took back a text put to a group"),
    "decision_text.added": _("You added a new text to a decision"),
    "decision_question.asked": _("You asked a question about a text"),
    "decision_question.answered": _("You answered a question about a text"),
    "amendment.proposed": _("You proposed a change to a text"),
    "amendment.accepted": _("You accepted a change to a text"),
    "amendment.declined": _("You declined a change to a text"),
    "objection.kept": _("You said that your objection stands"),
    "objection.settled": _("You said that your objection is settled"),
    "objection.dealt_with": _("You said how an objection was dealt with"),
}


class DecisionsConfig(AppConfig):
    name = "equalterms.decisions"
    label = "decisions"
    verbose_name = "Decisions"
    verb_words = VERB_WORDS

    def ready(self) -> None:
        from equalterms.decisions import seals  # noqa: F401  registers what the ledger vouches for; needs loaded models
