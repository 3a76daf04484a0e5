from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "equalterms.decisions"
    label = "decisions"
    verbose_name = "Decisions"

    def ready(self) -> None:
        from equalterms.decisions import seals  # noqa: F401  registers what the ledger vouches for; needs loaded models
