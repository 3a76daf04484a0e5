from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What this room's verbs in the ledger mean, said to the person who did it.
VERB_WORDS = {
    "plan.started": _("You started a plan"),
    "plan.edited": _("You changed what a plan says"),
    "plan.published": _("You published a plan"),
    "plan.ended": _("You ended a plan"),
    "plan.responsibility_shared": _("You shared the responsibility for a plan"),
    "plan.responsibility_handed_over": _("You handed over a plan"),
    "change.added": _("You added a change to a plan"),
    "change.edited": _("You changed what a change says"),
    "change.published": _("You published a change"),
    "change.removed": _("You removed a change"),
    "claim.begun": _("You began an account of co-production"),
    "claim.answered": _("You answered a question of an account in the making"),
    "claim.discarded": _("You discarded an account in the making"),
    "account.drafted": _("You wrote an account of co-production"),
    "account.redrafted": _("You changed an account that was not yet public"),
    "account.draft_discarded": _("You discarded an account that was not yet public"),
    "account.published": _("You published an account of co-production"),
    "account.correction_drafted": _("You began to correct an account"),
    "account.corrected": _("You corrected an account"),
    "version.frozen": _("A version of an account was sealed"),
    "evidence.added": _("You added evidence"),
    "evidence.removed": _("You removed evidence"),
    "way.added": _("You added a way of working together"),
    "reading.given": _("You gave your reading of an account"),
    "reading.changed": _("You changed your reading of an account"),
    "reading.confirmed": _("You said that your reading of an account still stands"),
    "reading.declined": _("You chose not to read an account"),
    "readings.released": _("Enough readings were in to show them"),
    "effect.claimed": _("You said what is different since"),
    "effect_reading.given": _("You said whether you saw an effect"),
    "effect_reading.changed": _("You changed what you said about an effect"),
    "effect_readings.released": _("Enough readings of an effect were in to show them"),
    "dispute.opened": _("You disagreed with an account"),
    "dispute.answered": _("You answered a disagreement"),
    "dispute.kept": _("You said that a disagreement is not settled"),
    "dispute.settled": _("You said that a disagreement is settled"),
}


class PlansConfig(AppConfig):
    name = "equalterms.plans"
    label = "plans"
    verbose_name = "Plans"
    verb_words = VERB_WORDS

    def ready(self) -> None:
        from equalterms.plans import seals  # noqa: F401  registers what the ledger vouches for; needs loaded models
